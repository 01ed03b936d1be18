package io.hearth.registry;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.state.DeviceState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A home as its file describes it.
 *
 * @param states what the file says of each device of the home, in their order
 */
public record DescribedHome(Home home, Map<DeviceId, DeviceState> states) {

  public DescribedHome {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }
}
