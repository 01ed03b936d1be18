package io.hearth.language.reference;

import io.hearth.language.words.Lexicon;
import io.hearth.language.words.PhraseTrie;
import io.hearth.language.words.Sentence;
import io.hearth.language.words.ThingWord;
import io.hearth.language.words.Token;
import io.hearth.model.device.Area;
import io.hearth.model.device.Device;
import io.hearth.model.device.Floor;
import io.hearth.model.device.Home;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out all the names that people may call a thing by. */
final class Namer {

  private static final double INFLECTED = 0.9;
  private static final double WITHOUT_AREA = 0.93;
  private static final double OTHER_SORT_WORD = 0.93;
  private static final double WITHOUT_SORT = 0.5;
  private static final double SHORTENED = 0.75;

  private final Lexicon lexicon;
  private final Things things;

  Namer(Lexicon lexicon, Things things) {
    this.lexicon = lexicon;
    this.things = things;
  }

  List<Name> names(Area area) {
    return placeNames(area.name(), area.aliases(), new Name.Bearer.OfArea(area.id()));
  }

  List<Name> names(Floor floor) {
    return placeNames(floor.name(), floor.aliases(), new Name.Bearer.OfFloor(floor.id()));
  }

  private List<Name> placeNames(String name, List<String> aliases, Name.Bearer bearer) {
    Collected collected = new Collected(bearer);
    for (String each : all(name, aliases)) {
      List<String> words = words(each);
      collected.add(words, 1);
      if (words.size() > 1) {
        collected.add(List.of(String.join("", words)), 1);
      } else if (!words.isEmpty()) {
        collected.add(lexicon.plural(words), INFLECTED);
      }
    }
    return collected.names();
  }

  List<Name> names(Device device, Home home) {
    Collected collected = new Collected(new Name.Bearer.OfDevice(device));
    List<List<String>> areaNames =
        device
            .area()
            .flatMap(home::area)
            .map(area -> all(area.name(), area.aliases()).stream().map(this::words).toList())
            .orElse(List.of());
    for (String each : all(device.name(), device.aliases())) {
      List<String> words = words(each);
      if (!words.isEmpty()) {
        addVariants(device, words, 1, collected);
        for (List<String> area : areaNames) {
          List<String> rest = without(area, words);
          if (!rest.isEmpty() && rest.size() < words.size() && !isSortWord(rest)) {
            addVariants(device, rest, WITHOUT_AREA, collected);
          }
        }
      }
    }
    return collected.names();
  }

  private void addVariants(Device device, List<String> words, double quality, Collected names) {
    names.add(words, quality);
    names.add(lexicon.plural(words), quality * INFLECTED);
    names.add(lexicon.singular(words), quality * INFLECTED);
    if (words.size() == 2) {
      names.add(List.of(String.join("", words)), quality * INFLECTED);
    }
    int sort = sortWordStart(device, words);
    List<String> base = words.subList(0, sort);
    if (!base.isEmpty()) {
      names.addOpen(base, quality * OTHER_SORT_WORD);
      if (sort < words.size() && isTelling(base)) {
        names.add(base, quality * WITHOUT_SORT);
      }
    }
    if (words.size() > 2 && !isSortWord(words.subList(1, words.size()))) {
      names.add(words.subList(1, words.size()), quality * SHORTENED);
    }
  }

  /** Where the words for the sort of thing begin at the end of a name; its length if nowhere. */
  private int sortWordStart(Device device, List<String> words) {
    Sentence name = sentence(words);
    for (int start = 0; start < words.size(); start++) {
      for (PhraseTrie.Match<ThingWord> match : things.at(name, start)) {
        if (match.end() == words.size() && Things.isOne(device, match.value().thing())) {
          return start;
        }
      }
    }
    return words.size();
  }

  private boolean isSortWord(List<String> words) {
    Sentence name = sentence(words);
    return things.at(name, 0).stream().anyMatch(match -> match.end() == words.size());
  }

  /** Whether words alone tell a thing: not a room, not another sort of thing, not a common word. */
  private boolean isTelling(List<String> words) {
    return !isSortWord(words)
        && !lexicon.rooms().contains(words)
        && words.stream().noneMatch(w -> lexicon.isIn("polarity", w))
        && words.stream().anyMatch(w -> w.length() > 2 && !lexicon.isIn("function_words", w))
        && !lexicon.vocabulary().contains(words.getLast());
  }

  private static List<String> without(List<String> area, List<String> words) {
    int size = area.size();
    if (words.size() > size && words.subList(0, size).equals(area)) {
      return words.subList(size, words.size());
    }
    int start = words.size() - size;
    if (start > 0 && words.subList(start, words.size()).equals(area)) {
      return words.subList(0, start);
    }
    return words;
  }

  private List<String> words(String name) {
    return lexicon.normalizer().words(name);
  }

  private static Sentence sentence(List<String> words) {
    return new Sentence(words.stream().map(word -> new Token(word, word)).toList());
  }

  private static List<String> all(String name, List<String> aliases) {
    List<String> all = new ArrayList<>();
    all.add(name);
    all.addAll(aliases);
    return all;
  }

  /** Names of one bearer, each with the best quality that it was found with. */
  private static final class Collected {
    private final Name.Bearer bearer;
    private final Map<List<String>, Name> closed = new LinkedHashMap<>();
    private final Map<List<String>, Name> open = new LinkedHashMap<>();

    Collected(Name.Bearer bearer) {
      this.bearer = bearer;
    }

    void add(List<String> words, double quality) {
      add(closed, words, quality, false);
    }

    void addOpen(List<String> words, double quality) {
      add(open, words, quality, true);
    }

    private void add(
        Map<List<String>, Name> names, List<String> words, double quality, boolean isOpen) {
      if (!words.isEmpty()) {
        List<String> copy = List.copyOf(words);
        names.merge(
            copy,
            new Name(copy, bearer, quality, isOpen),
            (a, b) -> a.quality() >= b.quality() ? a : b);
      }
    }

    List<Name> names() {
      List<Name> names = new ArrayList<>(closed.values());
      names.addAll(open.values());
      return names;
    }
  }
}
