package io.hearth.adapter.tasmota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.adapter.binding.Lesson;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TasmotaConventionTest {

  private static final String MAC = "A0B1C2D3E4F5";
  private static final String ID = "tasmota-" + MAC;
  private static final String CONFIG = "tasmota/discovery/" + MAC + "/config";
  private static final String SENSORS = "tasmota/discovery/" + MAC + "/sensors";

  private final Lesson lesson = new Lesson(new TasmotaConvention());

  private static String config(String relays, int light, String fullTopic) {
    return "{\"dn\":\"Desk\",\"fn\":[\"Desk lamp\",null],\"mac\":\""
        + MAC
        + "\",\"t\":\"desk\","
        + "\"ft\":\""
        + fullTopic
        + "\",\"tp\":[\"cmnd\",\"stat\",\"tele\"],\"onln\":\"Online\","
        + "\"ofln\":\"Offline\",\"state\":[\"OFF\",\"ON\",\"TOGGLE\",\"HOLD\"],\"rl\":"
        + relays
        + ",\"lk\":1,\"lt_st\":"
        + light
        + ",\"ver\":1}";
  }

  @Test
  void aPlugIsSwitchedAndMeasures() throws Exception {
    // Given
    lesson.hears(CONFIG, config("[1,0,0]", 0, "%prefix%/%topic%/"));
    // When
    lesson.hears(
        SENSORS,
        "{\"sn\":{\"Time\":\"x\",\"ENERGY\":{\"Total\":1.5,\"Power\":10,\"Voltage\":230},"
            + "\"DS18B20\":{\"Temperature\":70},\"TempUnit\":\"F\"},\"ver\":1}");
    // Then
    var said = lesson.device(ID).announcement().orElseThrow();
    assertThat(said.name()).isEqualTo("Desk lamp");
    assertThat(said.type()).isEqualTo("switch");
    assertThat(said.capabilities())
        .contains("OnOff", "ElectricalPower", "ElectricalEnergy", "TemperatureMeasurement");
    assertThat(lesson.device(ID).identities()).containsExactly("mac:a0b1c2d3e4f5");
    assertThat(lesson.tells(ID, "turnOn")).containsExactly("cmnd/desk/Power ON");
    assertThat(lesson.says(ID, "stat/desk/RESULT", "{\"POWER\":\"ON\"}"))
        .containsEntry("on", Value.of(true));
    assertThat(lesson.says(ID, "stat/desk/POWER", "OFF")).containsEntry("on", Value.of(false));
    assertThat(
            lesson.says(
                ID,
                "tele/desk/SENSOR",
                "{\"ENERGY\":{\"Total\":2,\"Power\":60,\"Voltage\":229},\"DS18B20\":{\"Temperature\":212}}"))
        .containsEntry("power", Value.of(60))
        .containsEntry("energy", Value.of(2))
        .containsEntry("temperature", Value.of(100))
        .containsEntry("ENERGY_Voltage", Value.of(229));
  }

  @Test
  void aColorLightTakesItsColorInOneMessage() throws Exception {
    // Given
    lesson.hears(CONFIG, config("[2]", 5, "home/%topic%/%prefix%/"));
    // When
    Map<String, Value> said =
        lesson.says(
            ID,
            "home/desk/tele/STATE",
            "{\"POWER\":\"ON\",\"Dimmer\":40,\"CT\":250,\"HSBColor\":\"120,80,40\"}");
    // Then
    assertThat(said)
        .containsEntry("brightness", Value.of(40))
        .containsEntry("colorTemperature", Value.of(4000));
    assertThat(lesson.tells(ID, "setColor", "color", Map.of("hue", 240, "saturation", 50)))
        .containsExactly("home/desk/cmnd/Backlog HSBColor1 240; HSBColor2 50");
    assertThat(lesson.tells(ID, "setColorTemperature", "colorTemperature", 2700))
        .containsExactly("home/desk/cmnd/CT 370");
  }

  @Test
  void severalOutputsAreSeveralDevicesAndPairsOfRelaysAShutter() throws Exception {
    // Given
    lesson.hears(CONFIG, config("[1,1]", 0, "%prefix%/%topic%/"));
    assertThat(lesson.tells(ID + ".2", "turnOff")).containsExactly("cmnd/desk/Power2 OFF");
    // When
    lesson.hears(CONFIG, config("[3,3]", 0, "%prefix%/%topic%/"));
    // Then
    assertThat(lesson.knows(ID + ".2")).isFalse();
    assertThat(lesson.tells(ID, "setPosition", "position", 30))
        .containsExactly("cmnd/desk/ShutterPosition1 30");
    assertThat(
            lesson.says(
                ID, "stat/desk/RESULT", "{\"Shutter1\":{\"Position\":20,\"Direction\":-1}}"))
        .containsEntry("position", Value.of(20))
        .containsEntry("moving", Value.of("closing"));
  }

  @Test
  void anEmptyConfigRemovesAndAWildcardInItsTopicIsRefused() throws Exception {
    // Given
    lesson.hears(CONFIG, config("[1]", 0, "%prefix%/%topic%/"));
    // When
    lesson.hears(CONFIG, "");
    // Then
    assertThat(lesson.knows(ID)).isFalse();
    assertThatThrownBy(() -> lesson.hears(CONFIG, config("[1]", 0, "%prefix%/+/%topic%/")))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void hostilePayloadsNeitherCrashNorBlock() throws Exception {
    // Given
    Random random = new Random(11);
    List<String> seeds =
        List.of(
            config("[1,2,3,3]", 5, "%prefix%/%topic%/"),
            "{\"sn\":{\"ENERGY\":{\"Power\":[1,2]},\"Switch1\":\"ON\"}}");
    // When
    for (int i = 0; i < 10_000; i++) {
      StringBuilder payload = new StringBuilder(seeds.get(i % 2));
      int at = random.nextInt(payload.length());
      payload.replace(
          at,
          Math.min(payload.length(), at + random.nextInt(4)),
          "\u0001]{\"9e9".substring(random.nextInt(6)));
      try {
        lesson.hears(i % 2 == 0 ? CONFIG : SENSORS, payload.toString());
      } catch (MalformedPayloadException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
    lesson.hears(SENSORS, "").hears(CONFIG, config("[1]", 0, "%prefix%/%topic%/"));
    // Then
    assertThat(lesson.knows(ID)).isTrue();
  }
}
