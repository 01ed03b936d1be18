package io.hearth.adapter;

import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.hearth.HearthConvention;
import io.hearth.adapter.homeassistant.HomeAssistantConvention;
import io.hearth.adapter.homie.HomieConvention;
import io.hearth.adapter.owntype.OwnTypes;
import io.hearth.adapter.shelly.Shelly1Convention;
import io.hearth.adapter.shelly.ShellyConvention;
import io.hearth.adapter.tasmota.TasmotaConvention;
import io.hearth.adapter.wot.ThingConvention;
import io.hearth.adapter.zigbee2mqtt.Zigbee2MqttConvention;
import java.util.List;
import java.util.Set;

/**
 * The conventions that devices may speak, and which one is believed where two describe a device.
 */
final class Conventions {

  /** All names, most preferred first. */
  static final List<String> RANKING =
      List.of(
          OwnTypes.NAME,
          HearthConvention.NAME,
          Zigbee2MqttConvention.NAME,
          HomieConvention.NAME,
          ShellyConvention.NAME,
          TasmotaConvention.NAME,
          ThingConvention.NAME,
          "coap",
          HomeAssistantConvention.NAME);

  private Conventions() {}

  /** Those over MQTT. */
  static List<Convention> overMqtt(AdapterConfig config, OwnTypes ownTypes) {
    String prefix = config.mqtt().prefix();
    String client = config.mqtt().clientId();
    ConventionsConfig where = config.conventions();
    return List.of(
        ownTypes,
        new HearthConvention(prefix, client),
        new Zigbee2MqttConvention(where.zigbee2mqttBases()),
        new HomieConvention(where.homieDomains()),
        new ThingConvention(config.things().topics()),
        new ShellyConvention(HearthConvention.replyTopic(prefix, client) + "/shelly"),
        new Shelly1Convention(),
        new TasmotaConvention(),
        new HomeAssistantConvention(where.homeAssistantPrefix(), Set.of(prefix)));
  }
}
