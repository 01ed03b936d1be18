package io.hearth.app.home;

import io.hearth.gateway.http.Health;
import io.hearth.model.device.Home;
import io.hearth.model.state.Availability;
import io.hearth.registry.DeviceRegistry;
import java.util.ArrayList;
import java.util.List;

/** Looks at what a running Hearth needs, for the health endpoint. */
record HealthReport(Wire wire, DeviceRegistry registry, Home described) {

  Health health() {
    List<Health.Check> checks = new ArrayList<>();
    wire.adapter()
        .health()
        .links()
        .forEach(link ->
            checks.add(
                new Health.Check(
                    link.link(),
                    link.connected() ? Health.Status.OK : Health.Status.DEGRADED,
                    link.address()
                        + link.trouble()
                            .map(trouble -> ": " + trouble)
                            .orElse(
                                ", "
                                    + link.counts().getOrDefault("perMinute", 0L)
                                    + " messages in the last minute"))));
    checks.add(devices());
    checks.add(problems());
    return Health.of(Version.current(), checks);
  }

  /** What a device says wrongly is no fault of Hearth, so it is told and no more. */
  private Health.Check problems() {
    int problems = wire.adapter().problems().size();
    return new Health.Check(
        "problems",
        Health.Status.OK,
        problems == 0 ? "none" : problems + "; ./hearth devices --problems lists them");
  }

  private Health.Check devices() {
    long all =
        registry.home().devices().stream().filter(device -> device.person().isEmpty()).count();
    long online =
        registry.states().values().stream()
            .filter(state -> state.availability() == Availability.ONLINE)
            .count();
    return new Health.Check("devices", Health.Status.OK, online + " of " + all + " online");
  }
}
