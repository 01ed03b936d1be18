package io.hearth.gateway.http;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.state.DeviceState;
import java.util.Map;

/**
 * What the API shows of a home; both questions are answered at once, from memory, on any thread.
 */
public interface HomeView {

  /** The home as described now. */
  Home home();

  /** What is believed of each device now; immutable, and a device of the home may be missing. */
  Map<DeviceId, DeviceState> states();

  /** What is believed of one device; unknown where nothing is. */
  default DeviceState state(DeviceId device) {
    DeviceState state = states().get(device);
    return state == null ? DeviceState.unknown(device) : state;
  }
}
