package io.hearth.adapter.wot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import io.hearth.model.state.DeviceState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ThingBindingTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String LAMP =
      """
      {"@context":"https://www.w3.org/2022/wot/td/v1.1","id":"urn:dev:lamp-7","title":"Desk lamp",
       "@type":"Light","base":"http://127.0.0.1:8099/","security":"n",
       "securityDefinitions":{"n":{"scheme":"nosec"}},
       "properties":{
        "power":{"type":"boolean","@type":"OnOffProperty","forms":[{"href":"power"}]},
        "level":{"type":"integer","@type":"BrightnessProperty","unit":"percent","minimum":0,
         "maximum":100,"forms":[{"href":"mqtt://broker/lamp7/level","op":"observeproperty",
          "mqv:topic":"lamp7/level"},{"href":"mqtt://broker/lamp7/level/set","op":"writeproperty"}]},
        "hours":{"type":"number","readOnly":true,"forms":[{"href":"hours{?since}"}],
         "uriVariables":{"since":{"type":"string","default":"new"}}}},
       "actions":{"toggle":{"forms":[{"href":"coap://127.0.0.1/toggle","cov:method":"POST"}]},
        "fade":{"input":{"type":"object","required":["x"],"properties":{"x":{"type":"number"}}},
         "forms":[{"href":"fade"}]}}}
      """;

  @Test
  void aThingIsADeviceOverWhateverProtocolItsFormsName() throws Exception {
    // When
    DeviceBinding lamp = ThingBinding.of(JSON.readTree(LAMP));

    // Then
    assertThat(lamp.device().value()).isEqualTo("urn:dev:lamp-7");
    assertThat(lamp.announcement().orElseThrow().type()).isEqualTo("light");
    assertThat(lamp.announcement().orElseThrow().capabilities())
        .containsExactly("OnOff", "LevelControl");
    assertThat(lamp.states())
        .extracting(source -> source.at() + " " + source.properties())
        .containsExactlyInAnyOrder(
            "http://127.0.0.1:8099/power [on]",
            "lamp7/level [brightness]",
            "http://127.0.0.1:8099/hours?since=new [hours]");
    assertThat(sent(lamp, "turnOn", Map.of())).isEqualTo("PUT http://127.0.0.1:8099/power true");
    assertThat(sent(lamp, "setBrightness", Map.of("brightness", Value.of(40))))
        .isEqualTo("PUBLISH lamp7/level/set 40");
    assertThat(sent(lamp, "toggle", Map.of())).isEqualTo("POST coap://127.0.0.1/toggle ");
    assertThat(lamp.commands().get("setBrightness").confirmation())
        .isEqualTo(new Confirmation.ByReport(Set.of("brightness")));
    assertThat(lamp.commands().get("turnOn").confirmation()).isEqualTo(new Confirmation.ByReply());
  }

  private static String sent(DeviceBinding binding, String action, Map<String, Value> arguments)
      throws Exception {
    Call call =
        new Call(
            new Command(binding.device(), action, arguments),
            DeviceState.unknown(binding.device()),
            "c",
            "reply");
    Outgoing out = binding.commands().get(action).encoder().encode(call).getFirst();
    return out.method() + " " + out.to() + " " + out.text();
  }

  @Test
  void aValueThatIsNoneOfItsSchemaIsRefused() throws Exception {
    // Given
    DeviceBinding lamp = ThingBinding.of(JSON.readTree(LAMP));

    // Then
    var power = lamp.states().getFirst();
    assertThat(power.decoder().decode(Payload.of("true")).properties())
        .containsExactly(Map.entry("on", Value.of(true)));
    assertThatThrownBy(() -> power.decoder().decode(Payload.of("\"on\"")))
        .hasMessage("not a value of boolean");
  }

  @Test
  void aBadDescriptionGivesOneErrorWithItsPlace() {
    assertThatThrownBy(
            () -> ThingBinding.of(JSON.readTree(LAMP.replace("\"boolean\"", "\"bool\""))))
        .isInstanceOf(ThingException.class)
        .hasMessageStartingWith("/properties/power/type: ");
    assertThatThrownBy(() -> ThingBinding.of(JSON.readTree("{\"title\":\"x\"}")))
        .hasMessageContaining("required");
    assertThatThrownBy(() -> ThingBinding.of(JSON.readTree(LAMP.replace("nosec", "oauth2"))))
        .hasMessageContaining("oauth2");
    assertThatThrownBy(() ->
            ThingBinding.of(
                JSON.readTree(LAMP.replace("\"base\":\"http://127.0.0.1:8099/\",", ""))))
        .hasMessage("/properties/power/forms/0/href: is relative, and the description has no base");
  }

  @Test
  void aModelBecomesAThingByItsPlaceholders(@TempDir Path folder) throws Exception {
    // Given
    Files.writeString(
        folder.resolve("switch.tm.json"),
        """
        {"@context":"https://www.w3.org/2022/wot/td/v1.1","@type":"tm:ThingModel","title":"Base",
         "securityDefinitions":{"n":{"scheme":"nosec"}},"security":"n",
         "properties":{"power":{"type":"boolean","forms":[{"href":"http://{{HOST}}/power"}]}}}
        """);
    Files.writeString(
        folder.resolve("plug.tm.json"),
        """
        {"@context":"https://www.w3.org/2022/wot/td/v1.1","@type":["tm:ThingModel","SmartPlug"],
         "title":"Plug {{NAME}}","links":[{"rel":"tm:extends","href":"switch.tm.json"}],
         "properties":{"second":{"tm:ref":"switch.tm.json#/properties/power","title":"Second"}}}
        """);
    Path thing = folder.resolve("plug-1.json");
    Files.writeString(
        thing,
        """
        {"model":"plug.tm.json","placeholders":{"HOST":"127.0.0.1:9","NAME":"by the door"},
         "id":"urn:plug:1"}
        """);

    // When
    DeviceBinding plug = ThingBinding.of(new ThingModels(folder).thing(thing));

    // Then
    assertThat(plug.announcement().orElseThrow().name()).isEqualTo("Plug by the door");
    assertThat(plug.announcement().orElseThrow().type()).isEqualTo("outlet");
    assertThat(sent(plug, "turnOff", Map.of())).isEqualTo("PUT http://127.0.0.1:9/power false");
    Files.writeString(thing, "{\"model\":\"plug.tm.json\"}");
    assertThatThrownBy(() -> new ThingModels(folder).thing(thing))
        .hasMessageStartingWith("/placeholders: has no ");
    Files.writeString(thing, "{\"model\":\"../secret.json\"}");
    assertThatThrownBy(() -> new ThingModels(folder).thing(thing))
        .hasMessageContaining("is no file beside the model");
  }

  @Test
  void aPlaceholderKeepsTheKindOfItsValue(@TempDir Path folder) throws Exception {
    // Given
    Files.writeString(
        folder.resolve("lamp.tm.json"),
        """
        {"@context":"https://www.w3.org/2022/wot/td/v1.1","@type":"tm:ThingModel","title":"{{N}} {{N}}",
         "securityDefinitions":{"n":{"scheme":"nosec"}},"security":"n",
         "properties":{"brightness":{"type":"integer","minimum":"{{MIN}}",
          "maximum":"{{MAX}}","forms":[{"href":"http://127.0.0.1/level"}]}}}
        """);
    Path thing = folder.resolve("lamp.json");
    Files.writeString(
        thing,
        """
        {"model":"lamp.tm.json","placeholders":{"MIN":0,"MAX":254,"N":7},
         "id":"urn:lamp:7"}
        """);

    // When
    JsonNode description = new ThingModels(folder).thing(thing);

    // Then
    assertThat(description.at("/properties/brightness/maximum").intValue()).isEqualTo(254);
    assertThat(description.path("title").asString("")).isEqualTo("7 7");
    assertThat(
            sent(ThingBinding.of(description), "setBrightness", Map.of("brightness", Value.of(50))))
        .isEqualTo("PUT http://127.0.0.1/level 127");
  }

  @Test
  void aModelThatIsNoneIsOneErrorWithItsFileAndPlace(@TempDir Path folder) throws Exception {
    // Given
    Path model = folder.resolve("lamp.tm.json");
    String text =
        """
        {"@context":"https://www.w3.org/2022/wot/td/v1.1","@type":"tm:ThingModel","title":"Lamp",
         "properties":{"power":{"type":"bool"}}}
        """;
    Files.writeString(model, text);
    Path thing = folder.resolve("lamp.json");
    Files.writeString(thing, "{\"model\":\"lamp.tm.json\"}");

    // Then
    assertThatThrownBy(() -> new ThingModels(folder).thing(thing))
        .hasMessageStartingWith("lamp.tm.json: /properties/power/type: ");
    assertThatThrownBy(() -> new ThingModels(folder).thing(model))
        .hasMessageStartingWith("/properties/power/type: ");
    Files.writeString(model, text.replace("tm:ThingModel", "Light").replace("bool", "boolean"));
    assertThatThrownBy(() -> new ThingModels(folder).thing(thing))
        .hasMessageStartingWith("lamp.tm.json: /@type: ");
  }

  @Test
  void noDescriptionOfTenThousandSpoiledOnesBreaksAnything() {
    Random random = new Random(11);
    List<String> nasty =
        List.of("null", "{}", "[]", "\"\"", "1e999", "{{x}}", "://", "{?", "\\u0000", "-", "%zz");
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder(LAMP);
      for (int n = random.nextInt(3); n >= 0; n--) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(10));
        text.replace(from, to, nasty.get(random.nextInt(nasty.size())));
      }
      assertThatCode(
              () -> {
                try {
                  ThingBinding.of(JSON.readTree(text.toString()));
                } catch (ThingException | JacksonException expected) {
                  assertThat(expected.getMessage()).isNotBlank();
                }
              })
          .as(text.toString())
          .doesNotThrowAnyException();
    }
  }
}
