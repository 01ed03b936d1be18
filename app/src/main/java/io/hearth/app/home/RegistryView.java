package io.hearth.app.home;

import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.DeviceTrace;
import io.hearth.adapter.wire.Problems;
import io.hearth.gateway.http.HomeView;
import io.hearth.gateway.http.Trace;
import io.hearth.gateway.http.WireProblem;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.state.DeviceState;
import io.hearth.registry.DeviceRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the registry's truth, and how it came to be known, to the API. */
record RegistryView(DeviceRegistry registry, BrokerAdapter adapter) implements HomeView {

  @Override
  public Home home() {
    return registry.home();
  }

  @Override
  public Map<DeviceId, DeviceState> states() {
    return registry.states();
  }

  @Override
  public Trace trace(DeviceId device) {
    DeviceTrace trace = adapter.trace(device);
    return new Trace(
        trace.link(),
        trace.convention(),
        trace.reports(),
        trace.lastHeard(),
        registry.isUndescribed(device)
            ? Optional.of(DeviceRegistry.NOT_DESCRIBED)
            : trace.reason());
  }

  @Override
  public List<WireProblem> problems() {
    return adapter.problems().stream().map(RegistryView::problem).toList();
  }

  @Override
  public void forget(DeviceId device) {
    registry.forget(device);
  }

  private static WireProblem problem(Problems.Problem problem) {
    return new WireProblem(
        problem.link(),
        problem.device(),
        problem.place(),
        problem.reason(),
        problem.head(),
        problem.first(),
        problem.last(),
        problem.count());
  }
}
