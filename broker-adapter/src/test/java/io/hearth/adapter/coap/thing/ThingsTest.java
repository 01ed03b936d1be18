package io.hearth.adapter.coap.thing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.coap.content.Reading;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import io.hearth.model.state.DeviceState;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThingsTest {

  private static final Server SERVER = Server.at(URI.create("coap://10.0.0.7#Box"));

  @Test
  void lwM2mResourceTypesAtAnyPathAreUnderstood() throws Exception {
    DeviceBinding sensor =
        only(
            "</s/t>;rt=\"oma.lwm2m-3303\";obs,</s/h>;rt=\"urn:oma:lwm2m:ext:3304\",</p>;rt=\"foo\"");
    assertThat(sensor.announcement().orElseThrow().type()).isEqualTo("sensor");
    assertThat(sensor.announcement().orElseThrow().kind()).contains("temperature");
    assertThat(sensor.announcement().orElseThrow().capabilities())
        .containsExactlyInAnyOrder("TemperatureMeasurement", "RelativeHumidityMeasurement");
    assertThat(said(sensor, last(sensor), Payload.of("69.8")))
        .isEqualTo(Map.of("temperature", Value.of(69.8)));
    assertThat(
            said(
                sensor,
                last(sensor),
                Payload.of(
                    "[{\"n\":\"x\",\"u\":\"degF\",\"v\":69.8}]"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "application/senml+json")))
        .isEqualTo(Map.of("temperature", Value.of(21)));
  }

  @Test
  void theUnitThatAnObjectSaysHolds() throws Exception {
    List<Link> links = Link.parse("</3303/0/5700>;obs,</3303/0/5701>");
    assertThat(Things.probes(links)).containsExactly("/3303/0/5701");
    DeviceBinding sensor =
        Things.describe(SERVER, links, Map.of("/3303/0/5701", List.of(Reading.of(Value.of("K")))))
            .getFirst();
    assertThat(said(sensor, last(sensor), Payload.of("300.15")))
        .isEqualTo(Map.of("temperature", Value.of(27)));
  }

  @Test
  void anInstanceWithoutResourcesHasThoseOfItsFirstAnswer() throws Exception {
    List<Link> links = Link.parse("</3311/0>;obs;ct=11542");
    assertThat(Things.probes(links)).containsExactly("/3311/0");
    List<Reading> first =
        List.of(
            Reading.of("/3311/0/5850", Value.of(true)), Reading.of("/3311/0/5851", Value.of(5)));
    DeviceBinding light = Things.describe(SERVER, links, Map.of("/3311/0", first)).getFirst();
    assertThat(light.announcement().orElseThrow().capabilities())
        .containsExactly("OnOff", "LevelControl");
    Outgoing message = told(light, "setBrightness", Map.of("brightness", Value.of(70)));
    assertThat(message.to()).hasToString("coap://10.0.0.7/3311/0/5851");
    assertThat(message.method()).isEqualTo("PUT");
    assertThat(message.payload())
        .isEqualTo(HexFormat.of().parseHex("E1" + "16DB" + "46")); // 5851 = 70
  }

  @Test
  void anOcfLightIsReadInCborAndToldInCbor() throws Exception {
    DeviceBinding light =
        only(
            "</sw>;rt=\"oic.r.switch.binary\";obs,</dim>;rt=\"oic.r.light.dimming\";obs,</oic/d>;rt=\"oic.wk.d oic.d.light\"");
    assertThat(light.announcement().orElseThrow().type()).isEqualTo("light");
    byte[] on = HexFormat.of().parseHex("A1" + "65" + "76616C7565" + "F5"); // {"value": true}
    assertThat(said(light, last(light), Payload.of(on, "application/vnd.ocf+cbor")))
        .isEqualTo(Map.of("on", Value.of(true)));
    Outgoing message = told(light, "turnOn", Map.of());
    assertThat(message.method()).isEqualTo("POST");
    assertThat(message.payload()).isEqualTo(on);
    assertThat(message.mediaType()).contains("application/vnd.ocf+cbor");
  }

  @Test
  void aLockSaysLockedAndAGarageDoorIsOne() throws Exception {
    DeviceBinding lock = only("</l>;rt=\"oic.r.lock.status\";obs;ct=50");
    assertThat(said(lock, 0, Payload.of("{\"lockState\":\"Locked\"}")))
        .isEqualTo(Map.of("locked", Value.of(true)));
    assertThat(told(lock, "unlock", Map.of()).text()).isEqualTo("{\"lockState\":\"Unlocked\"}");
    DeviceBinding door = only("</o>;rt=\"oic.r.openlevel\";obs,</d>;rt=\"oic.d.garagedoor\"");
    assertThat(door.announcement().orElseThrow().kind()).contains("garage_door");
    assertThat(door.announcement().orElseThrow().without()).containsExactly("stop");
  }

  @Test
  void plainWordsAreUnderstoodAndASensorIsNotCommanded() throws Exception {
    DeviceBinding lamp = only("</lamp>;rt=\"Light\";if=\"core.a\";obs;title=\"Reading lamp\"");
    assertThat(lamp.commands()).containsKeys("turnOn", "turnOff", "toggle");
    DeviceBinding sensor = only("</lux>;rt=\"light\";if=\"core.s\"");
    assertThat(sensor.announcement().orElseThrow().capabilities())
        .containsExactly("IlluminanceMeasurement");
    assertThat(sensor.commands()).isEmpty();
  }

  @Test
  void aColourGoesThereAndBack() {
    for (String text : List.of("#FF0000", "#00FF00", "#0000FF", "#FF8000", "#FFFFFF", "#80FFFF")) {
      Value colour =
          Colours.HEX_TEXT.read(Value.of(text), java.util.Optional.empty()).orElseThrow();
      Value again =
          Colours.HEX_TEXT
              .read(Colours.HEX_TEXT.write(colour), java.util.Optional.empty())
              .orElseThrow();
      assertThat(again).as(text).isEqualTo(colour);
    }
  }

  @Test
  void whatNobodyUnderstandsIsNoDevice() throws Exception {
    assertThat(Things.describe(SERVER, Link.parse("</time>;rt=\"ticks\";obs,</async>"), Map.of()))
        .isEmpty();
  }

  @Test
  void tenThousandHostileLinksAreReadOrRefused() {
    Random random = new Random(6690);
    byte[] seed =
        "</3311/0/5850>;rt=\"oma.lwm2m-3311\";obs;ct=\"0 60\",</a>;title=\"A \\\"b\\\"\";if=core.s"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i < 10_000; i++) {
      byte[] hostile = java.util.Arrays.copyOf(seed, 1 + random.nextInt(seed.length));
      for (int j = random.nextInt(6); j >= 0; j--) {
        hostile[random.nextInt(hostile.length)] = (byte) random.nextInt();
      }
      try {
        Things.describe(
            SERVER,
            Link.parse(new String(hostile, java.nio.charset.StandardCharsets.UTF_8)),
            Map.of());
      } catch (MalformedPayloadException refused) {
        assertThat(refused).hasMessageContaining("links");
      }
    }
  }

  private static DeviceBinding only(String links) throws MalformedPayloadException {
    List<DeviceBinding> devices = Things.describe(SERVER, Link.parse(links), Map.of());
    assertThat(devices).hasSize(1);
    return devices.getFirst();
  }

  private static Map<String, Value> said(DeviceBinding device, int source, Payload payload)
      throws MalformedPayloadException {
    return device.states().get(source).decoder().decode(payload).properties();
  }

  /** Links come in the order of their paths. */
  private static int last(DeviceBinding device) {
    return device.states().size() - 1;
  }

  private static Outgoing told(DeviceBinding device, String action, Map<String, Value> arguments)
      throws Exception {
    Call call =
        new Call(
            new Command(device.device(), action, arguments),
            DeviceState.unknown(device.device()),
            "c1",
            "reply");
    return device.command(action).orElseThrow().encoder().encode(call).getFirst();
  }
}
