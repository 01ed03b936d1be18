package io.hearth.language.grammar;

import io.hearth.language.words.Figure;
import io.hearth.language.words.Meaning;
import io.hearth.language.words.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form matched with a part of a sentence.
 *
 * @param fit how well the words fit, above 0, up to 1: 1 when every word is explained
 * @param fills what fills its slots, in the order said
 * @param unexplained words left over
 */
public record Parse(
    Form form, Sentence sentence, int from, int to, double fit, List<Fill> fills, int unexplained) {

  /** Costs below this are not worth telling. */
  private static final double TOLD = 0.005;

  /**
   * A slot with what fills it.
   *
   * @param from the number of its first word in the sentence, from 0
   * @param to the number of the word after its last
   * @param cost what it costs the match, with the words left over before it
   */
  public record Fill(String slot, Meaning meaning, int from, int to, double cost) {}

  public Parse {
    fills = List.copyOf(fills);
  }

  static Parse of(
      Form form, Sentence sentence, int from, int to, double fit, @Nullable Capture captures) {
    List<Fill> fills = new ArrayList<>();
    int unexplained = 0;
    for (Capture c = captures; c != null; c = c.previous()) {
      if (c.slot().equals(SkipCosts.UNEXPLAINED)) {
        unexplained += sentence.token(c.from()).isPause() ? 0 : 1;
      }
      Capture before = c.previous();
      double cost = c.total() - (before == null ? 0 : before.total());
      fills.add(new Fill(c.slot(), c.meaning(), c.from(), c.to(), cost));
    }
    Collections.reverse(fills);
    return new Parse(form, sentence, from, to, fit, fills, unexplained);
  }

  /** The meaning of a slot, if it is filled and of that kind. */
  public <M extends Meaning> Optional<M> get(String slot, Class<M> kind) {
    for (Fill fill : fills) {
      if (fill.slot().equals(slot) && kind.isInstance(fill.meaning())) {
        return Optional.of(kind.cast(fill.meaning()));
      }
    }
    return Optional.empty();
  }

  /** All fills of a slot. */
  public List<Fill> all(String slot) {
    return fills.stream().filter(fill -> fill.slot().equals(slot)).toList();
  }

  public boolean has(String slot) {
    return fills.stream().anyMatch(fill -> fill.slot().equals(slot));
  }

  /** What matched, for people to read. */
  public List<String> explanation() {
    List<String> lines = new ArrayList<>();
    lines.add(form.toString());
    for (Fill fill : fills) {
      String cost = fill.cost() < TOLD ? "" : " (costs " + Figure.rounded(fill.cost()) + ")";
      lines.add(fill.slot() + ": " + sentence.heard(fill.from(), fill.to()) + cost);
    }
    return lines;
  }
}
