package io.hearth.adapter.shelly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.Lesson;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShellyConventionTest {

  private static final String ID = "shellyplus2pm-a8032ab12345";
  private static final String REPLY = "hearth/reply/t/shelly/" + ID + "/rpc";

  private final Lesson lesson = new Lesson(new ShellyConvention("hearth/reply/t/shelly"));

  private static String answer(String components) {
    return "{\"id\":\"hearth-config\",\"src\":\""
        + ID
        + "\",\"result\":{\"sys\":{\"device\":"
        + "{\"name\":\"Hall\",\"mac\":\"A8032AB12345\"}},"
        + components
        + "}}";
  }

  private void configured(String components) throws MalformedPayloadException {
    lesson.hears(ID + "/online", "true").hears(REPLY, answer(components), false);
  }

  @Test
  void whoIsOnlineIsAskedAndDescribedByItsAnswer() throws Exception {
    // Given
    lesson.hears("printer/online", "true").hears(ID + "/online", "true");
    assertThat(lesson.sent)
        .extracting(question -> question.to() + " " + question.text())
        .first()
        .asString()
        .isEqualTo(
            ID
                + "/rpc {\"id\":\"hearth-config\",\"src\":\"hearth/reply/t/shelly/"
                + ID
                + "\",\"method\":\"Shelly.GetConfig\"}");
    // When
    lesson.hears(
        REPLY,
        answer("\"switch:0\":{\"id\":0,\"name\":\"Lamp\"},\"switch:1\":{\"id\":1,\"name\":null}"),
        false);
    // Then
    assertThat(lesson.sent).hasSize(2);
    assertThat(lesson.device(ID + ".switch0").announcement().orElseThrow().name())
        .isEqualTo("Lamp");
    assertThat(lesson.device(ID + ".switch1").announcement().orElseThrow().name())
        .isEqualTo("Hall 2");
    assertThat(lesson.device(ID + ".switch1").identities()).containsExactly("mac:a8032ab12345");
    assertThat(lesson.tells(ID + ".switch1", "turnOn").getFirst())
        .contains(
            "\"id\":\"c1\"", "\"method\":\"Switch.Set\"", "\"params\":{\"id\":1,\"on\":true}");
    assertThat(lesson.device(ID + ".switch1").command("turnOn").orElseThrow().confirmation())
        .isInstanceOf(Confirmation.ByReply.class);
    assertThat(
            lesson.says(
                ID + ".switch1",
                ID + "/events/rpc",
                "{\"src\":\""
                    + ID
                    + "\",\"method\":\"NotifyStatus\",\"params\":{\"ts\":1750000000.5,"
                    + "\"switch:1\":{\"id\":1,\"output\":true,\"apower\":12.5,\"aenergy\":{\"total\":1500}}}}"))
        .containsEntry("on", Value.of(true))
        .containsEntry("power", Value.of(12.5))
        .containsEntry("energy", Value.of(1.5));
  }

  @Test
  void anAnswerConfirmsACommandAndAnErrorRejectsIt() throws Exception {
    // Given
    configured("\"cover:0\":{\"id\":0}");
    // When
    lesson.hears(REPLY, "{\"id\":\"c7\",\"src\":\"" + ID + "\",\"result\":null}", false);
    lesson.hears(
        REPLY,
        "{\"id\":\"c8\",\"src\":\""
            + ID
            + "\",\"error\":{\"code\":-109,\"message\":\"Not calibrated\"}}",
        false);
    // Then
    assertThat(lesson.replies)
        .containsEntry("c7", new Answer.Accepted())
        .containsEntry("c8", new Answer.Rejected("Not calibrated"));
    assertThat(lesson.tells(ID, "setPosition", "position", 40).getFirst())
        .contains("Cover.GoToPosition", "\"pos\":40");
    assertThat(
            lesson.says(ID, ID + "/status/cover:0", "{\"state\":\"closing\",\"current_pos\":60}"))
        .containsEntry("position", Value.of(60))
        .containsEntry("moving", Value.of("closing"));
  }

  @Test
  void lightsSensorsAndRadiatorValvesAreUnderstood() throws Exception {
    // Given
    configured(
        "\"rgbw:0\":{\"id\":0},\"temperature:100\":{\"id\":100},\"devicepower:0\":{\"id\":0}");
    // When
    Map<String, Value> said =
        lesson.says(
            ID,
            REPLY,
            "{\"id\":\"hearth-status\",\"src\":\""
                + ID
                + "\",\"result\":{\"rgbw:0\":{\"output\":true,"
                + "\"brightness\":40,\"rgb\":[255,0,0]},\"temperature:100\":{\"tC\":21.5},"
                + "\"devicepower:0\":{\"battery\":{\"percent\":90}}}}");
    // Then
    assertThat(said)
        .containsEntry("brightness", Value.of(40))
        .containsEntry("temperature", Value.of(21.5))
        .containsEntry("battery", Value.of(90))
        .containsEntry("color", Value.ofRaw(Map.of("hue", 0, "saturation", 100)));
    assertThat(
            lesson.tells(ID, "setColor", "color", Map.of("hue", 120, "saturation", 100)).getFirst())
        .contains("RGBW.Set", "\"rgb\":[0,255,0]");
    configured("\"blutrv:200\":{\"id\":200}");
    assertThat(lesson.tells(ID, "setTemperature", "targetTemperature", 21).getFirst())
        .contains("BluTrv.Call", "\"id\":200", "TRV.SetTarget", "\"target_C\":21.0");
  }

  @Test
  void aConfigurationThatNobodyAskedForIsRefused() {
    // Given
    String unasked = answer("\"switch:0\":{\"id\":0}");
    // When / Then
    assertThatThrownBy(() -> lesson.hears(REPLY, unasked, false))
        .isInstanceOf(MalformedPayloadException.class);
    assertThat(lesson.knows(ID)).isFalse();
  }

  @Test
  void theFirstGenerationIsUnderstoodByItsModel() throws Exception {
    // Given
    Lesson first = new Lesson(new Shelly1Convention());
    // When
    first.hears(
        "shellies/announce",
        "{\"id\":\"shellyswitch25-B929CC\",\"model\":\"SHSW-25\",\"mac\":\"98F4ABB929CC\",\"mode\":\"roller\"}",
        false);
    // Then
    assertThat(first.tells("shellyswitch25-B929CC", "setPosition", "position", 25))
        .containsExactly("shellies/shellyswitch25-B929CC/roller/0/command/pos 25");
    assertThat(
            first.says(
                "shellyswitch25-B929CC", "shellies/shellyswitch25-B929CC/roller/0/pos", "70"))
        .containsEntry("position", Value.of(70));
  }

  @Test
  void hostileAnnouncementsOfTheFirstGenerationNeitherCrashNorBlock() throws Exception {
    // Given
    Random random = new Random(6);
    Lesson first = new Lesson(new Shelly1Convention());
    String seed =
        "{\"id\":\"shelly1-AABBCC\",\"model\":\"SHSW-1\",\"mac\":\"98F4ABAABBCC\",\"mode\":\"relay\"}";
    // When
    for (int i = 0; i < 10_000; i++) {
      StringBuilder payload = new StringBuilder(seed);
      int at = random.nextInt(payload.length());
      payload.replace(
          at,
          Math.min(payload.length(), at + random.nextInt(5)),
          "\"]:{,/+#1e999".substring(random.nextInt(12)));
      try {
        first.hears("shellies/announce", payload.toString(), false);
      } catch (MalformedPayloadException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
    first.hears("shellies/announce", seed, false);
    // Then
    assertThat(first.knows("shelly1-AABBCC")).isTrue();
  }

  @Test
  void hostileFramesNeitherCrashNorBlock() throws Exception {
    // Given
    Random random = new Random(5);
    String seed =
        answer(
            "\"switch:0\":{\"id\":0},\"cct:0\":{\"ct_range\":[2700,6500]},\"input:0\":{\"type\":\"button\"}");
    // When
    for (int i = 0; i < 10_000; i++) {
      StringBuilder payload = new StringBuilder(seed);
      int at = random.nextInt(payload.length());
      payload.replace(
          at,
          Math.min(payload.length(), at + random.nextInt(5)),
          "\"]:{,1e999".substring(random.nextInt(9)));
      try {
        lesson.hears(ID + "/online", "true").hears(REPLY, payload.toString(), false);
        lesson.hears(ID + "/events/rpc", payload.toString(), false);
      } catch (MalformedPayloadException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
    configured("\"switch:0\":{\"id\":0}");
    // Then
    assertThat(lesson.knows(ID)).isTrue();
  }
}
