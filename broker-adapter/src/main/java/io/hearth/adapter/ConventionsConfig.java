package io.hearth.adapter;

import io.hearth.adapter.homeassistant.HomeAssistantConvention;
import io.hearth.adapter.homie.HomieConvention;
import io.hearth.adapter.zigbee2mqtt.Zigbee2MqttConvention;
import java.util.List;

/**
 * Where at the broker devices of a convention are looked for.
 *
 * @param homeAssistantPrefix what topics of Home Assistant's discovery begin with
 * @param zigbee2mqttBases base topics of zigbee2mqtt; {@code +} stands for any level
 * @param homieDomains first levels of topics of Homie
 */
public record ConventionsConfig(
    String homeAssistantPrefix, List<String> zigbee2mqttBases, List<String> homieDomains) {

  public ConventionsConfig {
    zigbee2mqttBases = List.copyOf(zigbee2mqttBases);
    homieDomains = List.copyOf(homieDomains);
    check("homeAssistantPrefix", homeAssistantPrefix, "[^+#\\s/$][^+#\\s/]*(/[^+#\\s/]+)*");
    zigbee2mqttBases.forEach(
        base -> check("zigbee2mqttBases", base, "(\\+|[^+#\\s/$][^+#/]*)(/(\\+|[^+#/]+))*"));
    homieDomains.forEach(domain -> check("homieDomains", domain, "[^+#\\s/$]+"));
  }

  /** Where the makers' defaults are, and zigbee2mqtt below any topic of one level. */
  public static ConventionsConfig usual() {
    return new ConventionsConfig(
        HomeAssistantConvention.PREFIX,
        Zigbee2MqttConvention.ANY_BASE,
        HomieConvention.USUAL_DOMAINS);
  }

  private static void check(String key, String topic, String form) {
    if (!topic.matches(form)) {
      throw new IllegalArgumentException(
          "conventions."
              + key
              + " holds no "
              + (key.equals("homieDomains") ? "level of a topic: '" : "beginning of topics: '")
              + topic
              + "'");
    }
  }
}
