package io.hearth.adapter.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Lesson;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HomeAssistantConventionTest {

  private static final String LAMP = "0x00aa11bb22cc33dd";
  private static final String ZIGBEE_DEVICE =
      """
      "device":{"identifiers":["zigbee2mqtt_0x00aa11bb22cc33dd"],"name":"kitchen_lamp",
        "manufacturer":"Acme","model":"Bulb 9","via_device":"zigbee2mqtt_bridge_0x01"},
      "origin":{"name":"Zigbee2MQTT","sw":"2.0.0"},
      "availability":[{"topic":"zigbee2mqtt/bridge/state","value_template":"{{ value_json.state }}"},
        {"topic":"zigbee2mqtt/kitchen_lamp/availability","value_template":"{{ value_json.state }}"}],
      "availability_mode":"all",
      """;
  private static final String LAMP_LIGHT =
      "{"
          + ZIGBEE_DEVICE
          + """
          "name":null,"unique_id":"0x00aa11bb22cc33dd_light_zigbee2mqtt","schema":"json",
          "brightness":true,"brightness_scale":254,"supported_color_modes":["xy","color_temp"],
          "min_mireds":150,"max_mireds":500,"effect":true,"effect_list":["blink","stop_effect"],
          "state_topic":"zigbee2mqtt/kitchen_lamp","command_topic":"zigbee2mqtt/kitchen_lamp/set"}
          """;

  private final HomeAssistantConvention convention =
      new HomeAssistantConvention("homeassistant", Set.of("hearth"));
  private final Lesson lesson = new Lesson(convention);

  private Lesson zigbee(String component, String object, String fields) throws Exception {
    return lesson.hears(
        "homeassistant/" + component + "/" + LAMP + "/" + object + "/config",
        "{" + ZIGBEE_DEVICE + fields + "}");
  }

  private Announcement announced(String device) {
    return lesson.device(device).announcement().orElseThrow();
  }

  @Test
  void makesALampOfALightThatSpeaksJson() throws Exception {
    // When
    lesson.hears("homeassistant/light/" + LAMP + "/light/config", LAMP_LIGHT);

    // Then
    Announcement lamp = announced(LAMP);
    assertThat(lamp.name()).isEqualTo("kitchen lamp");
    assertThat(lamp.type()).isEqualTo("light");
    assertThat(lamp.capabilities()).containsExactly("OnOff", "LevelControl", "ColorControl");
    assertThat(lamp.options().get("colorTemperature"))
        .isEqualTo(Value.ofRaw(Map.of("min", 2000, "max", 6667)));
    assertThat(lesson.device(LAMP).identities()).contains("ieee:" + LAMP);
    assertThat(
            lesson.says(
                LAMP,
                "zigbee2mqtt/kitchen_lamp",
                """
                {"state":"ON","brightness":127,"color_mode":"color_temp","color_temp":250,
                 "color":{"x":0.3,"y":0.3},"linkquality":90}
                """))
        .containsEntry("on", Value.of(true))
        .containsEntry("brightness", Value.of(50))
        .containsEntry("colorTemperature", Value.of(4000))
        .doesNotContainKey("color");
    assertThat(lesson.tells(LAMP, "turnOn"))
        .containsExactly("zigbee2mqtt/kitchen_lamp/set {\"state\":\"ON\"}");
    assertThat(lesson.tells(LAMP, "setBrightness", "brightness", 50))
        .containsExactly("zigbee2mqtt/kitchen_lamp/set {\"state\":\"ON\",\"brightness\":127}");
    assertThat(lesson.tells(LAMP, "setColorTemperature", "colorTemperature", 4000))
        .containsExactly("zigbee2mqtt/kitchen_lamp/set {\"state\":\"ON\",\"color_temp\":250}");
    assertThat(lesson.tells(LAMP, "setColor", "color", Map.of("hue", 0, "saturation", 100)))
        .singleElement()
        .asString()
        .contains("\"color\":{\"x\":0.64,\"y\":0.33}");
    assertThat(lesson.device(LAMP).command("turnOn").orElseThrow().confirmation())
        .isEqualTo(new Confirmation.ByReport(Set.of("on")));
  }

  @Test
  void aDeviceIsThereWhenItsBridgeAndItselfAre() throws Exception {
    // When
    lesson.hears("homeassistant/light/" + LAMP + "/light/config", LAMP_LIGHT);

    // Then
    AvailabilityRule rule = lesson.device(LAMP).availability().getFirst();
    assertThat(rule.mode()).isEqualTo(AvailabilityRule.Mode.ALL);
    assertThat(rule.probes()).hasSize(2);
    AvailabilityRule.Reader reader = rule.probes().getFirst().reader();
    assertThat(reader.isThere(Payload.of("{\"state\":\"online\"}"))).contains(true);
    assertThat(reader.isThere(Payload.of("{\"state\":\"offline\"}"))).contains(false);
    assertThat(reader.isThere(Payload.of("offline"))).contains(false);
    assertThat(reader.isThere(Payload.of("{\"state\":\"?\"}"))).isEmpty();
  }

  @Test
  void entitiesOfOneHousingAreOneDeviceAndSettingsAreNoPartOfWhatPeopleSay() throws Exception {
    // When
    lesson.hears("homeassistant/light/" + LAMP + "/light/config", LAMP_LIGHT);
    zigbee(
        "sensor",
        "power",
        """
        "unique_id":"p","device_class":"power","unit_of_measurement":"kW",
        "state_topic":"zigbee2mqtt/kitchen_lamp","value_template":"{{ value_json.power }}"
        """);
    zigbee(
        "sensor",
        "linkquality",
        """
        "unique_id":"q","name":"Linkquality","entity_category":"diagnostic",
        "enabled_by_default":false,"unit_of_measurement":"lqi",
        "state_topic":"zigbee2mqtt/kitchen_lamp","value_template":"{{ value_json.linkquality }}"
        """);
    zigbee(
        "sensor",
        "device_temperature",
        """
        "unique_id":"t","device_class":"temperature","entity_category":"diagnostic",
        "unit_of_measurement":"°C","state_topic":"zigbee2mqtt/kitchen_lamp",
        "value_template":"{{ value_json.device_temperature }}"
        """);
    zigbee(
        "select",
        "power_on_behavior",
        """
        "unique_id":"b","entity_category":"config","options":["off","on"],
        "command_topic":"zigbee2mqtt/kitchen_lamp/set/power_on_behavior",
        "state_topic":"zigbee2mqtt/kitchen_lamp","value_template":"{{ value_json.power_on_behavior }}"
        """);

    // Then
    assertThat(lesson.changed).containsExactly(new DeviceId(LAMP));
    assertThat(announced(LAMP).type()).isEqualTo("light");
    assertThat(announced(LAMP).capabilities())
        .containsExactly("OnOff", "LevelControl", "ColorControl", "ElectricalPower");
    assertThat(lesson.device(LAMP).states()).hasSize(1);
    assertThat(
            lesson.says(
                LAMP,
                "zigbee2mqtt/kitchen_lamp",
                """
                {"state":"OFF","power":0.005,"linkquality":77,"device_temperature":31,
                 "power_on_behavior":"on"}
                """))
        .containsEntry("on", Value.of(false))
        .containsEntry("power", Value.of(5))
        .containsEntry("linkquality", Value.of(77))
        .containsEntry("device_temperature", Value.of(31))
        .containsEntry("power_on_behavior", Value.of("on"))
        .doesNotContainKey("temperature");
  }

  @Test
  void equalPartsOfAHousingAreDevicesOfTheirOwn() throws Exception {
    // When
    for (String side : List.of("left", "right")) {
      zigbee(
          "switch",
          "switch_" + side,
          """
          "name":"%1$s","unique_id":"s_%1$s","payload_on":"ON","payload_off":"OFF",
          "value_template":"{{ value_json.state_%1$s }}","state_topic":"zigbee2mqtt/kitchen_lamp",
          "command_topic":"zigbee2mqtt/kitchen_lamp/%1$s/set"
          """
              .formatted(side));
    }
    zigbee(
        "sensor",
        "battery",
        """
        "unique_id":"bat","device_class":"battery","entity_category":"diagnostic",
        "unit_of_measurement":"%","state_topic":"zigbee2mqtt/kitchen_lamp",
        "value_template":"{{ value_json.battery }}"
        """);

    // Then
    assertThat(announced(LAMP + ".left").name()).isEqualTo("kitchen lamp left");
    assertThat(announced(LAMP + ".left").type()).isEqualTo("switch");
    assertThat(lesson.tells(LAMP + ".right", "turnOff"))
        .containsExactly("zigbee2mqtt/kitchen_lamp/right/set OFF");
    assertThat(lesson.device(LAMP + ".right").identities()).contains("ieee:" + LAMP);
    assertThat(announced(LAMP).capabilities()).containsExactly("PowerSource");
    assertThat(
            lesson.says(
                LAMP + ".left",
                "zigbee2mqtt/kitchen_lamp",
                "{\"state_left\":\"ON\",\"state_right\":\"OFF\"}"))
        .containsExactly(Map.entry("on", Value.of(true)));
  }

  @Test
  void aDoorContactThatSaysTrueForShutIsTurnedRound() throws Exception {
    // When
    zigbee(
        "binary_sensor",
        "contact",
        """
        "unique_id":"c","device_class":"door","payload_on":false,"payload_off":true,
        "state_topic":"zigbee2mqtt/kitchen_lamp","value_template":"{{ value_json.contact }}"
        """);

    // Then
    assertThat(announced(LAMP).type()).isEqualTo("binary_sensor");
    assertThat(announced(LAMP).kind()).contains("door");
    assertThat(lesson.says(LAMP, "zigbee2mqtt/kitchen_lamp", "{\"contact\":false}"))
        .containsExactly(Map.entry("open", Value.of(true)));
    assertThat(lesson.says(LAMP, "zigbee2mqtt/kitchen_lamp", "{\"contact\":true}"))
        .containsExactly(Map.entry("open", Value.of(false)));
  }

  @Test
  void motionEndsByItselfAndOldMeasurementsAreNotBelieved() throws Exception {
    // When
    zigbee(
        "binary_sensor",
        "motion",
        """
        "unique_id":"m","device_class":"motion","off_delay":30,
        "state_topic":"home/motion"
        """);
    zigbee(
        "sensor",
        "temperature",
        """
        "unique_id":"t","device_class":"temperature","unit_of_measurement":"°F","expire_after":600,
        "state_topic":"home/temperature"
        """);

    // Then
    assertThat(lesson.device(LAMP).states())
        .extracting(source -> source.lapse().orElseThrow())
        .containsExactlyInAnyOrder(
            new StateSource.Lapse(Duration.ofSeconds(30), Map.of("motion", Value.of(false))),
            new StateSource.Lapse(Duration.ofMinutes(10), Map.of()));
    assertThat(lesson.says(LAMP, "home/temperature", "68"))
        .containsExactly(Map.entry("temperature", Value.of(20)));
    assertThat(lesson.says(LAMP, "home/motion", "ON"))
        .containsExactly(Map.entry("motion", Value.of(true)));
  }

  @Test
  void readsADeviceOfManyComponentsWithShortNames() throws Exception {
    // When
    lesson.hears(
        "homeassistant/device/garage7/config",
        """
        {"dev":{"ids":"garage7","name":"Garage","mf":"Acme","cns":[["mac","A0:B1:C2:D3:E4:F5"]],"sa":"garage"},
         "o":{"name":"acme2mqtt","sw":"1"},"~":"acme/garage7",
         "avty_t":"~/status","pl_avail":"up","pl_not_avail":"down",
         "cmps":{
          "door":{"p":"cover","name":null,"uniq_id":"garage7_door","dev_cla":"garage","cmd_t":"~/door/set",
                  "stat_t":"~/door","pl_open":"o","pl_cls":"c","pl_stop":"s","pos_t":"~/pos","pos_open":0,"pos_clsd":100},
          "temp":{"p":"sensor","uniq_id":"garage7_t","dev_cla":"temperature","unit_of_meas":"°C","stat_t":"~/t"},
          "old":{"p":"switch"}}}
        """);

    // Then
    Announcement garage = announced("garage7");
    assertThat(garage.type()).isEqualTo("cover");
    assertThat(garage.kind()).contains("garage_door");
    assertThat(garage.area()).contains("garage");
    assertThat(garage.capabilities()).containsExactly("WindowCovering", "TemperatureMeasurement");
    assertThat(garage.without()).contains("setPosition").doesNotContain("open", "stop");
    assertThat(lesson.device("garage7").identities()).containsExactly("mac:a0b1c2d3e4f5");
    assertThat(lesson.tells("garage7", "open")).containsExactly("acme/garage7/door/set o");
    assertThat(lesson.says("garage7", "acme/garage7/pos", "25"))
        .containsExactly(Map.entry("position", Value.of(75)));
    assertThat(lesson.says("garage7", "acme/garage7/door", "opening"))
        .containsExactly(Map.entry("moving", Value.of("opening")));
    AvailabilityRule.Probe probe =
        lesson.device("garage7").availability().getFirst().probes().getFirst();
    assertThat(probe.at()).hasToString("acme/garage7/status");
    assertThat(probe.reader().isThere(Payload.of("down"))).contains(false);
  }

  @Test
  void aThermostatMayWriteItsNumbersAsTexts() throws Exception {
    // When
    zigbee(
        "climate",
        "climate",
        """
        "name":null,"unique_id":"th","modes":["off","heat","auto"],"min_temp":"5","max_temp":"30",
        "temp_step":0.5,"temperature_unit":"C","mode_state_topic":"zigbee2mqtt/kitchen_lamp",
        "mode_state_template":"{{ value_json.system_mode }}",
        "mode_command_topic":"zigbee2mqtt/kitchen_lamp/set/system_mode",
        "temperature_state_topic":"zigbee2mqtt/kitchen_lamp",
        "temperature_state_template":"{{ value_json[\\"occupied_heating_setpoint\\"] }}",
        "temperature_command_topic":"zigbee2mqtt/kitchen_lamp/set/occupied_heating_setpoint",
        "current_temperature_topic":"zigbee2mqtt/kitchen_lamp",
        "current_temperature_template":"{{ value_json.local_temperature }}",
        "action_topic":"zigbee2mqtt/kitchen_lamp",
        "action_template":"{% set values = {None:None,'idle':'idle','heat':'heating'} %}{{ values[value_json.running_state] }}"
        """);

    // Then
    assertThat(announced(LAMP).type()).isEqualTo("thermostat");
    assertThat(announced(LAMP).options().get("targetTemperature"))
        .isEqualTo(Value.ofRaw(Map.of("min", 5, "max", 30)));
    assertThat(
            lesson.says(
                LAMP,
                "zigbee2mqtt/kitchen_lamp",
                """
                {"system_mode":"heat","occupied_heating_setpoint":21.5,"local_temperature":"20.1",
                 "running_state":"heat"}
                """))
        .containsEntry("mode", Value.of("heat"))
        .containsEntry("targetTemperature", Value.of(21.5))
        .containsEntry("temperature", Value.of(20.1))
        .containsEntry("hvac_action", Value.of("heating"));
    assertThat(lesson.tells(LAMP, "setTemperature", "targetTemperature", 21.6))
        .containsExactly("zigbee2mqtt/kitchen_lamp/set/occupied_heating_setpoint 21.5");
    assertThat(lesson.tells(LAMP, "setTemperature", "targetTemperature", 90))
        .containsExactly("zigbee2mqtt/kitchen_lamp/set/occupied_heating_setpoint 30");
    assertThat(lesson.tells(LAMP, "turnOff"))
        .containsExactly("zigbee2mqtt/kitchen_lamp/set/system_mode off");
  }

  @Test
  void aFanKnowsItsSpeedsByTemplates() throws Exception {
    // When
    zigbee(
        "fan",
        "fan",
        """
        "name":null,"unique_id":"f","state_topic":"zigbee2mqtt/kitchen_lamp",
        "state_value_template":"{{ value_json.fan_state }}",
        "command_topic":"zigbee2mqtt/kitchen_lamp/set/fan_state",
        "percentage_state_topic":"zigbee2mqtt/kitchen_lamp",
        "percentage_value_template":"{{ {'off':0, 'low':1, 'medium':2, 'high':3}[value_json[\\"fan_mode\\"]] | default('None') }}",
        "percentage_command_topic":"zigbee2mqtt/kitchen_lamp/set/fan_mode",
        "percentage_command_template":"{{ {0:'off', 1:'low', 2:'medium', 3:'high'}[value] | default('') }}",
        "speed_range_min":1,"speed_range_max":3
        """);

    // Then
    assertThat(
            lesson.says(
                LAMP, "zigbee2mqtt/kitchen_lamp", "{\"fan_state\":\"ON\",\"fan_mode\":\"high\"}"))
        .containsEntry("on", Value.of(true))
        .containsEntry("fanSpeed", Value.of(100));
    assertThat(lesson.says(LAMP, "zigbee2mqtt/kitchen_lamp", "{\"fan_mode\":\"auto\"}")).isEmpty();
    assertThat(lesson.tells(LAMP, "setFanSpeed", "fanSpeed", 66))
        .containsExactly("zigbee2mqtt/kitchen_lamp/set/fan_mode medium");
    assertThat(lesson.tells(LAMP, "setFanSpeed", "fanSpeed", 0))
        .containsExactly("zigbee2mqtt/kitchen_lamp/set/fan_mode off");
  }

  @Test
  void aLightWithTopicsForItsSidesIsToldInTheirOrder() throws Exception {
    // When
    lesson.hears(
        "homeassistant/light/hall/config",
        """
        {"name":"Hall light","uniq_id":"hall","~":"hall/","stat_t":"~state","cmd_t":"~set",
         "bri_stat_t":"~bri","bri_cmd_t":"~bri/set","bri_scl":100,"rgb_stat_t":"~rgb","rgb_cmd_t":"~rgb/set",
         "on_cmd_type":"last","ret":true}
        """);

    // Then
    assertThat(announced("hall").name()).isEqualTo("Hall light");
    assertThat(lesson.tells("hall", "setBrightness", "brightness", 40))
        .containsExactly("hall/bri/set 40", "hall/set ON");
    assertThat(lesson.tells("hall", "setColor", "color", Map.of("hue", 120, "saturation", 100)))
        .containsExactly("hall/rgb/set 0,255,0");
    assertThat(lesson.says("hall", "hall/rgb", "255,0,0"))
        .containsExactly(
            Map.entry(
                "color",
                Value.ofRaw(new java.util.TreeMap<>(Map.of("hue", 0, "saturation", 100)))));
  }

  @Test
  void commandsAreNeverRetainedWhateverTheDescriptionAsks() throws Exception {
    // Given
    lesson.hears(
        "homeassistant/switch/pump/config",
        """
        {"name":"Pump","unique_id":"pump","command_topic":"pump/set","state_topic":"pump","retain":true,"qos":2}
        """);

    // Then
    assertThat(lesson.device("pump").commands().values())
        .allSatisfy(command ->
            assertThat(command.confirmation()).isInstanceOf(Confirmation.ByReport.class));
    assertThat(new Target("pump/set", Optional.empty()).send("ON").retain()).isFalse();
  }

  @Test
  void whatHasNoStateIsNeverTakenForConfirmed() throws Exception {
    // When
    lesson.hears(
        "homeassistant/button/bell/config",
        """
        {"name":"Bell","unique_id":"bell","command_topic":"bell/press","payload_press":"ring"}
        """);
    lesson.hears(
        "homeassistant/switch/blind/config",
        """
        {"name":"Valve heater","unique_id":"vh","command_topic":"vh/set"}
        """);

    // Then
    assertThat(announced("bell").type()).isEqualTo("button");
    assertThat(lesson.tells("bell", "activate")).containsExactly("bell/press ring");
    assertThat(lesson.device("bell").command("activate").orElseThrow().confirmation())
        .isInstanceOf(Confirmation.Never.class);
    assertThat(lesson.device("vh").command("turnOn").orElseThrow().confirmation())
        .isInstanceOf(Confirmation.Never.class);
  }

  @Test
  void anEmptyMessageTakesItBack() throws Exception {
    // Given
    lesson.hears("homeassistant/light/" + LAMP + "/light/config", LAMP_LIGHT);
    lesson.changed.clear();

    // When
    lesson.hears("homeassistant/light/" + LAMP + "/light/config", "");

    // Then
    assertThat(lesson.knows(LAMP)).isFalse();
    assertThat(lesson.changed).containsExactly(new DeviceId(LAMP));
  }

  @Test
  void aUniqueIdStaysWithTheTopicThatHasIt() throws Exception {
    // Given
    lesson.hears("homeassistant/light/" + LAMP + "/light/config", LAMP_LIGHT);

    // When
    lesson.hears(
        "homeassistant/light/evil/config", LAMP_LIGHT.replace("kitchen_lamp/set", "evil/set"));

    // Then
    assertThat(lesson.problems).singleElement().asString().contains("claims unique_id");
    assertThat(lesson.tells(LAMP, "turnOn"))
        .containsExactly("zigbee2mqtt/kitchen_lamp/set {\"state\":\"ON\"}");
    assertThat(lesson.changed).doesNotContain(new DeviceId(LAMP + ".evil"));
  }

  @Test
  void theSameDescriptionTwiceIsOneDevice() throws Exception {
    // When
    lesson.hears("homeassistant/light/" + LAMP + "/light/config", LAMP_LIGHT);
    lesson.hears("homeassistant/light/" + LAMP + "/light/config", LAMP_LIGHT, false);

    // Then
    assertThat(lesson.changed).containsExactly(new DeviceId(LAMP));
    assertThat(lesson.problems).isEmpty();
  }

  @Test
  void nothingDescribedMayUseTheTopicsOfOthers() throws Exception {
    // When
    lesson.hears(
        "homeassistant/switch/sly/config",
        """
        {"name":"Sly","unique_id":"sly","command_topic":"hearth/lock.front/command","state_topic":"sly"}
        """);

    // Then
    assertThat(lesson.problems).singleElement().asString().contains("belongs to others");
    assertThat(lesson.knows("sly")).isFalse();
  }

  @Test
  void movesFromOneFormOfDescriptionToTheOther() throws Exception {
    // Given
    lesson.hears(
        "homeassistant/switch/plug/config",
        """
        {"unique_id":"plug_1","name":null,"command_topic":"plug/set","state_topic":"plug",
         "device":{"identifiers":["plug"],"name":"Plug"}}
        """);

    // When
    lesson.hears("homeassistant/switch/plug/config", "{\"migrate_discovery\": true}");
    lesson.hears(
        "homeassistant/device/plug/config",
        """
        {"device":{"identifiers":["plug"],"name":"Plug"},"origin":{"name":"x"},
         "components":{"relay":{"platform":"switch","unique_id":"plug_1","name":null,
           "command_topic":"plug/set","state_topic":"plug"}}}
        """);
    lesson.hears("homeassistant/switch/plug/config", "");

    // Then
    assertThat(lesson.problems).isEmpty();
    assertThat(announced("plug").type()).isEqualTo("switch");
  }

  @Test
  void aDeviceThatLosesAPartLosesThatDevice() throws Exception {
    // Given
    String two =
        """
        {"dev":{"ids":["duo"],"name":"Duo"},"o":{"name":"x"},"cmps":{
          "relay_1":{"p":"switch","uniq_id":"duo1","name":"One","cmd_t":"duo/1/set","stat_t":"duo/1"},
          "relay_2":{"p":"switch"%s}}}
        """;
    lesson.hears(
        "homeassistant/device/duo/config",
        two.formatted(
            ",\"uniq_id\":\"duo2\",\"name\":\"Two\",\"cmd_t\":\"duo/2/set\",\"stat_t\":\"duo/2\""));
    assertThat(lesson.knows("duo.1")).isTrue();
    assertThat(lesson.knows("duo.2")).isTrue();

    // When
    lesson.hears("homeassistant/device/duo/config", two.formatted(""));

    // Then
    assertThat(lesson.knows("duo.2")).isFalse();
    assertThat(announced("duo").type()).isEqualTo("switch");
    assertThat(lesson.tells("duo", "turnOn")).containsExactly("duo/1/set ON");
  }

  @Test
  void oneEntityThatCannotBeReadDoesNotSpoilTheOthers() throws Exception {
    // Given
    zigbee(
        "switch",
        "switch",
        """
        "name":null,"unique_id":"sw","state_topic":"zigbee2mqtt/kitchen_lamp",
        "value_template":"{{ value_json.state }}","command_topic":"zigbee2mqtt/kitchen_lamp/set"
        """);
    zigbee(
        "sensor",
        "energy",
        """
        "unique_id":"en","device_class":"energy","unit_of_measurement":"kWh",
        "state_topic":"zigbee2mqtt/kitchen_lamp","value_template":"{{ value_json.energy | float * 2 }}"
        """);

    // Then
    assertThat(lesson.says(LAMP, "zigbee2mqtt/kitchen_lamp", "{\"state\":\"ON\"}"))
        .containsExactly(Map.entry("on", Value.of(true)));
    assertThat(lesson.says(LAMP, "zigbee2mqtt/kitchen_lamp", "{\"energy\":2}"))
        .containsExactly(Map.entry("energy", Value.of(4)));
    assertThatThrownBy(() -> lesson.says(LAMP, "zigbee2mqtt/kitchen_lamp", "no json"))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void tellsDevicesThatItIsThereSoThatTheySpeakAnew() {
    assertThat(convention.hello())
        .singleElement()
        .satisfies(hello -> {
          assertThat(hello.to()).hasToString("homeassistant/status");
          assertThat(hello.text()).isEqualTo("online");
          assertThat(hello.retain()).isTrue();
        });
    assertThat(convention.farewell().orElseThrow().text()).isEqualTo("offline");
  }

  @Test
  void knowsLocksAlarmsVacuumsAndRemotes() throws Exception {
    // When
    lesson.hears(
        "homeassistant/lock/front/config",
        "{\"name\":\"Front door\",\"unique_id\":\"front\",\"state_topic\":\"front\",\"command_topic\":\"front/set\"}");
    lesson.hears(
        "homeassistant/alarm_control_panel/alarm/config",
        """
        {"name":"Alarm","unique_id":"alarm","state_topic":"alarm","command_topic":"alarm/set",
         "code":"1234","code_arm_required":false}
        """);
    lesson.hears(
        "homeassistant/vacuum/robot/config",
        """
        {"name":"Robot","unique_id":"robot","state_topic":"robot","command_topic":"robot/set",
         "supported_features":["start","pause","return_home"]}
        """);
    lesson.hears(
        "homeassistant/device_automation/remote/action_on/config",
        """
        {"automation_type":"trigger","type":"action","subtype":"on","payload":"on",
         "topic":"zigbee2mqtt/remote/action","device":{"identifiers":["remote"],"name":"Remote"}}
        """);

    // Then
    assertThat(lesson.says("front", "front", "LOCKED"))
        .containsEntry("locked", Value.of(true))
        .containsEntry("jammed", Value.of(false));
    assertThat(lesson.says("front", "front", "JAMMED"))
        .containsExactly(Map.entry("jammed", Value.of(true)));
    assertThat(lesson.says("alarm", "alarm", "armed_night"))
        .containsEntry("armed", Value.of("night"));
    assertThat(announced("alarm").without()).contains("disarm").doesNotContain("arm");
    assertThat(lesson.says("robot", "robot", "{\"state\":\"returning\",\"battery_level\":61}"))
        .containsEntry("cleaning", Value.of("returning"))
        .containsEntry("battery", Value.of(61));
    assertThat(lesson.tells("robot", "dock")).containsExactly("robot/set return_to_base");
    assertThat(announced("robot").without()).contains("stop", "cleanArea");
    assertThat(announced("remote").type()).isEqualTo("button");
    assertThat(lesson.says("remote", "zigbee2mqtt/remote/action", "on"))
        .containsExactly(Map.entry("action", Value.of("on")));
  }

  @Test
  void refusesWhatIsNoDescription() {
    for (String payload : List.of("[]", "7", "{\"device\":{}}", "no json", "\"text\"")) {
      assertThatThrownBy(() -> lesson.hears("homeassistant/light/x/config", payload))
          .as(payload)
          .isInstanceOf(MalformedPayloadException.class);
    }
    DeviceBinding none = convention.describe(new DeviceId("x")).orElse(null);
    assertThat(none).isNull();
  }
}
