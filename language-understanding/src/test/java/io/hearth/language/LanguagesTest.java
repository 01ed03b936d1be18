package io.hearth.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.language.words.DataFile;
import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Normalizer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every language has, and what German does with words. */
class LanguagesTest {

  private final Normalizer german = Lexicon.of("de").normalizer();

  @ParameterizedTest
  @ValueSource(strings = {"lexicon", "structure", "senses"})
  void germanHasTheSameSectionsAsEnglish(String file) {
    // When
    Set<String> english = DataFile.entries(DataFile.read("en/" + file + ".yaml").all()).keySet();
    Set<String> other = DataFile.entries(DataFile.read("de/" + file + ".yaml").all()).keySet();
    // Then
    assertThat(other).containsExactlyInAnyOrderElementsOf(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"numbers", "dates"})
  void germanHasTheSameWordsOfStructureAsEnglish(String section) {
    // When
    Set<String> english = keys("en", section);
    // Then
    assertThat(keys("de", section)).containsExactlyInAnyOrderElementsOf(english);
  }

  private static Set<String> keys(String language, String section) {
    return DataFile.entries(DataFile.read(language + "/structure.yaml").section(section)).keySet();
  }

  @Test
  void germanHasTheSameActsOfDialogueAsEnglish() {
    // When
    Set<String> english = acts("en");
    // Then
    assertThat(acts("de")).containsExactlyInAnyOrderElementsOf(english);
  }

  private static Set<String> acts(String language) {
    Set<String> acts = new HashSet<>();
    DataFile.read(language + "/grammar.yaml")
        .section("dialogue")
        .forEach(entry -> acts.add(entry.get("act").asString()));
    return acts;
  }

  @ParameterizedTest
  @CsvSource({
    "einundzwanzig, 21",
    "fünfundvierzig, 45",
    "hundert, 100",
    "zweihundertfünfzig, 250",
    "zweitausendsiebenhundert, 2700",
    "dreißig, 30"
  })
  void aNumberWrittenAsOneWordIsRead(String word, String number) {
    // Then
    assertThat(german.words(word)).containsExactly(number);
  }

  @Test
  void aCompoundOfARoomAndAThingIsTakenApart() {
    // Then
    assertThat(german.words("Küchenlicht")).containsExactly("kuche", "licht");
    assertThat(german.words("Schlafzimmerfenster")).containsExactly("schlafzimmer", "fenster");
    assertThat(german.sentence("das Küchenlicht").heard()).isEqualTo("das kuchenlicht");
  }

  @Test
  void aWordThatOnlyLooksLikeACompoundStaysWhole() {
    // Then
    assertThat(german.words("Garagentor Nachttischlampe Hund und"))
        .containsExactly("garagentor", "nachttischlampe", "hund", "und");
  }

  @Test
  void aCommaBetweenDigitsIsTheDecimalOne() {
    // Then
    assertThat(german.words("21,5 Grad")).containsExactly("21.5", "grad");
    assertThat(german.words("am 5. Mai")).containsExactly("am", "5", "mai");
  }
}
