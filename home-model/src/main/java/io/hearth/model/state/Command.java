package io.hearth.model.state;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An action that a device is told to do.
 *
 * @param action a name of the catalogue, e.g. {@code setBrightness}
 * @param arguments by name, e.g. {@code brightness} → 40
 */
public record Command(DeviceId device, String action, Map<String, Value> arguments) {

  public Command {
    if (action.isBlank()) {
      throw new IllegalArgumentException("action of a command to " + device + " must not be blank");
    }
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  public static Command of(DeviceId device, String action) {
    return new Command(device, action, Map.of());
  }
}
