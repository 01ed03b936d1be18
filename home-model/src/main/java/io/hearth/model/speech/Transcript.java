package io.hearth.model.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a recogniser heard: the n best guesses, best first.
 *
 * @param alternatives at least one; kept in falling order of confidence
 */
public record Transcript(List<Alternative> alternatives) {

  /** The most text that one guess may have, in characters; nobody speaks longer to a room. */
  public static final int MAX_LENGTH = 1000;

  /**
   * One guess.
   *
   * @param confidence 0 to 1
   */
  public record Alternative(String text, double confidence) {
    public Alternative {
      if (text.isBlank()) {
        throw new IllegalArgumentException("text must not be blank");
      }
      if (text.length() > MAX_LENGTH) {
        throw new IllegalArgumentException(
            "text has " + text.length() + " characters, more than " + MAX_LENGTH);
      }
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence must be 0 to 1 but is " + confidence);
      }
    }
  }

  public Transcript {
    if (alternatives.isEmpty()) {
      throw new IllegalArgumentException("a transcript needs at least one alternative");
    }
    List<Alternative> sorted = new ArrayList<>(alternatives);
    sorted.sort(Comparator.comparingDouble(Alternative::confidence).reversed());
    alternatives = List.copyOf(sorted);
  }

  /** A text known for sure, e.g. typed. */
  public static Transcript of(String text) {
    return new Transcript(List.of(new Alternative(text, 1)));
  }

  public Alternative best() {
    return alternatives.getFirst();
  }
}
