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
                    link.address() + link.trouble().map(trouble -> ": " + trouble).orElse(""))));
    checks.add(devices());
    return Health.of(Version.current(), checks);
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
