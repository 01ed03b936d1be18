package io.hearth.language.reference;

import io.hearth.language.words.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Names by their first word; immutable, and cheap to derive with some names more or fewer. */
final class NameIndex {

  private final Map<String, List<Name>> byFirstWord;

  private NameIndex(Map<String, List<Name>> byFirstWord) {
    this.byFirstWord = byFirstWord;
  }

  static NameIndex of(Collection<Name> names) {
    return new NameIndex(new HashMap<>()).with(names, Set.of());
  }

  /** The same index with other names; only the lists that they touch are copied. */
  NameIndex with(Collection<Name> added, Collection<Name> removed) {
    Map<String, List<Name>> next = new HashMap<>(byFirstWord);
    Set<String> copied = new HashSet<>();
    for (Name name : removed) {
      own(next, copied, name).remove(name);
    }
    for (Name name : added) {
      own(next, copied, name).add(name);
    }
    return new NameIndex(next);
  }

  private static List<Name> own(Map<String, List<Name>> index, Set<String> copied, Name name) {
    String first = name.words().getFirst();
    if (copied.add(first)) {
      index.put(first, new ArrayList<>(index.getOrDefault(first, List.of())));
    }
    return index.computeIfAbsent(first, f -> new ArrayList<>());
  }

  /** Calls back with every name that begins at a word and the place after its last word. */
  void at(Sentence sentence, int at, BiConsumer<Name, Integer> found) {
    if (at >= sentence.size()) {
      return;
    }
    for (Name name : byFirstWord.getOrDefault(sentence.word(at), List.of())) {
      int end = matchedTo(sentence, at + 1, name.words());
      if (end > 0) {
        found.accept(name, end);
      }
    }
    if (at + 1 < sentence.size()) {
      String joined = sentence.word(at) + sentence.word(at + 1);
      for (Name name : byFirstWord.getOrDefault(joined, List.of())) {
        int end = matchedTo(sentence, at + 2, name.words());
        if (end > 0) {
          found.accept(name, end);
        }
      }
    }
  }

  private static int matchedTo(Sentence sentence, int at, List<String> words) {
    int place = at;
    for (int i = 1; i < words.size(); i++) {
      if (!sentence.is(place, words.get(i))) {
        return -1;
      }
      place++;
    }
    return place;
  }

  /** All names, each by its words. */
  List<List<String>> words() {
    return byFirstWord.values().stream().flatMap(List::stream).map(Name::words).distinct().toList();
  }

  /** Every single word of a name. */
  Set<String> vocabulary() {
    Set<String> words = new HashSet<>();
    byFirstWord.values().forEach(names -> names.forEach(name -> words.addAll(name.words())));
    return words;
  }
}
