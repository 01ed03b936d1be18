package io.hearth.language.grammar;

import io.hearth.language.words.DataFile;
import io.hearth.language.words.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All sentence forms of a language, found by the words that they need; immutable. */
public final class Grammar {

  private final List<Form> forms;
  private final Map<String, BitSet> byWord = new HashMap<>();
  private final BitSet withoutWords = new BitSet();
  private final Set<String> vocabulary = new HashSet<>();

  Grammar(List<Form> forms) {
    this.forms = List.copyOf(forms);
    Map<String, Integer> commonness = new HashMap<>();
    for (Form form : forms) {
      form.anchor().words().forEach(set -> set.forEach(w -> commonness.merge(w, 1, Integer::sum)));
    }
    for (int i = 0; i < forms.size(); i++) {
      index(i, forms.get(i), commonness);
    }
  }

  /**
   * Reads the grammar of a language.
   *
   * @throws IllegalStateException when the language has no grammar or a template is malformed
   */
  public static Grammar of(String language, Normalizer normalizer) {
    DataFile file = DataFile.read(language + "/grammar.yaml");
    return new Grammar(new GrammarReader(file, normalizer).forms());
  }

  /** A form is found by the rarest set of words of which it needs one. */
  private void index(int number, Form form, Map<String, Integer> commonness) {
    for (Automaton.Edge edge : edges(form)) {
      if (edge instanceof Automaton.Edge.Take take) {
        vocabulary.add(take.word());
      }
    }
    form.anchor().words().stream()
        .min(
            Comparator.comparingInt(
                set -> set.stream().mapToInt(word -> commonness.getOrDefault(word, 0)).sum()))
        .ifPresentOrElse(
            set -> set.forEach(word -> byWord.computeIfAbsent(word, w -> new BitSet()).set(number)),
            () -> withoutWords.set(number));
  }

  private static List<Automaton.Edge> edges(Form form) {
    List<Automaton.Edge> all = new ArrayList<>();
    for (int node = 0; node < form.automaton().nodes(); node++) {
      all.addAll(List.of(form.automaton().edges(node)));
    }
    return all;
  }

  /** The forms that could match words of a part of a sentence. */
  List<Form> candidates(Chart chart, int from, int to) {
    BitSet found = (BitSet) withoutWords.clone();
    for (int i = from; i < to; i++) {
      BitSet some = byWord.get(chart.sentence().word(i));
      if (some != null) {
        found.or(some);
      }
    }
    List<Form> candidates = new ArrayList<>();
    for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      Form form = forms.get(i);
      if (canMatch(form, chart, from, to)) {
        candidates.add(form);
      }
    }
    return candidates;
  }

  private static boolean canMatch(Form form, Chart chart, int from, int to) {
    for (Set<String> words : form.anchor().words()) {
      if (!chart.hasWord(words, from, to)) {
        return false;
      }
    }
    for (Set<String> slots : form.anchor().slots()) {
      boolean filled = false;
      for (String slot : slots) {
        filled |= chart.hasSlot(slot, from, to);
      }
      if (!filled) {
        return false;
      }
    }
    return true;
  }

  /** Every word that a form has as it is. */
  public Set<String> vocabulary() {
    return Set.copyOf(vocabulary);
  }

  public List<Form> forms() {
    return forms;
  }
}
