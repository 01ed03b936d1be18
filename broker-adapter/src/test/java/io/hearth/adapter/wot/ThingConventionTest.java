package io.hearth.adapter.wot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.adapter.binding.Lesson;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThingConventionTest {

  private final Lesson lesson = new Lesson(new ThingConvention(ThingConvention.USUAL_TOPICS));

  @Test
  void aThingIsKnownFromItsDescriptionUntilThatIsCleared() throws Exception {
    // When
    lesson.hears("wot/lamp/td", thing("lamp", "Lamp"));
    // Then
    assertThat(lesson.changed).containsExactly(new DeviceId("urn:dev:lamp"));
    assertThat(lesson.device("urn:dev:lamp").announcement().orElseThrow().name()).isEqualTo("Lamp");
    // When
    lesson.hears("wot/lamp/td", "");
    // Then
    assertThat(lesson.knows("urn:dev:lamp")).isFalse();
  }

  @Test
  void aTopicThatDescribesAnotherThingDescribesTheFirstNoMore() throws Exception {
    // When
    lesson.hears("wot/a/td", thing("old", "Old")).hears("wot/a/td", thing("new", "New"));
    // Then
    assertThat(lesson.knows("urn:dev:old")).isFalse();
    assertThat(lesson.knows("urn:dev:new")).isTrue();
  }

  @Test
  void aThingDescribedAtTwoTopicsStaysUntilBothAreCleared() throws Exception {
    // Given
    lesson.hears("wot/a/td", thing("lamp", "Lamp")).hears("wot/b/td", thing("lamp", "Lamp"));
    // When Then
    lesson.hears("wot/a/td", "");
    assertThat(lesson.knows("urn:dev:lamp")).isTrue();
    lesson.hears("wot/b/td", "");
    assertThat(lesson.knows("urn:dev:lamp")).isFalse();
  }

  @Test
  void whatIsNoDescriptionIsLeftAloneAndABadOneIsAProblem() throws Exception {
    // When
    lesson
        .hears("wot/a/td", "{\"temperature\":21}")
        .hears("wot/b/td", "{\"@context\":\"https://www.w3.org/2022/wot/td/v1.1\"}");
    // Then
    assertThat(lesson.changed).isEmpty();
    assertThat(lesson.problems).singleElement().asString().startsWith("thing description: ");
    for (String text : List.of("{", "\u0000", "nonsense")) {
      try {
        lesson.hears("wot/c/td", text);
      } catch (MalformedPayloadException counted) {
        assertThat(counted).hasMessageNotContaining("null");
      }
    }
    assertThat(lesson.changed).isEmpty();
  }

  private static String thing(String id, String title) {
    return """
    {"@context":"https://www.w3.org/2022/wot/td/v1.1","id":"urn:dev:%s","title":"%s",
     "@type":"Light","security":"n","securityDefinitions":{"n":{"scheme":"nosec"}},
     "properties":{"power":{"type":"boolean","@type":"OnOffProperty","forms":[
      {"href":"mqtt://broker/%s/power","op":"observeproperty","mqv:topic":"%s/power"}]}}}
    """
        .formatted(id, title, id, id);
  }
}
