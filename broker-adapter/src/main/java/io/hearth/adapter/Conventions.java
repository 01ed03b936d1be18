package io.hearth.adapter;

import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.hearth.HearthConvention;
import io.hearth.adapter.mqtt.MqttConfig;
import java.util.List;

/**
 * The conventions that devices may speak, and which one is believed where two describe a device.
 */
final class Conventions {

  /** All names, most preferred first. */
  static final List<String> RANKING =
      List.of(
          "device-type",
          HearthConvention.NAME,
          "zigbee2mqtt",
          "homie",
          "shelly",
          "tasmota",
          "wot",
          "coap",
          "homeassistant");

  private Conventions() {}

  /** Those over MQTT. */
  static List<Convention> overMqtt(MqttConfig config) {
    return List.of(new HearthConvention(config.prefix(), config.clientId()));
  }
}
