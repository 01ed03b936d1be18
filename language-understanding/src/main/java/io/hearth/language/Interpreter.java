package io.hearth.language;

import io.hearth.language.grammar.Chart;
import io.hearth.language.grammar.Grammar;
import io.hearth.language.grammar.Matcher;
import io.hearth.language.grammar.Senses;
import io.hearth.language.grammar.SkipCosts;
import io.hearth.language.learned.Guess;
import io.hearth.language.learned.LearnedModel;
import io.hearth.language.reference.HomeLexicon;
import io.hearth.language.reference.Situation;
import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Sentence;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.model.state.Mention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Proposes what might have been meant: hypotheses grounded in the home, never a choice.
 * Thread-safe.
 *
 * <p>How it scores and how its words and sentence forms are written is in docs/language.md.
 */
public final class Interpreter {

  private static final int MOST_ALTERNATIVES = 10;
  private static final int MOST_WORDS = 120;

  /** How many alternatives heard are worth the time of the statistics. */
  private static final int MOST_LIKENED = 3;

  private static final double LATER_ALTERNATIVE = 0.97;
  private static final double WELL_UNDERSTOOD = 0.8;
  private static final double CORRECTED = 0.8;

  /** How much likeness to talk takes from what the grammar half understands. */
  private static final double TALK = 0.9;

  /** What is said in any words, so that much talk is like it. */
  private static final Set<Intent> OPEN =
      Collections.unmodifiableSet(
          EnumSet.of(Intent.PLAY, Intent.QUERY_CALENDAR, Intent.QUERY_WEATHER));

  private final Lexicon lexicon;
  private final Matcher matcher;
  private final SkipCosts costs;
  private final HomeWords homes;
  private final LearnedReadings learned;
  private final Statistics statistics;

  private Interpreter(Lexicon lexicon, Grammar grammar, Senses senses, Statistics statistics) {
    this.lexicon = lexicon;
    this.matcher = new Matcher(grammar);
    this.costs = new SkipCosts(lexicon);
    this.homes = new HomeWords(grammar, lexicon);
    this.learned = new LearnedReadings(senses);
    this.statistics = statistics;
  }

  /** An interpreter of English with the grammar alone. */
  public static Interpreter english() {
    return english(Statistics.none());
  }

  /** An interpreter of English that asks the statistics about what the grammar does not foresee. */
  public static Interpreter english(Statistics statistics) {
    Lexicon lexicon = Lexicon.of("en");
    return new Interpreter(
        lexicon, Grammar.of("en", lexicon.normalizer()), Senses.of("en"), statistics);
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
            drafts(heard, i < MOST_LIKENED, utterance, situation, words).stream()
                .map(draft -> draft.with(spelling::restore))
                .toList();
        pool.add(heard, share * Math.pow(LATER_ALTERNATIVE, i), drafts);
      }
    }
    return pool.hypotheses(utterance.transcript().best().text());
  }

  private List<Draft> drafts(
      String text,
      boolean likened,
      Utterance utterance,
      Situation situation,
      HomeWords.Words words) {
    Sentence sentence = lexicon.normalizer().sentence(text);
    if (sentence.size() == 0 || sentence.size() > MOST_WORDS) {
      return List.of();
    }
    Chart chart = chart(sentence, situation);
    List<Draft> drafts = understand(chart, utterance, situation);
    boolean well =
        !drafts.isEmpty()
            && drafts.getFirst().isPossible()
            && drafts.stream().mapToDouble(Draft::fit).max().orElse(0) >= WELL_UNDERSTOOD;
    if (well && !isOpen(drafts.getFirst())) {
      return drafts;
    }
    List<Draft> all = new ArrayList<>(drafts);
    if (!well) {
      words
          .similar()
          .corrected(sentence)
          .ifPresent(similar -> all.addAll(corrected(similar, utterance, situation)));
    }
    Optional<LearnedModel> trained = likened ? statistics.model() : Optional.empty();
    List<Draft> weighed = trained.map(model -> weighed(all, chart, situation, model)).orElse(all);
    return Understanding.best(Understanding.withoutNeedlessProblems(weighed), HypothesisPool.MOST);
  }

  /** Whether almost any words would have been understood this way. */
  private static boolean isOpen(Draft draft) {
    return draft.requests().stream().anyMatch(request -> OPEN.contains(request.intent()));
  }

  private List<Draft> corrected(Sentence sentence, Utterance utterance, Situation situation) {
    return understand(chart(sentence, situation), utterance, situation).stream()
        .map(draft -> draft.fitted(CORRECTED).noted("taken for: " + words(sentence)))
        .toList();
  }

  /**
   * What the grammar half understands counts less when it is like talk; what it is like is added.
   */
  private List<Draft> weighed(
      List<Draft> drafts, Chart chart, Situation situation, LearnedModel model) {
    List<String> words = chart.sentence().words();
    if (words.isEmpty()) {
      return drafts;
    }
    Guess guess = model.read(words);
    List<Draft> all = new ArrayList<>();
    drafts.forEach(draft -> {
      double talk =
          draft.fit() >= WELL_UNDERSTOOD ? learned.talkRather(draft, guess) : guess.talk();
      all.add(draft.fitted(1 - TALK * talk));
    });
    all.addAll(learned.drafts(chart, situation, guess, words));
    return all;
  }

  private static String words(Sentence sentence) {
    StringBuilder words = new StringBuilder();
    sentence
        .tokens()
        .forEach(token -> words.append(words.isEmpty() ? "" : " ").append(token.word()));
    return words.toString();
  }

  private Chart chart(Sentence sentence, Situation situation) {
    return new Chart(sentence, situation.lexicon().readers(), costs);
  }

  private List<Draft> understand(Chart chart, Utterance utterance, Situation situation) {
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
