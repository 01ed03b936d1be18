package io.hearth.language;

import io.hearth.language.grammar.Chart;
import io.hearth.language.grammar.Parse;
import io.hearth.language.grammar.Sense;
import io.hearth.language.grammar.Senses;
import io.hearth.language.learned.Guess;
import io.hearth.language.reference.Situation;
import io.hearth.model.speech.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Grounds what a sentence is like in the home: the likeliest senses become readings as those of the
 * grammar do. Each is marked as indirect, so that nothing above low risk is done without asking.
 */
final class LearnedReadings {

  private static final int MOST = 3;
  private static final double LEAST = 0.08;
  private static final double UNKNOWN_DEVICE = 0.4;

  /** Below this a sense is so unsure that the words make little sense at all. */
  private static final double UNSURE = 0.3;

  /** How likely the other side may be at most for a side that no word speaks for. */
  private static final double ONE_SIDED = 0.1;

  /** How much likelier a sense is when the grammar foresees the very words. */
  private static final double FORESEEN = 8;

  private final Senses senses;

  LearnedReadings(Senses senses) {
    this.senses = senses;
  }

  /**
   * How likely talk is beside what the grammar foresees, such as "play" and a title that could be
   * anything.
   *
   * @return 0 to 1, at most what the words alone say
   */
  double talkRather(Draft draft, Guess guess) {
    Intent intent = draft.requests().getFirst().intent();
    double own =
        guess.senses().entrySet().stream()
            .filter(entry ->
                senses.sense(entry.getKey()).flatMap(sense -> sense.form().intent()).stream()
                    .anyMatch(intent::equals))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return own > 0
        ? Math.min(guess.talk(), guess.talk() / (guess.talk() + FORESEEN * own))
        : guess.talk();
  }

  List<Draft> drafts(Chart chart, Situation situation, Guess guess, List<String> words) {
    RequestMaker maker = new RequestMaker(situation);
    List<Draft> drafts = new ArrayList<>();
    guess.senses().entrySet().stream()
        .limit(MOST)
        .filter(entry -> entry.getValue() >= LEAST)
        .forEach(entry ->
            senses
                .sense(entry.getKey())
                .ifPresent(sense -> drafts.addAll(read(sense, entry, chart, guess, words, maker))));
    return drafts;
  }

  private List<Draft> read(
      Sense sense,
      Map.Entry<String, Double> likely,
      Chart chart,
      Guess guess,
      List<String> words,
      RequestMaker maker) {
    double p = likely.getValue();
    double allowed = senses.allows(sense, words);
    if (allowed > 0 && senses.opposite(sense, guess.senses()) < ONE_SIDED * p) {
      allowed = 1;
    }
    SlotFinder finder = new SlotFinder(chart, guess.marks());
    List<Parse.Fill> fills = allowed > 0 ? finder.find(sense).orElse(null) : null;
    if (fills == null) {
      return List.of();
    }
    double known = finder.isUnknownSaid() ? UNKNOWN_DEVICE : 1;
    double fit = (1 - guess.talk()) * allowed * known * Math.min(1, p / UNSURE);
    double share = p / Math.max(p, 1 - guess.talk());
    Parse parse =
        new Parse(sense.form(), chart.sentence(), 0, chart.sentence().size(), fit, fills, 0);
    String note = String.format(Locale.ROOT, "indirect: like what people say for it (%.2f)", p);
    return maker.drafts(parse).stream().map(draft -> draft.weighed(share).noted(note)).toList();
  }
}
