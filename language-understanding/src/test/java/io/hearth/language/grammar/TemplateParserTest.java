package io.hearth.language.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateParserTest {

  private static Part parse(String text) {
    return new TemplateParser(text, Map.of("on", "(turn|switch) on"), List::of).parse();
  }

  @Test
  void wordsChoicesOptionalPartsSlotsAndNamedPartsAreRead() {
    assertThat(parse("<on> [the] {place:where}"))
        .isEqualTo(
            new Part.Sequence(
                List.of(
                    new Part.Sequence(
                        List.of(
                            new Part.Choice(
                                List.of(new Part.Word("turn"), new Part.Word("switch"))),
                            new Part.Word("on"))),
                    new Part.Maybe(new Part.Word("the")),
                    new Part.Slot("place", "where"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a|b", "[a", "{slot", "a)", "<nothing>"})
  void malformedTemplatesSayWhere(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(text);
  }
}
