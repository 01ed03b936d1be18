package io.hearth.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HearthJsonTest {

  private static final DeviceId DEVICE = new DeviceId("cover.garage");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "7",
        "[]",
        "\"on\"",
        "{",
        "{}{}",
        "{'on':true}",
        "{\"on\":NaN}",
        "{\"on\":1e999}",
        "{\"on\":true,\"on\":false}",
        "{\"\":1}",
        "{\"at\":17}",
        "{\"at\":\"2026-01-01\"}",
        "{\"on\":true} trailing"
      })
  void aStateThatIsNoneIsMalformed(String payload) {
    assertThatThrownBy(() -> HearthJson.state(bytes(payload)))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"Door\"}",
        "{\"type\":\"cover\"}",
        "{\"name\":\"\",\"type\":\"cover\"}",
        "{\"name\":\"Door\",\"type\":\"cover\",\"aliases\":\"gate\"}",
        "{\"name\":\"Door\",\"type\":\"cover\",\"aliases\":[1]}",
        "{\"name\":\"Door\",\"type\":\"cover\",\"options\":[]}"
      })
  void aDescriptionThatIsNoneIsMalformed(String payload) {
    assertThatThrownBy(() -> HearthJson.announcement(DEVICE, bytes(payload)))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"outcome\":\"maybe\"}", "{\"outcome\":true}", "accepted"})
  void aReplyThatIsNoneIsMalformed(String payload) {
    assertThatThrownBy(() -> HearthJson.reply(bytes(payload)))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void nullMeansNotSaid() throws MalformedPayloadException {
    assertThat(HearthJson.state(bytes("{\"on\":null,\"brightness\":40}")).properties())
        .containsOnlyKeys("brightness");
  }

  @Test
  void numbersAndNestedValuesKeepTheirShape() throws MalformedPayloadException {
    SaidState said =
        HearthJson.state(bytes("{\"temperature\":21.5,\"color\":{\"hue\":10,\"saturation\":99}}"));
    assertThat(said.properties().get("temperature")).isEqualTo(Value.of(21.5));
    assertThat(said.properties().get("color")).isInstanceOf(Value.Fields.class);
  }

  @Test
  void deeplyNestedPoisonIsMalformedAndBreaksNothing() {
    String poison = "{\"a\":" + "[".repeat(100_000);
    assertThatThrownBy(() -> HearthJson.state(bytes(poison)))
        .isInstanceOf(MalformedPayloadException.class);
  }

  @Property(tries = 10_000)
  void noBytesWhateverThrowAnythingElse(@ForAll("poison") byte[] payload) {
    try {
      HearthJson.state(payload);
      HearthJson.announcement(DEVICE, payload);
      HearthJson.reply(payload);
    } catch (MalformedPayloadException expected) {
      assertThat(expected).hasMessageNotContaining("\n");
    }
  }

  @Provide
  Arbitrary<byte[]> poison() {
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
    Arbitrary<byte[]> almost =
        Arbitraries.of("{", "}", "\"at\":", "\"on\":", "true", "1e9", ",", "\"x\"", "[", "]", "\\u")
            .list()
            .ofMaxSize(12)
            .map(parts -> bytes(String.join("", parts)));
    return Arbitraries.oneOf(noise, almost);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
