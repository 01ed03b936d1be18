package io.hearth.gateway.http;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.state.DeviceState;
import java.util.List;
import java.util.Map;

/** What the API shows of a home; questions are answered at once, from memory, on any thread. */
public interface HomeView {

  /** The home as described now. */
  Home home();

  /** What is believed of each device now; immutable, and a device of the home may be missing. */
  Map<DeviceId, DeviceState> states();

  /** How a device is reached, and what was heard of it. */
  default Trace trace(DeviceId device) {
    return Trace.NONE;
  }

  /** What went wrong with what devices say, the latest first. */
  default List<WireProblem> problems() {
    return List.of();
  }

  /**
   * Forgets a device that came by itself, until it comes again.
   *
   * @throws IllegalArgumentException saying why it stays
   */
  default void forget(DeviceId device) {
    throw new IllegalArgumentException("nothing can be forgotten here");
  }

  /** What is believed of one device; unknown where nothing is. */
  default DeviceState state(DeviceId device) {
    DeviceState state = states().get(device);
    return state == null ? DeviceState.unknown(device) : state;
  }
}
