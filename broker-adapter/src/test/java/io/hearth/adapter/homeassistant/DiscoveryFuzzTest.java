package io.hearth.adapter.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Lesson;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Hostile descriptions and what follows from them: each is understood or refused, in short time.
 */
final class DiscoveryFuzzTest {

  private static final List<String> COMPONENTS =
      List.of(
          "light",
          "switch",
          "cover",
          "valve",
          "fan",
          "humidifier",
          "climate",
          "water_heater",
          "lock",
          "alarm_control_panel",
          "vacuum",
          "lawn_mower",
          "siren",
          "sensor",
          "binary_sensor",
          "button",
          "scene",
          "select",
          "number",
          "text",
          "update",
          "event",
          "device_automation",
          "device_tracker",
          "device",
          "nonsense");

  private static final List<String> KEYS =
      List.of(
          "state_topic",
          "command_topic",
          "stat_t",
          "cmd_t",
          "~",
          "unique_id",
          "name",
          "device",
          "dev",
          "cmps",
          "value_template",
          "val_tpl",
          "payload_on",
          "payload_off",
          "device_class",
          "unit_of_measurement",
          "availability",
          "avty_t",
          "availability_mode",
          "expire_after",
          "off_delay",
          "schema",
          "supported_color_modes",
          "brightness",
          "brightness_scale",
          "min_mireds",
          "max_mireds",
          "position_topic",
          "position_open",
          "position_closed",
          "options",
          "modes",
          "min_temp",
          "max_temp",
          "temp_step",
          "temperature_unit",
          "temperature_command_topic",
          "temperature_state_topic",
          "mode_command_topic",
          "percentage_command_topic",
          "percentage_state_topic",
          "speed_range_min",
          "speed_range_max",
          "entity_category",
          "enabled_by_default",
          "migrate_discovery",
          "platform",
          "effect_list",
          "topic",
          "payload");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1e308",
          "99999999999999999999",
          "\"\"",
          "\"a/b\"",
          "\"a/+/b\"",
          "\"#\"",
          "\"~\"",
          "\"~/x\"",
          "\"$SYS/x\"",
          "\"hearth/x/command\"",
          "\"homeassistant/light/x/config\"",
          "\"\\u0000\"",
          "\"{{ value_json.x }}\"",
          "\"{% for a in range(999) %}{% for b in range(999) %}{{ a }}{% endfor %}{% endfor %}\"",
          "\"{{ ''.__class__ }}\"",
          "\"{{ 1 +\"",
          "\"{{ value | float }}\"",
          "\"{% include 'x' %}\"",
          "\"json\"",
          "\"template\"",
          "\"temperature\"",
          "\"door\"",
          "\"°F\"",
          "\"furlong\"",
          "[]",
          "{}",
          "[1,\"a\",null,{\"x\":[]}]",
          "[\"color_temp\",\"xy\"]",
          "[\"off\",\"heat\"]",
          "{\"identifiers\":[\"d1\"]}",
          "{\"ids\":\"d2\",\"cns\":[[\"mac\",\"a0b1c2d3e4f5\"]]}",
          "{\"ids\":[[],{},null,7]}",
          "{\"cns\":[[1],[\"mac\"],\"mac\"]}",
          "{\"a\":{\"p\":\"switch\",\"cmd_t\":\"a\"},\"b\":{\"p\":7},\"c\":null}",
          "[{\"topic\":\"av\"},{\"t\":\"+\"},7,null]",
          "\"config\"",
          "\"diagnostic\"",
          "\"all\"",
          "\"any\"",
          "\"ON\"",
          "\"NaN\"",
          "\"1d\"");

  private static final List<String> SAID =
      List.of(
          "",
          "ON",
          "null",
          "7",
          "1e999",
          "{",
          "{}",
          "[]",
          "[1,2,3]",
          "true",
          "{\"state\":\"ON\"}",
          "{\"state\":[],\"brightness\":\"x\",\"color\":7,\"color_temp\":0}",
          "{\"state\":\"ON\",\"brightness\":-5,\"color\":{\"x\":0,\"y\":0},\"color_mode\":\"xy\"}",
          "{\"x\":{\"y\":{}}}",
          "255,a,",
          "\u0000\u0001",
          "{{ 7 * 7 }}",
          "1d",
          "NaN");

  private final HomeAssistantConvention convention =
      new HomeAssistantConvention("homeassistant", Set.of("hearth"));
  private final Lesson lesson = new Lesson(convention);

  @Test
  void tenThousandHostileDescriptionsAreUnderstoodOrRefused() {
    Random random = new Random(20260101);
    long slowest = 0;
    int described = 0;
    for (int round = 0; round < 10_000; round++) {
      byte[] payload = payload(random);
      long started = System.nanoTime();
      described += hear(random, payload);
      slowest = Math.max(slowest, System.nanoTime() - started);
    }

    assertThat(described).isGreaterThan(1000);
    assertThat(slowest).isLessThan(3_000_000_000L);
  }

  private int hear(Random random, byte[] payload) {
    String topic =
        "homeassistant/" + pick(random, COMPONENTS) + "/o" + random.nextInt(300) + "/config";
    lesson.changed.clear();
    lesson.problems.clear();
    try {
      convention.learn(
          new Message(new Address.Mqtt(topic), Payload.of(payload), true, Optional.empty()),
          lesson);
    } catch (MalformedPayloadException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return 0;
    }
    int described = 0;
    for (DeviceId device : lesson.changed) {
      Optional<DeviceBinding> binding = convention.describe(device);
      binding.ifPresent(found -> reports(found, random));
      described += binding.isPresent() ? 1 : 0;
    }
    return described;
  }

  private static void reports(DeviceBinding binding, Random random) {
    Payload said = Payload.of(pick(random, SAID));
    binding
        .states()
        .forEach(source -> {
          try {
            assertThat(source.decoder().decode(said)).isNotNull();
          } catch (MalformedPayloadException refused) {
            assertThat(refused.getMessage()).isNotBlank();
          }
        });
    binding
        .availability()
        .forEach(rule ->
            rule.probes()
                .forEach(probe -> {
                  try {
                    assertThat(probe.reader().isThere(said)).isNotNull();
                  } catch (MalformedPayloadException refused) {
                    assertThat(refused.getMessage()).isNotBlank();
                  }
                }));
  }

  private static byte[] payload(Random random) {
    if (random.nextInt(20) == 0) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      return noise;
    }
    StringBuilder json = new StringBuilder("{");
    int fields = random.nextInt(14);
    for (int field = 0; field < fields; field++) {
      json.append(field == 0 ? "" : ",")
          .append('"')
          .append(pick(random, KEYS))
          .append("\":")
          .append(pick(random, VALUES));
    }
    json.append('}');
    if (random.nextInt(15) == 0) {
      json.setLength(random.nextInt(json.length()));
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
