package io.hearth.language.grammar;

import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Phrase;
import io.hearth.language.words.PhraseTrie;
import io.hearth.language.words.Reading;
import io.hearth.language.words.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * What it costs a parse to leave words over, as the negative logarithm of a probability: little for
 * politeness, much for words that say something else and for rooms.
 */
public final class SkipCosts {

  /** Slots that may stand anywhere in a sentence without being in its form. */
  static final List<String> ADJUNCTS =
      List.of("place_adjunct", "when", "negation", "condition", "device_adjunct");

  /** A device said beside a form that has no place for one. */
  static final String DEVICE = "device_adjunct";

  static final String UNEXPLAINED = "unexplained";
  static final double ADJUNCT = 0.03;
  static final double FILLER = 0.01;

  private static final double PAUSE = 0.02;
  private static final double FUNCTION = 0.35;
  private static final double CONTENT = 1.1;
  private static final double TALK = 2.2;
  private static final double TURNING = 2.0;
  private static final double TURNING_LITTLE = 1.2;

  private final Lexicon lexicon;
  private final PhraseTrie<Boolean> fillers;

  public SkipCosts(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.fillers = lexicon.set("fillers");
  }

  List<Reading> fillers(Sentence sentence, int at) {
    List<Reading> found = new ArrayList<>();
    fillers
        .at(sentence, at)
        .forEach(match -> found.add(new Reading(match.end(), new Phrase(""), 1)));
    return found;
  }

  /** Whether a word would turn a request into another, or begins one. */
  boolean turns(Sentence sentence, int at) {
    return lexicon.isIn("turning", sentence.word(at))
        || lexicon.set("conjunctions").longestEnd(sentence, at) > at;
  }

  double of(Sentence sentence, int at) {
    if (sentence.token(at).isPause()) {
      return PAUSE;
    }
    String word = sentence.word(at);
    if (lexicon.isIn("talk", word) || (at == 0 && lexicon.isIn("question_starts", word))) {
      return TALK;
    }
    if (lexicon.isIn("turning", word) || lexicon.rooms().longest(sentence, at) != null) {
      return TURNING;
    }
    if (lexicon.isIn("turning_little", word)) {
      return TURNING_LITTLE;
    }
    return lexicon.isIn("function_words", word) ? FUNCTION : CONTENT;
  }
}
