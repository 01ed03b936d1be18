package io.hearth.language.grammar;

import io.hearth.language.words.DataFile;
import io.hearth.model.speech.Intent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * All senses of a language that can be learned, and the words that tell opposites apart; immutable.
 */
public final class Senses {

  /** What speaks for one side of an opposite. */
  private record Pole(String against, boolean strict, Set<String> words, Set<String> felt) {}

  private final Map<String, Sense> senses = new LinkedHashMap<>();
  private final Map<String, Pole> poles = new HashMap<>();
  private final Set<String> described;

  private Senses(DataFile file) {
    DataFile.entries(file.section("senses"))
        .forEach((name, node) -> senses.put(name, sense(name, node)));
    DataFile.entries(file.section("poles"))
        .forEach((name, node) ->
            poles.put(
                name,
                new Pole(
                    node.get("against").asString(),
                    node.get("strict") != null,
                    Set.copyOf(DataFile.texts(node.get("words"))),
                    Set.copyOf(DataFile.texts(node.get("felt"))))));
    described = Set.copyOf(DataFile.texts(file.section("described")));
  }

  /**
   * Reads the senses of a language.
   *
   * @throws IllegalStateException when the language has none or one is malformed
   */
  public static Senses of(String language) {
    return new Senses(DataFile.read(language + "/senses.yaml"));
  }

  private static Sense sense(String name, JsonNode node) {
    String word = node.get("intent").asString();
    Intent intent =
        Intent.ofWord(word)
            .orElseThrow(
                () -> new IllegalStateException("sense " + name + " has no intent " + word));
    Form form =
        new Form(
            GrammarReader.entry(node, ""),
            name,
            Optional.of(intent),
            0,
            new Part.Sequence(List.of()));
    List<Sense.SlotWanted> slots = new ArrayList<>();
    for (String slot : DataFile.texts(node.get("slots"))) {
      int colon = slot.indexOf(':');
      slots.add(
          colon < 0
              ? new Sense.SlotWanted(slot, slot)
              : new Sense.SlotWanted(slot.substring(0, colon), slot.substring(colon + 1)));
    }
    JsonNode needs = node.get("needs");
    return new Sense(
        name,
        form,
        slots,
        needs == null ? Set.of() : Set.copyOf(DataFile.texts(needs)),
        node.get("pole") == null ? "" : node.get("pole").asString());
  }

  public Optional<Sense> sense(String name) {
    return Optional.ofNullable(senses.get(name));
  }

  public Set<String> names() {
    return Set.copyOf(senses.keySet());
  }

  /**
   * How far words allow a sense on one side of an opposite.
   *
   * @return 1 when a word speaks for its side, ½ when none speaks for either, 0 when only the other
   *     side is spoken for, or that side is strict and spoken for at all
   */
  public double allows(Sense sense, List<String> words) {
    Pole own = poles.get(sense.pole());
    if (own == null) {
      return 1;
    }
    Pole other = poles.getOrDefault(own.against(), own);
    boolean otherSaid = isSaid(other, words);
    if (otherSaid && other.strict()) {
      return 0;
    }
    if (isSaid(own, words)) {
      return 1;
    }
    return otherSaid ? 0 : 0.5;
  }

  /** How likely any sense on the other side is, of likelihoods by sense. */
  public double opposite(Sense sense, Map<String, Double> likelihoods) {
    Pole own = poles.get(sense.pole());
    if (own == null) {
      return 0;
    }
    return senses.values().stream()
        .filter(other -> other.pole().equals(own.against()))
        .mapToDouble(other -> likelihoods.getOrDefault(other.name(), 0.0))
        .sum();
  }

  private boolean isSaid(Pole pole, List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      boolean about = at > 0 && described.contains(words.get(at - 1));
      if ((about ? pole.felt() : pole.words()).contains(words.get(at))) {
        return true;
      }
    }
    return false;
  }
}
