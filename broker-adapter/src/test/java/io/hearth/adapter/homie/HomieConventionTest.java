package io.hearth.adapter.homie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HomieConventionTest {

  private static final String LAMP =
      """
      {"homie":"5.0","version":7,"name":"Reading lamp","nodes":{"light":{"name":"Light",
       "type":"dimmable","properties":{
        "power":{"name":"Power","datatype":"boolean","settable":true},
        "brightness":{"name":"Brightness","datatype":"integer","format":"0:255","settable":true},
        "colour":{"name":"Colour","datatype":"color","format":"hsv,rgb","settable":true},
        "uptime":{"name":"Uptime","datatype":"duration"},
        "rssi":{"name":"Signal","datatype":"integer","unit":"dBm"}}}}}
      """;

  private final Homie homie = new Homie();

  @Test
  void aLampIsALightWithWhatItsNodesCanDo() throws Exception {
    // When
    homie.device("lamp", LAMP);

    // Then
    DeviceBinding lamp = homie.binding("lamp");
    assertThat(homie.changed).contains(new DeviceId("lamp"));
    assertThat(lamp.announcement().orElseThrow())
        .satisfies(said -> {
          assertThat(said.type()).isEqualTo("light");
          assertThat(said.name()).isEqualTo("Reading lamp");
          assertThat(said.capabilities()).containsExactly("OnOff", "LevelControl", "ColorControl");
          assertThat(said.without())
              .containsExactly("setColorTemperature", "adjustColorTemperature");
        });
    assertThat(lamp.commands().keySet())
        .containsExactlyInAnyOrder(
            "turnOn", "turnOff", "toggle", "setBrightness", "adjustBrightness", "setColor");
  }

  @Test
  void brightnessIsPercentOfTheRangeThatTheFormatGives() throws Exception {
    // Given
    homie.device("lamp", LAMP);

    // Then
    assertThat(homie.said("lamp", "homie/5/lamp/light/brightness", "128"))
        .containsExactly(Map.entry("brightness", Value.of(50)));
    assertThat(homie.sent("lamp", "setBrightness", Map.of("brightness", Value.of(50)), Map.of()))
        .isEqualTo("homie/5/lamp/light/brightness/set 128");
    assertThat(
            homie.sent(
                "lamp",
                "adjustBrightness",
                Map.of("delta", Value.of(-80)),
                Map.of("brightness", Value.of(50))))
        .isEqualTo("homie/5/lamp/light/brightness/set 0");
  }

  @Test
  void aCommandIsNeverRetained() throws Exception {
    // Given
    homie.device("lamp", LAMP);

    // Then
    assertThat(homie.sent("lamp", "turnOn", Map.of(), Map.of()))
        .isEqualTo("homie/5/lamp/light/power/set true");
    assertThat(homie.sent("lamp", "toggle", Map.of(), Map.of("on", Value.of(true))))
        .isEqualTo("homie/5/lamp/light/power/set false");
  }

  @Test
  void coloursAreReadInEverySpaceAndWrittenInTheFirstOfTheDevice() throws Exception {
    // Given
    homie.device("lamp", LAMP);
    String topic = "homie/5/lamp/light/colour";

    // Then
    Value red = Value.ofRaw(Map.of("hue", 0, "saturation", 100));
    assertThat(homie.said("lamp", topic, "rgb,255,0,0")).containsEntry("color", red);
    assertThat(homie.said("lamp", topic, "hsv,0,100,40")).containsEntry("color", red);
    assertThat(homie.said("lamp", topic, "xyz,0.64,0.33").get("color"))
        .isInstanceOf(Value.Fields.class);
    assertThat(
            homie.sent(
                "lamp", "setColor", Map.of("color", red), Map.of("brightness", Value.of(40))))
        .isEqualTo("homie/5/lamp/light/colour/set hsv,0,100,40");
  }

  @Test
  void whatMeansNothingKnownIsADetailUnderANameOfItsOwn() throws Exception {
    // Given
    homie.device("lamp", LAMP);

    // Then
    assertThat(homie.said("lamp", "homie/5/lamp/light/rssi", "-61"))
        .containsExactly(Map.entry("light.rssi", Value.of(-61)));
    assertThat(homie.said("lamp", "homie/5/lamp/light/uptime", "PT1H30S"))
        .containsExactly(Map.entry("light.uptime", Value.of(3630)));
  }

  @Test
  void aPayloadThatIsNoneOfItsDatatypeIsRefusedWithWhatItShouldBe() throws Exception {
    // Given
    homie.device("lamp", LAMP);

    // Then
    assertThatThrownBy(() -> homie.said("lamp", "homie/5/lamp/light/power", "ON"))
        .isInstanceOf(MalformedPayloadException.class)
        .hasMessage("not a value of boolean");
    assertThatThrownBy(() -> homie.said("lamp", "homie/5/lamp/light/brightness", "NaN"))
        .hasMessage("not a value of integer 0:255");
  }

  @Test
  void aTargetShowsThatACommandWasAcceptedLongBeforeItIsReached() throws Exception {
    // Given
    homie.device("lamp", LAMP);
    homie.sent("lamp", "setBrightness", Map.of("brightness", Value.of(100)), Map.of());

    // When
    homie.hears("homie/5/lamp/light/brightness/$target", "17");
    assertThat(homie.replies).isEmpty();
    homie.hears("homie/5/lamp/light/brightness/$target", "255");

    // Then
    assertThat(homie.replies).containsExactly(Map.entry("c1", new Answer.Accepted()));
  }

  @Test
  void theEchoOfThePropertyConfirms() throws Exception {
    // Given
    homie.device("lamp", LAMP);

    // Then
    assertThat(homie.binding("lamp").commands().get("turnOn").confirmation())
        .isEqualTo(new Confirmation.ByReport(Set.of("on")));
  }

  @Test
  void aLockSaysByItsLabelsWhichBooleanIsLocked() throws Exception {
    // Given
    homie.device(
        "front-door",
        """
        {"homie":"5.0","version":1,"name":"Front door","nodes":{"lock":{"type":"lock","properties":{
          "state":{"datatype":"boolean","format":"locked,unlocked","settable":true}}},
         "contact":{"properties":{
          "contact":{"datatype":"boolean","format":"closed,open"}}}}}
        """);

    // Then
    assertThat(homie.binding("front-door").announcement().orElseThrow().type()).isEqualTo("lock");
    assertThat(homie.said("front-door", "homie/5/front-door/lock/state", "true"))
        .containsExactly(Map.entry("locked", Value.of(false)));
    assertThat(homie.said("front-door", "homie/5/front-door/contact/contact", "true"))
        .containsExactly(Map.entry("open", Value.of(true)));
    assertThat(homie.sent("front-door", "lock", Map.of(), Map.of()))
        .isEqualTo("homie/5/front-door/lock/state/set false");
  }

  @Test
  void whatIsAmbiguousStaysADetail() throws Exception {
    // When
    homie.device(
        "box",
        """
        {"homie":"5.0","version":1,"name":"Box","nodes":{"in":{"properties":{
          "contact":{"datatype":"boolean"},
          "temperature":{"datatype":"float"},
          "brightness":{"datatype":"integer","settable":true},
          "humidity":{"datatype":"float","unit":"%"}}}}}
        """);

    // Then
    assertThat(homie.binding("box").announcement().orElseThrow().kind()).contains("humidity");
    assertThat(homie.binding("box").commands()).isEmpty();
    assertThat(homie.said("box", "homie/5/box/in/contact", "true")).containsOnlyKeys("in.contact");
    assertThat(homie.said("box", "homie/5/box/in/temperature", "20"))
        .containsOnlyKeys("in.temperature");
    assertThat(homie.said("box", "homie/5/box/in/humidity", "55.5"))
        .containsExactly(Map.entry("humidity", Value.of(55.5)));
  }

  @Test
  void theSecondOfTwoRelaysIsADeviceOfItsOwn() throws Exception {
    // When
    homie.device(
        "board",
        """
        {"homie":"5.0","version":1,"name":"Board","nodes":{
         "relay-1":{"name":"Relay 1","type":"switch","properties":{
          "on":{"datatype":"boolean","settable":true}}},
         "relay-2":{"name":"Relay 2","type":"switch","properties":{
          "on":{"datatype":"boolean","settable":true}}}}}
        """);

    // Then
    assertThat(homie.sent("board", "turnOn", Map.of(), Map.of()))
        .isEqualTo("homie/5/board/relay-1/on/set true");
    assertThat(homie.sent("board.relay-2", "turnOn", Map.of(), Map.of()))
        .isEqualTo("homie/5/board/relay-2/on/set true");
    assertThat(homie.binding("board.relay-2").announcement().orElseThrow().name())
        .isEqualTo("Board Relay 2");
  }

  @Test
  void aThermostatInFahrenheitIsSetInItsOwnUnit() throws Exception {
    // Given
    homie.device(
        "hall",
        """
        {"homie":"5.0","version":1,"name":"Hall","nodes":{"thermostat":{"properties":{
          "temperature":{"datatype":"float","unit":"°F"},
          "setpoint":{"datatype":"float","unit":"°F","format":"41:95:0.5","settable":true},
          "mode":{"datatype":"enum","format":"OFF,HEAT,COOL,eco","settable":true}}}}}
        """);

    // Then
    var said = homie.binding("hall").announcement().orElseThrow();
    assertThat(said.type()).isEqualTo("thermostat");
    assertThat(said.options().get("targetTemperature"))
        .isEqualTo(Value.ofRaw(Map.of("min", 5, "max", 35)));
    assertThat(said.options().get("mode"))
        .isEqualTo(Value.ofRaw(java.util.List.of("off", "heat", "cool", "eco")));
    assertThat(homie.said("hall", "homie/5/hall/thermostat/temperature", "68"))
        .containsExactly(Map.entry("temperature", Value.of(20)));
    assertThat(
            homie.sent(
                "hall", "setTemperature", Map.of("targetTemperature", Value.of(21)), Map.of()))
        .isEqualTo("homie/5/hall/thermostat/setpoint/set 70");
    assertThat(homie.sent("hall", "turnOff", Map.of(), Map.of()))
        .isEqualTo("homie/5/hall/thermostat/mode/set OFF");
  }

  @Test
  void aShutterThatOnlyKnowsWordsOpensAndCloses() throws Exception {
    // Given
    homie.device(
        "blind",
        """
        {"homie":"5.0","version":1,"name":"Bedroom blind","nodes":{"shutter":{"properties":{
          "action":{"datatype":"enum","format":"open,close,stop","settable":true,"retained":false},
          "position":{"datatype":"integer","unit":"%"}}}}}
        """);

    // Then
    var said = homie.binding("blind").announcement().orElseThrow();
    assertThat(said.type()).isEqualTo("cover");
    assertThat(said.without()).containsExactly("setPosition", "adjustPosition");
    assertThat(homie.sent("blind", "close", Map.of(), Map.of()))
        .isEqualTo("homie/5/blind/shutter/action/set close");
    assertThat(homie.binding("blind").commands().get("close").confirmation())
        .isInstanceOf(Confirmation.Never.class);
  }

  @Test
  void aChildIsThereOnlyWhileItsRootIs() throws Exception {
    // Given
    homie.device(
        "child",
        """
        {"homie":"5.0","version":1,"name":"Plug","root":"bridge","parent":"bridge","nodes":{
         "outlet":{"properties":{"on":{"datatype":"boolean","settable":true}}}}}
        """);

    // Then
    AvailabilityRule rule = homie.binding("child").availability().getFirst();
    assertThat(rule.mode()).isEqualTo(AvailabilityRule.Mode.ALL);
    assertThat(rule.probes())
        .extracting(AvailabilityRule.Probe::at)
        .containsExactly(
            new Address.Mqtt("homie/5/child/$state"), new Address.Mqtt("homie/5/bridge/$state"));
    assertThat(rule.probes().get(1).reader().isThere(Payload.of("lost"))).contains(false);
    assertThat(rule.probes().get(1).reader().isThere(Payload.of("ready"))).contains(true);
  }

  @Test
  void aSleepingSensorIsThereAndASleepingSwitchIsNot() throws Exception {
    // Given
    homie.device("plug", LAMP);
    homie.device(
        "meter",
        """
        {"homie":"5.0","version":1,"name":"Garden","nodes":{"air":{"properties":{
          "temperature":{"datatype":"float","unit":"°C"}}}}}
        """);

    // Then
    assertThat(isThere("meter", "sleeping")).contains(true);
    assertThat(isThere("plug", "sleeping")).contains(false);
    assertThat(isThere("plug", "init")).contains(false);
  }

  private Optional<Boolean> isThere(String id, String state) throws Exception {
    return homie
        .binding(id)
        .availability()
        .getFirst()
        .probes()
        .getFirst()
        .reader()
        .isThere(Payload.of(state));
  }

  @Test
  void aDeviceWhoseStateIsTakenAwayIsGone() throws Exception {
    // Given
    homie.device("lamp", LAMP);
    homie.changed.clear();

    // When
    homie.hears("homie/5/lamp/$state", "");

    // Then
    assertThat(homie.changed).contains(new DeviceId("lamp"));
    assertThat(homie.knows("lamp")).isFalse();
  }

  @Test
  void theSameDescriptionAgainChangesNothing() throws Exception {
    // Given
    homie.device("lamp", LAMP);
    homie.changed.clear();

    // When
    homie.device("lamp", LAMP);

    // Then
    assertThat(homie.changed).isEmpty();
  }

  @Test
  void anAlertOfADeviceIsAProblemThatAPersonSees() throws Exception {
    // When
    homie.hears("homie/5/lamp/$alert/battery", "Battery is low");

    // Then
    assertThat(homie.problems).containsExactly("it says: Battery is low");
  }

  @Test
  void aDescriptionThatIsWrongIsRefusedWithThePlace() {
    assertThatThrownBy(() ->
            homie.device(
                "bad",
                "{\"homie\":\"5.0\",\"name\":\"x\",\"nodes\":{\"a\":{\"properties\":{\"b\":{}}}}}"))
        .hasMessage("nodes.a.properties.b has no datatype");
    assertThatThrownBy(() -> homie.device("bad", "[]")).hasMessage("$description is not an object");
  }

  @Test
  void anEarlierVersionIsKnownOnceAllItsAttributesAreThereInAnyOrder() throws Exception {
    // Given
    homie
        .hears("homie/relay/out/power/$settable", "true")
        .hears("homie/relay/out/$properties", "power,energy")
        .hears("homie/relay/$state", "ready")
        .hears("homie/relay/out/power/$datatype", "boolean")
        .hears("homie/relay/out/energy/$datatype", "float")
        .hears("homie/relay/out/energy/$unit", "Wh")
        .hears("homie/relay/out/$type", "outlet")
        .hears("homie/relay/$mac", "A0:B1:C2:D3:E4:F5")
        .hears("homie/relay/$name", "Heater plug");
    assertThat(homie.knows("relay")).isFalse();

    // When
    homie.hears("homie/relay/$nodes", "out").hears("homie/relay/$homie", "4.0.0");

    // Then
    DeviceBinding relay = homie.binding("relay");
    assertThat(relay.announcement().orElseThrow().type()).isEqualTo("outlet");
    assertThat(relay.identities()).containsExactly("mac:a0b1c2d3e4f5");
    assertThat(homie.said("relay", "homie/relay/out/energy", "1250"))
        .containsExactly(Map.entry("energy", Value.of(1.25)));
    assertThat(homie.sent("relay", "turnOff", Map.of(), Map.of()))
        .isEqualTo("homie/relay/out/power/set false");
  }

  @Test
  void theNodesOfAnArrayOfVersion3AreAsManyRelays() throws Exception {
    // Given
    homie
        .hears("homie/strip/$homie", "3.0.1")
        .hears("homie/strip/$name", "Strip")
        .hears("homie/strip/$state", "ready")
        .hears("homie/strip/$nodes", "outlets[]")
        .hears("homie/strip/outlets/$name", "Outlets")
        .hears("homie/strip/outlets/$type", "outlet")
        .hears("homie/strip/outlets/$properties", "power")
        .hears("homie/strip/outlets/power/$datatype", "boolean")
        .hears("homie/strip/outlets/power/$settable", "true")
        .hears("homie/strip/outlets_1/$name", "Lamp");
    assertThat(homie.knows("strip")).as("its length is not known").isFalse();

    // When
    homie.hears("homie/strip/outlets/$array", "0-1");

    // Then
    assertThat(homie.said("strip", "homie/strip/outlets_0/power", "true"))
        .containsExactly(Map.entry("on", Value.of(true)));
    assertThat(homie.sent("strip.outlets_1", "turnOn", Map.of(), Map.of()))
        .isEqualTo("homie/strip/outlets_1/power/set true");
    assertThat(homie.binding("strip.outlets_1").announcement().orElseThrow().name())
        .contains("Lamp");
  }

  @Test
  void anArrayThatIsNoneOrLargerThanAnyDeviceBreaksNothing() throws Exception {
    homie
        .hears("homie/strip/$homie", "3.0.1")
        .hears("homie/strip/$state", "ready")
        .hears("homie/strip/$nodes", "outlets[],[],[][]")
        .hears("homie/strip/outlets/$properties", "power");
    for (String range : List.of("9-0", "x", "-", "0-999999", "99999999999-1", "0-1-2")) {
      homie.hears("homie/strip/outlets/$array", range);
      homie.knows("strip");
    }
    assertThat(homie.problems).isEmpty();
  }

  @Test
  void version5IsPreferredToAnEarlierOneOfTheSameId() throws Exception {
    // Given
    homie
        .hears("homie/lamp/$homie", "3.0")
        .hears("homie/lamp/$state", "ready")
        .hears("homie/lamp/$nodes", "light")
        .hears("homie/lamp/light/$properties", "power")
        .hears("homie/lamp/light/power/$datatype", "boolean")
        .hears("homie/lamp/light/power/$settable", "true");

    // When
    homie.device("lamp", LAMP);

    // Then
    assertThat(homie.sent("lamp", "turnOn", Map.of(), Map.of())).startsWith("homie/5/");
    homie.hears("homie/5/lamp/$state", "");
    assertThat(homie.sent("lamp", "turnOn", Map.of(), Map.of())).startsWith("homie/lamp/");
  }
}
