package io.hearth.language;

import io.hearth.language.grammar.Chart;
import io.hearth.language.grammar.Matcher;
import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Situation;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Problem;
import io.hearth.model.speech.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Understands one sentence: how it falls into requests, and the readings of each. For one thread.
 */
final class Understanding {

  private static final double WORSE_SPLIT = 0.3;
  private static final double CUT = 0.985;
  private static final double LOOSE_CUT = 0.9;
  private static final double UNEXPLAINED_PART = 0.12;
  private static final double CHATTER_PART = 0.55;
  private static final int PARSES = 14;
  private static final int DRAFTS = 14;
  private static final int BEAM = 12;
  private static final double WORTH = 0.12;

  /** How likely beside a problem something possible must be for the problem not to matter. */
  private static final double ENOUGH = 0.7;

  private final Matcher matcher;
  private final Chart chart;
  private final Situation situation;
  private final Dialogue dialogue;
  private final Cuts cuts;
  private final Map<Integer, List<Parse>> parses = new HashMap<>();

  Understanding(Matcher matcher, Chart chart, Situation situation, Dialogue dialogue) {
    this.matcher = matcher;
    this.chart = chart;
    this.situation = situation;
    this.dialogue = dialogue;
    this.cuts = Cuts.of(chart.sentence(), situation.lexicon().lexicon());
  }

  /** The readings of the sentence, likeliest first. */
  List<Draft> drafts() {
    List<Draft> all = new ArrayList<>();
    for (Split split : splits()) {
      all.addAll(read(split));
    }
    all.addAll(new ChoiceAnswers(situation, dialogue).drafts(chart.sentence()));
    return best(all, BEAM * 2);
  }

  /**
   * A way to cut the sentence: parts by number, each from one smallest part to another.
   *
   * @param ends the last smallest part of each
   */
  private record Split(List<Integer> ends, double score) {}

  /** The best two ways to cut, found from the front to the end. */
  private List<Split> splits() {
    List<List<Split>> upTo = new ArrayList<>();
    for (int last = 0; last < cuts.parts(); last++) {
      List<Split> here = new ArrayList<>();
      here.add(new Split(List.of(last), score(0, last)));
      for (int before = 0; before < last; before++) {
        double rest = score(before + 1, last) * (cuts.isLoose(before + 1) ? LOOSE_CUT : CUT);
        for (Split split : upTo.get(before)) {
          List<Integer> ends = new ArrayList<>(split.ends());
          ends.add(last);
          here.add(new Split(ends, split.score() * rest));
        }
      }
      here.sort(Comparator.comparingDouble(Split::score).reversed());
      upTo.add(here.subList(0, Math.min(2, here.size())));
    }
    List<Split> best = upTo.getLast();
    double least = best.getFirst().score() * WORSE_SPLIT;
    return best.stream().filter(split -> split.score() >= least).toList();
  }

  private double score(int first, int last) {
    List<Parse> found = parses(first, last);
    double best = found.isEmpty() ? 0 : found.getFirst().fit() * found.getFirst().form().weight();
    return Math.max(best, UNEXPLAINED_PART * UNEXPLAINED_PART);
  }

  private List<Parse> parses(int first, int last) {
    return parses.computeIfAbsent(
        first * 64 + last, key -> matcher.parses(chart, cuts.start(first), cuts.end(last)));
  }

  private List<Draft> read(Split split) {
    List<Draft> beam = List.of();
    int first = 0;
    for (int last : split.ends()) {
      beam = first == 0 ? drafts(first, last, List.of(), situation) : extend(beam, first, last);
      if (beam.isEmpty()) {
        return List.of();
      }
      first = last + 1;
    }
    return beam;
  }

  private List<Draft> extend(List<Draft> beam, int first, int last) {
    List<Draft> next = new ArrayList<>();
    for (Draft before : beam.subList(0, Math.min(6, beam.size()))) {
      Situation after = situation.after(before.devices());
      for (Draft draft : drafts(first, last, before.requests(), after)) {
        next.add(cuts.isRepair(first) ? before.repairedBy(draft) : joined(before, draft));
      }
    }
    return best(next, BEAM);
  }

  /** What is said twice, in two ways, is wanted once; a reason is no request beside the request. */
  private static Draft joined(Draft before, Draft next) {
    boolean again =
        Sameness.of(before.requests()).equals(Sameness.of(next.requests()))
            || before.isIndirectOf(next);
    return again ? next : before.then(next);
  }

  private List<Draft> drafts(int first, int last, List<Request> before, Situation now) {
    RequestMaker maker = new RequestMaker(now);
    Acts acts = new Acts(now, dialogue, before);
    List<Draft> all = new ArrayList<>();
    List<Parse> found = parses(first, last);
    double worth =
        found.isEmpty() ? 0 : WORTH * found.getFirst().fit() * found.getFirst().form().weight();
    int tried = 0;
    for (Parse parse : found) {
      boolean worthy = parse.fit() * parse.form().weight() >= worth;
      if (!worthy || tried >= PARSES) {
        break;
      }
      List<Draft> drafts =
          parse.form().intent().isPresent() ? maker.drafts(parse) : acts.drafts(parse);
      all.addAll(drafts);
      tried += drafts.isEmpty() ? 0 : 1;
    }
    all.addAll(Together.of(all, now.referred()));
    List<Draft> kept = best(withoutNeedlessProblems(all), DRAFTS);
    boolean whole = first == 0 && last == cuts.parts() - 1;
    boolean understood = kept.stream().anyMatch(draft -> draft.fit() >= CHATTER_PART);
    if (whole || understood) {
      return kept;
    }
    List<Draft> withChatter = new ArrayList<>(kept);
    withChatter.add(unexplained(first, last));
    return best(withChatter, DRAFTS);
  }

  private Draft unexplained(int first, int last) {
    String text = chart.sentence().heard(cuts.start(first), cuts.end(last));
    Problem problem = new Problem(Problem.Kind.OUT_OF_DOMAIN, text);
    Request request =
        new Request(
            Intent.OUT_OF_DOMAIN,
            Map.of(),
            List.of(),
            Grounding.NONE,
            Optional.empty(),
            List.of(problem));
    double fit = isTalk(first, last) ? UNEXPLAINED_PART : CHATTER_PART;
    return new Draft(List.of(request), fit, 1, 1, List.of("not understood: " + text));
  }

  private boolean isTalk(int first, int last) {
    for (int at = cuts.start(first); at < cuts.end(last); at++) {
      if (situation.lexicon().lexicon().isIn("reporting", chart.sentence().word(at))) {
        return true;
      }
    }
    return false;
  }

  /** That a lamp has no volume matters only when nothing else can be meant; and then once. */
  static List<Draft> withoutNeedlessProblems(List<Draft> drafts) {
    double score =
        drafts.stream().filter(Draft::isPossible).mapToDouble(Draft::score).max().orElse(0);
    double sense =
        drafts.stream().filter(Draft::isPossible).mapToDouble(Draft::sense).max().orElse(0);
    List<Draft> sorted = new ArrayList<>(drafts);
    sorted.sort(Comparator.comparingDouble(Draft::score).reversed());
    List<Draft> kept = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Draft draft : sorted) {
      boolean needless =
          draft.isUnsupported() ? sense >= draft.sense() * ENOUGH : score >= draft.score() * ENOUGH;
      if (draft.isPossible() || (!needless && told.add(draft.problems()))) {
        kept.add(draft);
      }
    }
    return kept;
  }

  /** The likeliest, each reading once; of equal ones the one found in the most explicit way. */
  static List<Draft> best(List<Draft> drafts, int most) {
    List<Draft> sorted = new ArrayList<>(drafts);
    sorted.sort(
        Comparator.comparingDouble(Draft::score)
            .reversed()
            .thenComparing(draft -> draft.requests().getFirst().grounding()));
    Map<Sameness, Draft> distinct = new LinkedHashMap<>();
    for (Draft draft : sorted) {
      if (distinct.size() >= most) {
        break;
      }
      distinct.putIfAbsent(Sameness.of(draft.requests()), draft);
    }
    return List.copyOf(distinct.values());
  }
}
