package io.hearth.language.words;

/**
 * One word of what was said.
 *
 * @param heard as it was said, in lower case
 * @param word its normal form: one spelling, digits for number words
 */
public record Token(String heard, String word) {

  /** The word of a pause that punctuation marks. */
  public static final String PAUSE = ",";

  public boolean isPause() {
    return word.equals(PAUSE);
  }

  /** Whether the normal form is a number in digits. */
  public boolean isNumber() {
    return !word.isEmpty() && Character.isDigit(word.charAt(0)) && isNumeral(word);
  }

  private static boolean isNumeral(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && c != '.' && c != ':') {
        return false;
      }
    }
    return true;
  }
}
