package io.hearth.model.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ValueTest {

  @Test
  void wholeNumbersAreWrittenWithoutAFraction() {
    assertThat(Value.of(180.0).raw()).isEqualTo(180L);
    assertThat(Value.of(21.5).raw()).isEqualTo(21.5);
    assertThat(Value.of(-0.0).raw()).isEqualTo(0L);
  }

  @Test
  void leavesOutNullsOfMappingsAndLists() {
    // Given
    Map<String, Object> raw = new LinkedHashMap<>();
    raw.put("title", "x");
    raw.put("artist", null);

    // When
    Value value = Value.ofRaw(Map.of("media", raw, "list", Arrays.asList(1, null, 2)));

    // Then
    assertThat(value.raw())
        .isEqualTo(Map.of("media", Map.of("title", "x"), "list", List.of(1L, 2L)));
  }

  @Test
  void refusesWhatJsonHasNotGot() {
    assertThatThrownBy(() -> Value.of(Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> Value.ofRaw(new Object())).hasMessageContaining("java.lang.Object");
    assertThatThrownBy(() -> Value.ofRaw(null)).hasMessageContaining("null");
  }

  @Property
  void whatIsWrittenReadsBackEqual(
      @ForAll double number, @ForAll String text, @ForAll boolean bool) {
    if (!Double.isFinite(number)) {
      return;
    }
    Value value = Value.ofRaw(List.of(number, text, bool, Map.of("k", number)));

    assertThat(Value.ofRaw(value.raw())).isEqualTo(value);
  }
}
