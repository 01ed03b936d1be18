package io.hearth.language.words;

import org.jspecify.annotations.Nullable;

/** Numbers in normal words: "21.5", "20 5", "a hundred and 20", "minus 3", "21 point 5". */
final class Numerals {

  /**
   * @param end the place after its last word
   */
  record Numeral(int end, double number) {}

  private final NumberWords words;

  Numerals(NumberWords words) {
    this.words = words;
  }

  /** The longest number that begins at a word. */
  @Nullable Numeral at(Sentence sentence, int at) {
    int minus = words.minus.longestEnd(sentence, at);
    if (minus > at) {
      Numeral positive = at(sentence, minus);
      return positive == null ? null : new Numeral(positive.end(), -positive.number());
    }
    Numeral whole = whole(sentence, at);
    return whole == null ? null : withFraction(sentence, whole);
  }

  private @Nullable Numeral whole(Sentence sentence, int at) {
    int hundred = words.oneHundred.longestEnd(sentence, at);
    if (hundred > at) {
      return hundreds(sentence, hundred, 1);
    }
    if (!isPlainNumber(sentence, at)) {
      return null;
    }
    double first = Double.parseDouble(sentence.word(at));
    int next = at + 1;
    hundred = words.hundred.longestEnd(sentence, next);
    if (hundred > next && first < 10) {
      return hundreds(sentence, hundred, first);
    }
    int thousand = words.thousand.longestEnd(sentence, next);
    if (thousand > next && first < 100) {
      Numeral rest = whole(sentence, thousand);
      if (rest != null && rest.number() < 1000) {
        return new Numeral(rest.end(), first * 1000 + rest.number());
      }
      return new Numeral(thousand, first * 1000);
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

  private Numeral hundreds(Sentence sentence, int at, double count) {
    int next = words.and.longestEnd(sentence, at);
    if (isPlainNumber(sentence, next)) {
      double first = Double.parseDouble(sentence.word(next));
      if (first < 100) {
        Numeral rest = tens(sentence, next, first);
        return new Numeral(rest.end(), count * 100 + rest.number());
      }
    }
    return new Numeral(at, count * 100);
  }

  private Numeral withFraction(Sentence sentence, Numeral whole) {
    int at = whole.end();
    int point = words.point.longestEnd(sentence, at);
    if (point > at && isPlainNumber(sentence, point)) {
      String digits = sentence.word(point);
      return new Numeral(
          point + 1, whole.number() + Double.parseDouble("0." + digits.replace(".", "")));
    }
    int half = words.halfMore.longestEnd(sentence, at);
    return half > at ? new Numeral(half, whole.number() + 0.5) : whole;
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
