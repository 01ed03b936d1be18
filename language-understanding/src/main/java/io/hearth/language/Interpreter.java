package io.hearth.language;

import io.hearth.language.grammar.Chart;
import io.hearth.language.grammar.Grammar;
import io.hearth.language.grammar.Matcher;
import io.hearth.language.grammar.SkipCosts;
import io.hearth.language.reference.HomeLexicon;
import io.hearth.language.reference.Situation;
import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Sentence;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.model.state.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proposes what might have been meant: hypotheses grounded in the home, never a choice.
 * Thread-safe.
 *
 * <p>How it scores and how its words and sentence forms are written is in docs/language.md.
 */
public final class Interpreter {

  private static final int MOST_ALTERNATIVES = 10;
  private static final int MOST_WORDS = 120;
  private static final double LATER_ALTERNATIVE = 0.97;
  private static final double WELL_UNDERSTOOD = 0.8;
  private static final double CORRECTED = 0.8;

  private final Lexicon lexicon;
  private final Matcher matcher;
  private final SkipCosts costs;
  private final HomeWords homes;

  private Interpreter(Lexicon lexicon, Grammar grammar) {
    this.lexicon = lexicon;
    this.matcher = new Matcher(grammar);
    this.costs = new SkipCosts(lexicon);
    this.homes = new HomeWords(grammar, lexicon);
  }

  /** An interpreter of English. */
  public static Interpreter english() {
    Lexicon lexicon = Lexicon.of("en");
    return new Interpreter(lexicon, Grammar.of("en", lexicon.normalizer()));
  }

  /**
   * What an utterance might mean.
   *
   * @return 1 to 24 hypotheses in falling order of confidence; one of them is that it was not meant
   *     for the home
   */
  public List<Hypothesis> hypotheses(Utterance utterance, ContextSnapshot snapshot) {
    HomeWords.Words words = homes.of(snapshot.home());
    Situation situation = situation(words.lexicon(), utterance, snapshot);
    HypothesisPool pool = new HypothesisPool();
    List<Transcript.Alternative> alternatives = utterance.transcript().alternatives();
    double highest = alternatives.getFirst().confidence();
    for (int i = 0; i < Math.min(MOST_ALTERNATIVES, alternatives.size()); i++) {
      Transcript.Alternative alternative = alternatives.get(i);
      double share = highest > 0 ? alternative.confidence() / highest : 1;
      if (share > 0) {
        String heard = alternative.text();
        Spelling spelling = new Spelling(heard);
        List<Draft> drafts =
            drafts(heard, utterance, situation, words).stream()
                .map(draft -> draft.with(spelling::restore))
                .toList();
        pool.add(heard, share * Math.pow(LATER_ALTERNATIVE, i), drafts);
      }
    }
    return pool.hypotheses(utterance.transcript().best().text());
  }

  private List<Draft> drafts(
      String text, Utterance utterance, Situation situation, HomeWords.Words words) {
    Sentence sentence = lexicon.normalizer().sentence(text);
    if (sentence.size() == 0 || sentence.size() > MOST_WORDS) {
      return List.of();
    }
    List<Draft> drafts = understand(sentence, utterance, situation);
    boolean well =
        !drafts.isEmpty()
            && drafts.getFirst().isPossible()
            && drafts.stream().mapToDouble(Draft::fit).max().orElse(0) >= WELL_UNDERSTOOD;
    if (well) {
      return drafts;
    }
    Optional<Sentence> corrected = words.similar().corrected(sentence);
    if (corrected.isEmpty()) {
      return drafts;
    }
    List<Draft> all = new ArrayList<>(drafts);
    for (Draft draft : understand(corrected.get(), utterance, situation)) {
      all.add(
          new Draft(
                  draft.requests(),
                  draft.fit() * CORRECTED,
                  draft.form(),
                  draft.weight(),
                  draft.parse())
              .noted("taken for: " + words(corrected.get())));
    }
    return Understanding.best(Understanding.withoutNeedlessProblems(all), HypothesisPool.MOST);
  }

  private static String words(Sentence sentence) {
    StringBuilder words = new StringBuilder();
    sentence
        .tokens()
        .forEach(token -> words.append(words.isEmpty() ? "" : " ").append(token.word()));
    return words.toString();
  }

  private List<Draft> understand(Sentence sentence, Utterance utterance, Situation situation) {
    Chart chart = new Chart(sentence, situation.lexicon().readers(), costs);
    return new Understanding(matcher, chart, situation, utterance.dialogue()).drafts();
  }

  private static Situation situation(
      HomeLexicon lexicon, Utterance utterance, ContextSnapshot snapshot) {
    Optional<AreaId> here =
        snapshot
            .speakerArea()
            .or(utterance::area)
            .or(() -> utterance.satellite().flatMap(lexicon.home()::device).flatMap(Device::area));
    List<List<DeviceId>> referred = new ArrayList<>();
    utterance.dialogue().history().stream()
        .map(said -> said.request().targets())
        .filter(targets -> !targets.isEmpty())
        .forEach(referred::add);
    snapshot.mentioned().stream()
        .map(Mention::device)
        .filter(device -> referred.stream().noneMatch(list -> list.contains(device)))
        .limit(8)
        .forEach(device -> referred.add(List.of(device)));
    return new Situation(lexicon, snapshot, here, referred);
  }
}
