package io.hearth.app.home;

import io.hearth.gateway.http.HomeView;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.state.DeviceState;
import io.hearth.registry.DeviceRegistry;
import java.util.Map;

/** Shows the registry's truth to the API. */
record RegistryView(DeviceRegistry registry) implements HomeView {

  @Override
  public Home home() {
    return registry.home();
  }

  @Override
  public Map<DeviceId, DeviceState> states() {
    return registry.states();
  }
}
