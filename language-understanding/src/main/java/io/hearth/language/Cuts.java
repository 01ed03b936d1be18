package io.hearth.language;

import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Sentence;
import java.util.ArrayList;
import java.util.List;

/** The places where a sentence may fall into several requests: at "and", "then" and pauses. */
final class Cuts {

  private static final int MOST = 7;

  /**
   * Words that join two parts, from their first to behind their last.
   *
   * @param repair whether what follows takes the place of what was said before: "no wait"
   */
  record Cut(int start, int end, boolean repair) {}

  private final int size;
  private final List<Cut> cuts;

  private Cuts(int size, List<Cut> cuts) {
    this.size = size;
    this.cuts = List.copyOf(cuts);
  }

  static Cuts of(Sentence sentence, Lexicon lexicon) {
    List<Cut> cuts = new ArrayList<>();
    int at = 1;
    while (at < sentence.size() && cuts.size() < MOST) {
      int start = at;
      int end = sentence.token(at).isPause() ? at + 1 : at;
      end = lexicon.set("conjunctions").longestEnd(sentence, end);
      int pause = sentence.token(at).isPause() ? at + 1 : at;
      int repaired = lexicon.set("repairs").longestEnd(sentence, pause);
      if (repaired > pause && repaired < sentence.size()) {
        int next = sentence.token(repaired).isPause() ? repaired + 1 : repaired;
        cuts.add(new Cut(start, next, true));
        at = next + 1;
      } else if (end > start && end < sentence.size()) {
        cuts.add(new Cut(start, end, false));
        at = end + 1;
      } else {
        if (isImperative(sentence, lexicon, at)) {
          cuts.add(new Cut(at, at, false));
        }
        at++;
      }
    }
    return new Cuts(sentence.size(), cuts);
  }

  /** "it is too dark turn on the light": a verb that begins a request of its own. */
  private static boolean isImperative(Sentence sentence, Lexicon lexicon, int at) {
    return at >= 2
        && at + 1 < sentence.size()
        && lexicon.isIn("imperatives", sentence.word(at))
        && !sentence.is(at - 1, "to")
        && !sentence.is(at - 1, "not")
        && lexicon.set("fillers").longestEnd(sentence, 0) != at;
  }

  /** Whether nothing joins the part with this number to the one before. */
  boolean isLoose(int part) {
    return part > 0 && cuts.get(part - 1).start() == cuts.get(part - 1).end();
  }

  /** Whether the part with this number takes the place of the one before. */
  boolean isRepair(int part) {
    return part > 0 && cuts.get(part - 1).repair();
  }

  /** The number of smallest parts. */
  int parts() {
    return cuts.size() + 1;
  }

  /** Where the part with this number begins. */
  int start(int part) {
    return part == 0 ? 0 : cuts.get(part - 1).end();
  }

  /** Where the part with this number ends. */
  int end(int part) {
    return part == cuts.size() ? size : cuts.get(part).start();
  }
}
