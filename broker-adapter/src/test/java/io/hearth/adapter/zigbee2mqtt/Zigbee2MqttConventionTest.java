package io.hearth.adapter.zigbee2mqtt;

import static io.hearth.adapter.zigbee2mqtt.Homes.binary;
import static io.hearth.adapter.zigbee2mqtt.Homes.colorLight;
import static io.hearth.adapter.zigbee2mqtt.Homes.device;
import static io.hearth.adapter.zigbee2mqtt.Homes.features;
import static io.hearth.adapter.zigbee2mqtt.Homes.list;
import static io.hearth.adapter.zigbee2mqtt.Homes.numeric;
import static io.hearth.adapter.zigbee2mqtt.Homes.relay;
import static io.hearth.adapter.zigbee2mqtt.Homes.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.Decoder;
import io.hearth.adapter.binding.Lesson;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Zigbee2MqttConventionTest {

  private static final String A = "0x00158d0000000001";
  private static final String DEVICES = "zigbee2mqtt/bridge/devices";

  private final Lesson lesson = new Lesson(new Zigbee2MqttConvention(List.of("+")));

  private Announcement said(String id) {
    return lesson.device(id).announcement().orElseThrow();
  }

  private void home(String... devices) throws MalformedPayloadException {
    lesson.hears(DEVICES, list(devices));
  }

  @Test
  void aColorLightIsReadAndToldInTheWordsOfTheCatalogue() throws Exception {
    // Given
    home(device(A, "kitchen/ceiling_light", "Bulb", colorLight("")));
    // When
    Map<String, Value> state =
        lesson.says(
            A,
            "zigbee2mqtt/kitchen/ceiling_light",
            "{\"state\":\"ON\",\"brightness\":127,\"color_mode\":\"color_temp\",\"color_temp\":250,"
                + "\"color\":{\"x\":0.64,\"y\":0.33}}");
    // Then
    assertThat(said(A).name()).isEqualTo("ceiling light");
    assertThat(said(A).area()).contains("kitchen");
    assertThat(said(A).type()).isEqualTo("light");
    assertThat(said(A).without()).isEmpty();
    assertThat(lesson.device(A).identities()).containsExactly("ieee:" + A);
    assertThat(state)
        .containsEntry("on", Value.of(true))
        .containsEntry("brightness", Value.of(50))
        .containsEntry("colorTemperature", Value.of(4000))
        .containsKey("color");
    String set = "zigbee2mqtt/kitchen/ceiling_light/set ";
    assertThat(lesson.tells(A, "turnOn")).containsExactly(set + "{\"state\":\"ON\"}");
    assertThat(lesson.tells(A, "setBrightness", "brightness", 100))
        .containsExactly(set + "{\"brightness\":254}");
    assertThat(lesson.tells(A, "setColorTemperature", "colorTemperature", 2700))
        .containsExactly(set + "{\"color_temp\":370}");
    assertThat(lesson.tells(A, "setColor", "color", Map.of("hue", 0, "saturation", 100)))
        .containsExactly(set + "{\"color\":{\"x\":0.64,\"y\":0.33}}");
  }

  @Test
  void twoRelaysInOneHousingAreTwoDevicesAndTheMeterIsTheHousing() throws Exception {
    // Given
    home(device(A, "hall", "Relay", relay("l1"), relay("l2"), numeric("power", "kW", 1, "")));
    // When
    Map<String, Value> second =
        lesson.says(A + ".l2", "zigbee2mqtt/hall", "{\"state_l2\":\"OFF\"}");
    // Then
    assertThat(second).containsEntry("on", Value.of(false));
    assertThat(said(A + ".l1").name()).isEqualTo("hall 1");
    assertThat(lesson.tells(A + ".l2", "turnOn"))
        .containsExactly("zigbee2mqtt/hall/set {\"state_l2\":\"ON\"}");
    assertThat(said(A).type()).isEqualTo("sensor");
    assertThat(lesson.says(A, "zigbee2mqtt/hall", "{\"power\":0.2}"))
        .containsEntry("power", Value.of(200));
  }

  @Test
  void sensorsTellTheirMeaningAndDiagnosticsMeanNothing() throws Exception {
    // Given
    home(
        device(
            A,
            "Front door",
            "Contact sensor",
            binary("contact", 1, false),
            numeric("battery", "%", 1, "diagnostic"),
            numeric("temperature", "°F", 1, ""),
            numeric("humidity", "%", 1, "config")));
    // When
    Map<String, Value> said =
        lesson.says(
            A,
            "zigbee2mqtt/Front door",
            "{\"contact\":true,\"battery\":80,\"temperature\":212,\"humidity\":44,\"linkquality\":9}");
    // Then
    assertThat(said(A).type()).isEqualTo("binary_sensor");
    assertThat(said(A).kind()).contains("door");
    assertThat(said)
        .containsEntry("open", Value.of(false))
        .containsEntry("battery", Value.of(80))
        .containsEntry("temperature", Value.of(100))
        .containsEntry("raw_humidity", Value.of(44))
        .doesNotContainKey("humidity");
  }

  @Test
  void aContactThatIsClosedMeansThatItIsNotOpen() throws Exception {
    // Given
    String contact =
        "{\"type\":\"binary\",\"name\":\"contact\",\"property\":\"contact\",\"access\":1,\"value_on\":%s,\"value_off\":%s}";
    home(device(A, "w", "Contact", contact.formatted(false, true)));
    // When
    Map<String, Value> touching = lesson.says(A, "zigbee2mqtt/w", "{\"contact\":true}");
    // Then
    assertThat(touching).containsEntry("open", Value.of(false));
  }

  @Test
  void coversLocksFansAndThermostatsAreTold() throws Exception {
    // Given
    home(
        device(
            A,
            "curtain",
            "Curtain motor",
            features(
                "cover",
                words("enum", "state", 3, "OPEN", "CLOSE", "STOP"),
                numeric("position", "%", 7, ""))),
        device(
            "0x2",
            "front",
            "Door lock",
            features(
                "lock",
                "{\"type\":\"binary\",\"name\":\"state\",\"property\":\"state\",\"access\":7,\"value_on\":\"LOCK\",\"value_off\":\"UNLOCK\"}",
                words("enum", "lock_state", 1, "locked", "unlocked", "not_fully_locked"))),
        device(
            "0x3",
            "ventilator",
            "Fan",
            features("fan", words("enum", "mode", 7, "off", "low", "medium", "high", "on"))),
        device(
            "0x4",
            "radiator",
            "Radiator valve",
            features(
                "climate",
                "{\"type\":\"numeric\",\"name\":\"occupied_heating_setpoint\",\"property\":\"occupied_heating_setpoint\",\"unit\":\"°C\",\"access\":7,\"value_min\":\"5\",\"value_max\":\"30\",\"value_step\":0.5}",
                numeric("local_temperature", "°C", 5, ""),
                words("enum", "system_mode", 7, "off", "heat", "auto"))));
    // When
    Map<String, Value> lock =
        lesson.says("0x2", "zigbee2mqtt/front", "{\"state\":\"LOCK\",\"lock_state\":\"unlocked\"}");
    // Then
    assertThat(said(A).kind()).contains("curtain");
    assertThat(lesson.tells(A, "setPosition", "position", 30))
        .containsExactly("zigbee2mqtt/curtain/set {\"position\":30}");
    assertThat(lesson.tells(A, "close"))
        .containsExactly("zigbee2mqtt/curtain/set {\"state\":\"CLOSE\"}");
    assertThat(lock).containsEntry("locked", Value.of(false));
    assertThat(lesson.tells("0x2", "lock"))
        .containsExactly("zigbee2mqtt/front/set {\"state\":\"LOCK\"}");
    assertThat(lesson.tells("0x3", "setFanSpeed", "fanSpeed", 66))
        .containsExactly("zigbee2mqtt/ventilator/set {\"mode\":\"medium\"}");
    assertThat(lesson.tells("0x4", "setTemperature", "targetTemperature", 21.3))
        .containsExactly("zigbee2mqtt/radiator/set {\"occupied_heating_setpoint\":21.5}");
    assertThat(lesson.tells("0x4", "turnOff"))
        .containsExactly("zigbee2mqtt/radiator/set {\"system_mode\":\"off\"}");
    assertThat(said("0x4").options()).containsKey("targetTemperature");
  }

  @Test
  void whatCannotBeReportedIsNeverConfirmed() throws Exception {
    // Given
    home(
        device(
            A,
            "siren",
            "Siren",
            "{\"type\":\"composite\",\"name\":\"warning\",\"property\":\"warning\",\"access\":2}"),
        device("0x2", "lamp", "Bulb", colorLight("").replace("\"access\":7", "\"access\":2")));
    // When
    var siren = lesson.device(A).command("turnOn").orElseThrow().confirmation();
    var lamp = lesson.device("0x2").command("turnOn").orElseThrow().confirmation();
    // Then
    assertThat(siren).isInstanceOf(Confirmation.Never.class);
    assertThat(lamp).isInstanceOf(Confirmation.Never.class);
    assertThat(lesson.tells(A, "turnOff"))
        .containsExactly("zigbee2mqtt/siren/set {\"warning\":{\"mode\":\"stop\"}}");
  }

  @Test
  void anOpenerWithOneButtonIsNotPressedWhenTheDoorIsAsItShouldBe() throws Exception {
    // Given
    home(
        device(
            A,
            "garage",
            "Garage door opener",
            binary("trigger", 3, true),
            "{\"type\":\"binary\",\"name\":\"garage_door_contact\",\"property\":\"garage_door_contact\",\"access\":1,\"value_on\":true,\"value_off\":false}"));
    Map<String, Value> open = Map.of("position", Value.of(100));
    // When
    List<String> closing = lesson.tells(A, "close", Map.of(), open);
    // Then
    assertThat(said(A).kind()).contains("garage_door");
    assertThat(closing).containsExactly("zigbee2mqtt/garage/set {\"trigger\":true}");
    assertThatThrownBy(() -> lesson.tells(A, "open", Map.of(), open))
        .isInstanceOf(CannotCommandException.class)
        .hasMessageContaining("open already");
    assertThatThrownBy(() -> lesson.tells(A, "open")).isInstanceOf(CannotCommandException.class);
  }

  @Test
  void aRenamedDeviceStaysTheSameAndARemovedOneLeaves() throws Exception {
    // Given
    home(device(A, "old name", "Bulb", colorLight("")), device("0x2", "other", "Plug", relay("")));
    lesson.changed.clear();
    // When
    home(device(A, "new name", "Bulb", colorLight("")));
    // Then
    assertThat(lesson.changed).containsExactlyInAnyOrder(new DeviceId(A), new DeviceId("0x2"));
    assertThat(lesson.knows("0x2")).isFalse();
    assertThat(lesson.tells(A, "turnOff"))
        .containsExactly("zigbee2mqtt/new name/set {\"state\":\"OFF\"}");
  }

  @Test
  void theSameListAgainChangesNothing() throws Exception {
    // Given
    home(device(A, "lamp", "Bulb", colorLight("")));
    lesson.changed.clear();
    lesson.sent.clear();
    // When
    home(device(A, "lamp", "Bulb", colorLight("")));
    // Then
    assertThat(lesson.changed).isEmpty();
    assertThat(lesson.sent).isEmpty();
  }

  @Test
  void aNameThatIsNoTopicIsAProblemOfThatDeviceAlone() throws Exception {
    // Given
    String bad = device(A, "a+b", "Bulb", colorLight(""));
    // When
    home(bad, device("0x2", "lamp", "Bulb", colorLight("")));
    // Then
    assertThat(lesson.knows(A)).isFalse();
    assertThat(lesson.knows("0x2")).isTrue();
    assertThat(lesson.problems).singleElement().asString().contains(A, "a+b", "rename");
  }

  @Test
  void whatADeviceSaidIsAsOldAsItWasLastSeen() throws Exception {
    // Given
    home(device(A, "lamp", "Bulb", colorLight("")));
    Decoder decoder = lesson.device(A).states().getFirst().decoder();
    Instant seen = Instant.parse("2026-03-01T09:30:00Z");
    // Then
    for (String form :
        List.of("1772357400000", "\"2026-03-01T09:30:00.000Z\"", "\"2026-03-01T10:30:00+01:00\"")) {
      assertThat(decoder.decode(message(form)).at()).contains(seen);
    }
    for (String none : List.of("null", "-1", "1e300", "\"yesterday\"", "[]", "\"\"")) {
      assertThat(decoder.decode(message(none)).at()).isEmpty();
      assertThat(decoder.decode(message(none)).properties()).containsEntry("on", Value.of(true));
    }
  }

  private static Payload message(String lastSeen) {
    return Payload.of("{\"state\":\"ON\",\"last_seen\":" + lastSeen + "}");
  }

  @Test
  void theScenesThatADeviceKeepsAreDevices() throws Exception {
    // Given
    String lamp = device(A, "lamp", "Bulb", colorLight(""));
    home(lamp);
    // When: one is stored
    home(
        lamp.replaceFirst(
            "\\{",
            "{\"endpoints\":{\"242\":{},\"11\":{\"scenes\":[{\"id\":2,\"name\":\"Reading\"},{\"id\":\"x\"}]}},"));
    // Then
    assertThat(said(A + ".scene.2").name()).isEqualTo("Reading");
    assertThat(said(A + ".scene.2").type()).isEqualTo("scene");
    assertThat(lesson.tells(A + ".scene.2", "activate"))
        .containsExactly("zigbee2mqtt/lamp/set {\"scene_recall\": 2}");
    // When: it is removed
    home(lamp);
    // Then
    assertThat(lesson.knows(A + ".scene.2")).isFalse();
  }

  @Test
  void stepsOfAFanAreSpeedsWhateverTheyAreCalled() throws Exception {
    // Given
    home(
        device(
            A, "fan", "Fan", features("fan", words("enum", "mode", 7, "off", "1", "2", "3", "4"))),
        device(
            "0x2",
            "purifier",
            "Air purifier",
            features("fan", words("enum", "mode", 7, "off", "turbo", "auto", "silent"))));
    // Then
    assertThat(lesson.tells(A, "setFanSpeed", "fanSpeed", 75))
        .containsExactly("zigbee2mqtt/fan/set {\"mode\":\"3\"}");
    assertThat(lesson.says("0x2", "zigbee2mqtt/purifier", "{\"mode\":\"silent\"}"))
        .containsEntry("fanSpeed", Value.of(50));
    assertThat(lesson.tells("0x2", "setFanSpeed", "fanSpeed", 100))
        .containsExactly("zigbee2mqtt/purifier/set {\"mode\":\"turbo\"}");
  }

  @Test
  void groupsAndTheirScenesAreDevices() throws Exception {
    // Given
    home(device(A, "one", "Bulb", colorLight("")), device("0x2", "two", "Bulb", colorLight("")));
    // When
    lesson.hears(
        "zigbee2mqtt/bridge/groups",
        "[{\"id\":3,\"friendly_name\":\"living room lights\",\"scenes\":[{\"id\":1,\"name\":\"Evening\"}],"
            + "\"members\":[{\"ieee_address\":\"0x2\",\"endpoint\":11}]},{\"id\":4,\"friendly_name\":\"empty\"}]");
    // Then
    assertThat(said("zigbee2mqtt.group.3").type()).isEqualTo("light");
    assertThat(lesson.tells("zigbee2mqtt.group.3", "setBrightness", "brightness", 50))
        .containsExactly("zigbee2mqtt/living room lights/set {\"brightness\":127}");
    assertThat(said("zigbee2mqtt.group.3.scene.1").name()).isEqualTo("Evening");
    assertThat(lesson.tells("zigbee2mqtt.group.3.scene.1", "activate"))
        .containsExactly("zigbee2mqtt/living room lights/set {\"scene_recall\": 1}");
    assertThat(lesson.knows("zigbee2mqtt.group.4")).isFalse();
  }

  @Test
  void availabilityIsAskedOfTheDeviceOnlyWhereItIsTold() throws Exception {
    // Given
    home(device(A, "lamp", "Bulb", colorLight("")));
    // When
    lesson.hears("zigbee2mqtt/bridge/info", "{\"config\":{\"availability\":{\"enabled\":false}}}");
    // Then
    AvailabilityRule rule = lesson.device(A).availability().getFirst();
    assertThat(rule.probes())
        .extracting(probe -> probe.at().toString())
        .containsExactly("zigbee2mqtt/bridge/state");
    AvailabilityRule.Reader reader = rule.probes().getFirst().reader();
    assertThat(reader.isThere(Payload.of("online"))).contains(true);
    assertThat(reader.isThere(Payload.of("{\"state\":\"offline\"}"))).contains(false);
  }

  @Test
  void aDeviceIsAskedForWhatItMayHaveSaidBeforeWeListened() throws Exception {
    // Given
    home(device(A, "lamp", "Bulb", colorLight("")));
    // When
    List<String> questions =
        lesson.sent.stream().map(question -> question.to() + " " + question.text()).toList();
    // Then
    assertThat(questions)
        .containsExactly(
            "zigbee2mqtt/lamp/get {\"state\":\"\",\"brightness\":\"\",\"color_temp\":\"\"}");
    assertThat(lesson.sent).noneMatch(Outgoing::retain);
  }

  @Test
  void anotherBridgeCannotSpeakForADeviceOfTheFirst() throws Exception {
    // Given
    home(device(A, "lamp", "Bulb", colorLight("")));
    // When
    lesson.hears("evil/bridge/devices", list(device(A, "mine", "Bulb", colorLight(""))));
    // Then
    assertThat(lesson.problems).singleElement().asString().contains("belongs to zigbee2mqtt");
    assertThat(lesson.tells(A, "turnOn").getFirst()).startsWith("zigbee2mqtt/lamp/set");
  }

  @Test
  void hostileListsNeitherCrashNorBlock() throws Exception {
    // Given
    Random random = new Random(7);
    String good =
        list(
            device(A, "lamp", "Bulb", colorLight("l1"), relay("l2"), binary("contact", 1, false)),
            device(
                "0x2", "r", "TRV", features("climate", numeric("local_temperature", "°C", 5, ""))));
    // When
    for (int i = 0; i < 10_000; i++) {
      StringBuilder payload = new StringBuilder(good);
      for (int k = random.nextInt(1, 6); k > 0 && !payload.isEmpty(); k--) {
        int at = random.nextInt(payload.length());
        switch (random.nextInt(4)) {
          case 0 -> payload.deleteCharAt(at);
          case 1 -> payload.setCharAt(at, (char) random.nextInt(1, 0x300));
          case 2 -> payload.insert(at, "[null,{}],-1e999");
          default -> payload.setLength(Math.max(1, at));
        }
      }
      try {
        lesson.hears(i % 3 == 0 ? "zigbee2mqtt/bridge/groups" : DEVICES, payload.toString());
      } catch (MalformedPayloadException expected) {
        assertThat(expected).hasMessageNotContaining("null");
      }
    }
    home(device(A, "lamp", "Bulb", colorLight("")));
    // Then
    assertThat(lesson.tells(A, "turnOn")).hasSize(1);
  }
}
