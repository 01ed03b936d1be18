package io.hearth.language.grammar;

import io.hearth.language.words.Phrase;
import io.hearth.language.words.Reading;
import io.hearth.language.words.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the forms that a part of a sentence matches, each with its cheapest way to match. */
public final class Matcher {

  /** Beyond this a match explains too little to be worth anything (fit below 2 %). */
  private static final double WORST = 3.9;

  /** Nobody says a longer command in one breath; what is longer is talk. */
  private static final int LONGEST = 40;

  private static final double TEXT_START = 0.06;
  private static final double TEXT_WORD = 0.035;
  private static final double TEXT_PAUSE = 0.4;

  /** The slot of what goes on a list, where pauses part the items. */
  private static final String ITEM = "item";

  private final Grammar grammar;

  public Matcher(Grammar grammar) {
    this.grammar = grammar;
  }

  /** All matches of a part of a sentence, best first. */
  public List<Parse> parses(Chart chart, int from, int to) {
    if (to <= from || to - from > LONGEST) {
      return List.of();
    }
    List<Parse> found = new ArrayList<>();
    Table table = new Table(chart, from, to);
    for (Form form : grammar.candidates(chart, from, to)) {
      table.match(form).ifPresent(found::add);
    }
    found.sort(Comparator.comparingDouble((Parse p) -> p.fit() * p.form().weight()).reversed());
    return found;
  }

  /** The cheapest cost to be at each node of a form after each word. */
  private static final class Table {
    private final Chart chart;
    private final Sentence sentence;
    private final int from;
    private final int to;
    private final int width;
    private boolean hasDevice;
    private double[] costs = new double[0];
    private @Nullable Capture[] captures = new Capture[0];

    Table(Chart chart, int from, int to) {
      this.chart = chart;
      this.sentence = chart.sentence();
      this.from = from;
      this.to = to;
      this.width = to - from + 1;
    }

    Optional<Parse> match(Form form) {
      Automaton automaton = form.automaton();
      hasDevice = form.hasDevice();
      int nodes = automaton.nodes();
      reset(nodes);
      costs[0] = 0;
      for (int at = from; at <= to; at++) {
        for (int node = 0; node < nodes; node++) {
          double cost = costs[node * width + at - from];
          if (cost < WORST) {
            step(automaton, node, at, cost);
          }
        }
      }
      int end = (nodes - 1) * width + to - from;
      if (costs[end] >= WORST) {
        return Optional.empty();
      }
      Capture last = captures[end];
      return Optional.of(parse(form, costs[end], last));
    }

    private Parse parse(Form form, double cost, @Nullable Capture last) {
      return Parse.of(form, sentence, from, to, Math.exp(-cost), last);
    }

    private void reset(int nodes) {
      int size = nodes * width;
      if (costs.length < size) {
        costs = new double[size];
        captures = new Capture[size];
      }
      Arrays.fill(costs, 0, size, Double.POSITIVE_INFINITY);
      Arrays.fill(captures, 0, size, null);
    }

    private void step(Automaton automaton, int node, int at, double cost) {
      Capture capture = captures[node * width + at - from];
      for (Automaton.Edge edge : automaton.edges(node)) {
        switch (edge) {
          case Automaton.Edge.Empty(int next) -> offer(next, at, cost, capture);
          case Automaton.Edge.Take(int next, String word) -> {
            if (at < to && sentence.word(at).equals(word)) {
              offer(next, at + 1, cost, capture);
            }
          }
          case Automaton.Edge.Fill(int next, String type, String name) -> {
            if (at < to) {
              fill(next, type, name, at, cost, capture);
            }
          }
        }
      }
      if (at < to) {
        skip(node, at, cost, capture);
        if (node == automaton.nodes() - 1 && isAnchored(capture)) {
          leaveRest(node, at, cost, capture);
        }
      }
    }

    /** Whether something definite was said, so that what follows is only more talk about it. */
    private static boolean isAnchored(@Nullable Capture capture) {
      for (Capture c = capture; c != null; c = c.previous()) {
        if (c.meaning().isDefinite()) {
          return true;
        }
      }
      return false;
    }

    /** A complete request may be followed by chatter that changes nothing. */
    private void leaveRest(int node, int at, double cost, @Nullable Capture capture) {
      double total = cost + chart.chatterCost(at, to);
      if (isBetter(node, to, total)) {
        Reading left = new Reading(to, new Phrase(sentence.heard(at, to)), 1);
        put(node, to, total, link(capture, SkipCosts.UNEXPLAINED, left, at, total));
      }
    }

    private void fill(
        int next, String type, String name, int at, double cost, @Nullable Capture capture) {
      if (type.equals(Chart.TEXT)) {
        text(next, name, at, cost, capture);
        return;
      }
      for (Reading reading : chart.readings(type, at)) {
        if (reading.end() <= to) {
          double total = cost - Math.log(reading.quality());
          if (isBetter(next, reading.end(), total)) {
            put(next, reading.end(), total, link(capture, name, reading, at, total));
          }
        }
      }
    }

    private void text(int next, String name, int at, double cost, @Nullable Capture capture) {
      double total = cost + TEXT_START;
      for (int end = at + 1; end <= to; end++) {
        boolean pause = sentence.token(end - 1).isPause() && !name.equals(ITEM);
        total += pause ? TEXT_PAUSE : TEXT_WORD;
        if (isBetter(next, end, total)) {
          Reading reading = new Reading(end, new Phrase(sentence.said(at, end)), 1);
          put(next, end, total, link(capture, name, reading, at, total));
        }
      }
    }

    private void skip(int node, int at, double cost, @Nullable Capture capture) {
      for (Chart.Skip skip : chart.skips(at)) {
        if (hasDevice && skip.slot().equals(SkipCosts.DEVICE)) {
          continue;
        }
        double total = cost + skip.cost();
        if (skip.end() <= to && isBetter(node, skip.end(), total)) {
          Capture next = capture;
          if (skip.reading() != null) {
            next = link(capture, skip.slot(), skip.reading(), at, total);
          } else if (!skip.slot().isEmpty()) {
            Reading left = new Reading(skip.end(), new Phrase(sentence.word(at)), 1);
            next = link(capture, skip.slot(), left, at, total);
          }
          put(node, skip.end(), total, next);
        }
      }
    }

    private static Capture link(
        @Nullable Capture capture, String name, Reading reading, int at, double total) {
      return new Capture(capture, name, reading.meaning(), at, reading.end(), total);
    }

    private void offer(int node, int at, double cost, @Nullable Capture capture) {
      if (isBetter(node, at, cost)) {
        put(node, at, cost, capture);
      }
    }

    private boolean isBetter(int node, int at, double cost) {
      return cost < costs[node * width + at - from] && cost < WORST;
    }

    private void put(int node, int at, double cost, @Nullable Capture capture) {
      costs[node * width + at - from] = cost;
      captures[node * width + at - from] = capture;
    }
  }
}
