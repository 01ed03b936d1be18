package io.hearth.language.words;

import org.jspecify.annotations.Nullable;

/** Numbers in normal words: "21.5", "20 5", "a hundred and 20", "minus 3", "21 point 5". */
final class Numerals {

  /**
   * @param end the place after its last word
   */
  record Numeral(int end, double number) {}

  /** The longest number that begins at a word. */
  @Nullable Numeral at(Sentence sentence, int at) {
    if (sentence.is(at, "minus")) {
      Numeral positive = at(sentence, at + 1);
      return positive == null ? null : new Numeral(positive.end(), -positive.number());
    }
    Numeral whole = whole(sentence, at);
    return whole == null ? null : withFraction(sentence, whole);
  }

  private @Nullable Numeral whole(Sentence sentence, int at) {
    boolean article = sentence.is(at, "a") && sentence.is(at + 1, "hundred");
    if (article || sentence.is(at, "hundred")) {
      return hundreds(sentence, article ? at + 2 : at + 1, 1);
    }
    if (!isPlainNumber(sentence, at)) {
      return null;
    }
    double first = Double.parseDouble(sentence.word(at));
    if (sentence.is(at + 1, "hundred") && first < 10) {
      return hundreds(sentence, at + 2, first);
    }
    if (sentence.is(at + 1, "thousand") && first < 100) {
      Numeral rest = whole(sentence, at + 2);
      if (rest != null && rest.number() < 1000) {
        return new Numeral(rest.end(), first * 1000 + rest.number());
      }
      return new Numeral(at + 2, first * 1000);
    }
    return tens(sentence, at, first);
  }

  private static Numeral tens(Sentence sentence, int at, double first) {
    boolean tens = first >= 20 && first < 100 && first % 10 == 0;
    if (tens && isPlainNumber(sentence, at + 1) && sentence.token(at + 1).heard().length() > 1) {
      double second = Double.parseDouble(sentence.word(at + 1));
      boolean spoken = Character.isLetter(sentence.token(at + 1).heard().charAt(0));
      if (spoken && second >= 1 && second < 10) {
        return new Numeral(at + 2, first + second);
      }
    }
    return new Numeral(at + 1, first);
  }

  private static Numeral hundreds(Sentence sentence, int at, double count) {
    int next = sentence.is(at, "and") ? at + 1 : at;
    if (isPlainNumber(sentence, next)) {
      double first = Double.parseDouble(sentence.word(next));
      if (first < 100) {
        Numeral rest = tens(sentence, next, first);
        return new Numeral(rest.end(), count * 100 + rest.number());
      }
    }
    return new Numeral(at, count * 100);
  }

  private static Numeral withFraction(Sentence sentence, Numeral whole) {
    int at = whole.end();
    if (sentence.is(at, "point") && isPlainNumber(sentence, at + 1)) {
      String digits = sentence.word(at + 1);
      return new Numeral(
          at + 2, whole.number() + Double.parseDouble("0." + digits.replace(".", "")));
    }
    if (sentence.is(at, "and") && sentence.is(at + 1, "a") && sentence.is(at + 2, "half")) {
      return new Numeral(at + 3, whole.number() + 0.5);
    }
    return whole;
  }

  private static boolean isPlainNumber(Sentence sentence, int at) {
    return at < sentence.size()
        && sentence.token(at).isNumber()
        && sentence.word(at).length() <= 9
        && sentence.word(at).indexOf(':') < 0
        && isDecimal(sentence.word(at));
  }

  private static boolean isDecimal(String word) {
    int dot = word.indexOf('.');
    return dot < 0 || (dot == word.lastIndexOf('.') && dot < word.length() - 1);
  }
}
