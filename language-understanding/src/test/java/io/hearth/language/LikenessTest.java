package io.hearth.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.RiskClass;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no form of the grammar foresees is understood by its likeness to what people say. */
class LikenessTest {

  private static final String LIKENESS = "indirect: like what people say";

  @ParameterizedTest
  @CsvSource({
    "goodness the rug is covered in crumbs again, Start",
    "i could murder an espresso this morning, Start",
    "somebody get the espresso flowing, Start",
    "we are all sitting around in the pitch dark here darling, TurnOn",
  })
  void understandsWhatNoFormForesees(String text, String intent) {
    // Given
    Room room = Room.of("living_room").withStatistics();
    // When
    List<Hypothesis> heard = room.hears(text);
    // Then
    assertThat(heard.getFirst().requests().getFirst().intent().word()).as(text).isEqualTo(intent);
    assertThat(heard.getFirst().parse()).anyMatch(line -> line.startsWith(LIKENESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "play the headlines from the capital",
        "what festivals are on around the harbour this weekend",
        "she left the oven on all of last night",
        "wire three hundred euros to my landlord",
        "which spices go into a good gumbo",
        "how do the danes say lamp",
        "the striker shoots and it hits the bar",
      })
  void takesTalkForNothing(String text) {
    // Given
    Room room = Room.of("living_room").withStatistics();
    // When
    List<Hypothesis> heard = room.hears(text);
    // Then
    assertThat(heard.getFirst().isOutOfDomain()).as(heard.toString()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "be so kind and have that glow thing off now, TurnOn",
    "somebody should get every one of these lamps off at once, TurnOn",
    "i would rather the blinds went shut somehow, Open",
    "let the telly be a good deal quieter somehow, AdjustVolumeUp",
    "hey just make all of it less loud over there, AdjustVolumeUp",
  })
  void neverCrossesToTheOtherSide(String text, String never) {
    // Given
    Room room = Room.of("living_room").withStatistics();
    // When
    List<Hypothesis> heard = room.hears(text);
    // Then
    assertThat(heard)
        .flatExtracting(Hypothesis::requests)
        .extracting(request ->
            request.intent().word()
                + request
                    .slot("delta")
                    .map(delta -> String.valueOf(delta.raw()).startsWith("-") ? "Down" : "Up")
                    .orElse(""))
        .doesNotContain(never);
  }

  @Test
  void marksWhatIsLikelyAsIndirect() {
    // Given
    Room room = Room.of("kitchen").withStatistics();
    // When
    List<Hypothesis> heard = room.hears("would somebody see to it that the garage thing goes up");
    // Then
    assertThat(heard)
        .filteredOn(hypothesis -> isHigh(room, hypothesis))
        .allMatch(hypothesis -> hypothesis.parse().stream().anyMatch(l -> l.startsWith(LIKENESS)));
  }

  @Test
  void saysNotToDoWhatIsNotWanted() {
    // Given
    Room room = Room.of("living_room").withStatistics();
    // When
    List<Hypothesis> heard = room.hears("do not under any circumstances get the espresso flowing");
    // Then
    assertThat(heard)
        .flatExtracting(Hypothesis::requests)
        .extracting(request -> request.intent())
        .doesNotContain(Intent.START);
  }

  @Property(tries = 200)
  void survivesAnyText(@ForAll @StringLength(max = 120) String text) {
    assertThat(Room.of("kitchen").withStatistics().hears(text + ".")).isNotEmpty();
  }

  @Test
  void survivesLongAndHostileText() {
    // Given
    Random random = new Random(7);
    List<String> pieces =
        List.of(
            "unlock",
            "the",
            "'; drop table",
            "<script>",
            "garage",
            "🔥",
            "\u0000",
            "é",
            "99999999999999");
    // When
    for (int i = 0; i < 80; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(1, 60), 0, pieces.size())
          .forEach(n -> text.append(pieces.get(n)).append(' '));
      List<Hypothesis> heard = Room.of("kitchen").withStatistics().hears(text.toString());
      // Then
      assertThat(heard).isNotEmpty().hasSizeLessThanOrEqualTo(24);
    }
  }

  private static boolean isHigh(Room room, Hypothesis hypothesis) {
    return hypothesis.requests().stream()
        .flatMap(request -> request.targets().stream())
        .anyMatch(id ->
            room.home()
                .device(id)
                .filter(device -> device.riskOf("open") == RiskClass.HIGH)
                .isPresent());
  }
}
