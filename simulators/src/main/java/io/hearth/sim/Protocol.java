package io.hearth.sim;

import io.hearth.model.device.Device;
import io.hearth.model.device.Value;

/** What a simulated device speaks. */
public enum Protocol {
  MQTT,
  COAP;

  /** The rule unless told otherwise: the device's option {@code protocol}, else MQTT. */
  public static Protocol ofOption(Device device) {
    return device.options().getOrDefault("protocol", Value.of("mqtt")).isText("coap") ? COAP : MQTT;
  }
}
