package io.hearth.app.bench.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * No text makes a turn fail, or does at once what must be confirmed. A few thousand in the suite;
 * {@code -Dhearth.fuzz=100} for a hundred times as many, and {@code ./hearth bench language --only
 * fuzz} for 100,000 with their time.
 */
class HostileTextsTest {

  private static final DescribedHome DEMO = new HomeFiles(Catalogues.builtIn()).demo();
  private static final Listener LISTENER = new Listener(DEMO, "kitchen");
  private static final HostileTexts TEXTS = new HostileTexts(DEMO.home());
  private static final Harm HARM = new Harm(DEMO.home());
  private static final int TIMES = Integer.getInteger("hearth.fuzz", 1);

  @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
  void noTextMakesATurnFailOrDoesWhatMustBeConfirmed(@ForAll("hostile") String[] texts) {
    for (String text : texts) {
      assertThat(HARM.of(LISTENER.hear(text))).as(text).isEmpty();
    }
  }

  @Provide
  Arbitrary<String[]> hostile() {
    return Arbitraries.randomValue(
        random -> Stream.generate(() -> TEXTS.text(random)).limit(TIMES).toArray(String[]::new));
  }

  @Test
  void anUnlockingThatNobodyConfirmedIsFound() {
    // Given
    Map<String, Object> turn =
        Map.of(
            "decision",
            "act",
            "commands",
            new Object[] {Map.of("device", "lock.front_door", "action", "unlock")});

    // When
    Understood understood = new Understood(JsonMapper.builder().build().valueToTree(turn));

    // Then
    assertThat(HARM.of(understood)).hasValueSatisfying(w -> assertThat(w).contains("unlock"));
  }
}
