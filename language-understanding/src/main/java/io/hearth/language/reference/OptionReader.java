package io.hearth.language.reference;

import io.hearth.language.words.Lexicon;
import io.hearth.language.words.PhraseTrie;
import io.hearth.language.words.Reading;
import io.hearth.language.words.SlotReader;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.hearth.model.device.Property;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the named choices that devices of a home offer: sources, programs, presets. */
final class OptionReader {

  private final Lexicon lexicon;
  private final String language;
  private final Home home;

  OptionReader(Lexicon lexicon, String language, Home home) {
    this.lexicon = lexicon;
    this.language = language;
    this.home = home;
  }

  /** Every single word that a device type of the home's own has for a choice. */
  Set<String> vocabulary() {
    Set<String> all = new HashSet<>();
    home.devices().stream()
        .map(device -> device.type().words(language))
        .distinct()
        .flatMap(words -> words.options().values().stream())
        .flatMap(options -> options.values().stream())
        .flatMap(List::stream)
        .forEach(word -> all.addAll(lexicon.normalizer().words(word)));
    return all;
  }

  /** The choices of every property. */
  SlotReader any() {
    return reader("");
  }

  /** The choices of one property. */
  SlotReader of(String property) {
    return reader(property);
  }

  private SlotReader reader(String wanted) {
    PhraseTrie<OptionWord> trie = new PhraseTrie<>();
    for (Device device : home.devices()) {
      for (Property property : device.properties()) {
        if (property.kind() == Property.Kind.OPTION
            && (wanted.isEmpty() || wanted.equals(property.name()))) {
          add(device, property, trie);
        }
      }
    }
    return (sentence, at) ->
        trie.at(sentence, at).stream()
            .map(match -> new Reading(match.end(), match.value(), 1))
            .toList();
  }

  private void add(Device device, Property property, PhraseTrie<OptionWord> trie) {
    Map<String, List<String>> further =
        device.type().words(language).options().getOrDefault(property.name(), Map.of());
    for (String option : property.options()) {
      OptionWord meant = new OptionWord(property.name(), option);
      trie.add(lexicon.normalizer().words(option.replace('_', ' ')), meant);
      further
          .getOrDefault(option, List.of())
          .forEach(word -> trie.add(lexicon.normalizer().words(word), meant));
    }
  }
}
