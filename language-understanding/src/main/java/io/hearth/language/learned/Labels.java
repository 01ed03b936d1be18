package io.hearth.language.learned;

import java.util.ArrayList;
import java.util.List;

/** The label of each word as begin, inside, outside of a marked stretch. */
final class Labels {

  static final String OUTSIDE = "O";
  private static final String BEGIN = "B-";
  private static final String INSIDE = "I-";

  private Labels() {}

  static List<String> of(int size, List<Guess.Mark> marks) {
    List<String> labels = new ArrayList<>(java.util.Collections.nCopies(size, OUTSIDE));
    for (Guess.Mark mark : marks) {
      for (int i = mark.from(); i < mark.to(); i++) {
        labels.set(i, (i == mark.from() ? BEGIN : INSIDE) + mark.label());
      }
    }
    return labels;
  }

  static List<Guess.Mark> marks(List<String> labels) {
    List<Guess.Mark> marks = new ArrayList<>();
    int at = 0;
    while (at < labels.size()) {
      int start = at++;
      if (!labels.get(start).equals(OUTSIDE)) {
        String label = labels.get(start).substring(BEGIN.length());
        while (at < labels.size() && labels.get(at).equals(INSIDE + label)) {
          at++;
        }
        marks.add(new Guess.Mark(label, start, at));
      }
    }
    return marks;
  }
}
