package io.hearth.app.home;

import io.hearth.adapter.AdapterHealth;
import io.hearth.adapter.wire.LinkHealth;
import io.hearth.gateway.http.Health;
import io.hearth.model.device.Home;
import io.hearth.model.state.Availability;
import io.hearth.registry.DeviceRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at what a running Hearth needs, for the health endpoint. */
record HealthReport(Wire wire, DeviceRegistry registry, Home described) {

  Health health() {
    List<Health.Check> checks = new ArrayList<>();
    AdapterHealth adapter = wire.adapter().health();
    Stream.concat(adapter.links().stream(), adapter.bridges().stream())
        .map(HealthReport::check)
        .forEach(checks::add);
    checks.add(devices());
    checks.add(problems());
    return Health.of(Version.current(), checks);
  }

  private static Health.Check check(LinkHealth link) {
    return new Health.Check(
        link.link(),
        link.connected() ? Health.Status.OK : Health.Status.DEGRADED,
        link.address()
            + link.trouble()
                .map(trouble -> ": " + trouble)
                .orElse(
                    ", "
                        + link.counts().getOrDefault("perMinute", 0L)
                        + " messages in the last minute"));
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
