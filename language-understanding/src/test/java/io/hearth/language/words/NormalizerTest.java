package io.hearth.language.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {

  private final Normalizer normalizer = Lexicon.of("en").normalizer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What's the Temperature?  | what is the temperature",
        "set it to 40%            | set it to 40 percent",
        "21.5°C                   | 21.5 degrees c",
        "wake me at 7 a.m.        | wake me at 7 am",
        "7pm                      | 7 pm",
        "don’t                    | do not",
        "the kids' room           | the kids room",
        "Café light               | cafe light",
        "um, turn turn on the the light | turn on the light",
        "turn on turn on the fan  | turn on the fan",
        "which are on on monday   | which are on on monday",
        "twenty-one               | 20 1",
        "my favourite colour      | my favourite color",
        "minus 5 and -3           | minus 5 and minus 3",
        "stop. now                | stop , now"
      })
  void textBecomesNormalWords(String text, String words) {
    Sentence sentence = normalizer.sentence(text);

    assertThat(sentence.tokens().stream().map(Token::word).toList())
        .containsExactly(words.split(" "));
  }
}
