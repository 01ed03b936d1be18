package io.hearth.language.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a sentence must have for a form to match at all, so that most forms need no trying. */
final class Anchors {

  /**
   * @param words sets of words of each of which the sentence has at least one
   * @param slots sets of slots of each of which at least one is filled
   */
  record Anchor(List<Set<String>> words, List<Set<String>> slots) {}

  private Anchors() {}

  static Anchor of(Part part) {
    return switch (part) {
      case Part.Word(String word) -> new Anchor(List.of(Set.of(word)), List.of());
      case Part.Slot(String type, String name) -> new Anchor(List.of(), List.of(Set.of(type)));
      case Part.Maybe ignored -> new Anchor(List.of(), List.of());
      case Part.Sequence(List<Part> parts) -> all(parts);
      case Part.Choice(List<Part> parts) -> any(parts);
    };
  }

  private static Anchor all(List<Part> parts) {
    List<Set<String>> words = new ArrayList<>();
    List<Set<String>> slots = new ArrayList<>();
    for (Part part : parts) {
      Anchor anchor = of(part);
      words.addAll(anchor.words());
      slots.addAll(anchor.slots());
    }
    return new Anchor(words, slots);
  }

  /** What every alternative asks for, together. */
  private static Anchor any(List<Part> parts) {
    List<Anchor> anchors = parts.stream().map(Anchors::of).toList();
    return new Anchor(
        union(anchors.stream().map(Anchor::words).toList()),
        union(anchors.stream().map(Anchor::slots).toList()));
  }

  private static List<Set<String>> union(List<List<Set<String>>> alternatives) {
    Set<String> union = new HashSet<>();
    for (List<Set<String>> sets : alternatives) {
      if (sets.isEmpty()) {
        return List.of();
      }
      union.addAll(sets.stream().min(Comparator.comparingInt(Set::size)).orElse(Set.of()));
    }
    return List.of(union);
  }
}
