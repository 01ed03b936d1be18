package io.hearth.language.reference;

import io.hearth.language.words.Asked;
import io.hearth.language.words.Lexicon;
import io.hearth.language.words.PhraseTrie;
import io.hearth.language.words.Reading;
import io.hearth.language.words.SlotReader;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Home;
import io.hearth.model.device.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people call the properties of a home's own device types, beyond the language's words. */
final class PropertyWords {

  private final Lexicon lexicon;
  private final PhraseTrie<Asked> asked = new PhraseTrie<>();
  private final PhraseTrie<OwnProperty> settable = new PhraseTrie<>();
  private final Set<String> vocabulary = new HashSet<>();

  PropertyWords(Lexicon lexicon, String language, Home home) {
    this.lexicon = lexicon;
    Map<List<String>, List<String>> all = new HashMap<>();
    Set<DeviceType> seen = new HashSet<>();
    for (Device device : home.devices()) {
      DeviceType type = device.type();
      if (!type.words().isEmpty() && seen.add(type)) {
        type.words(language)
            .properties()
            .forEach((property, words) -> {
              words.forEach(word -> learn(word, property, all));
              device
                  .property(property)
                  .ifPresent(known -> words.forEach(word -> settable(word, known)));
            });
      }
    }
    all.forEach(
        (phrase, properties) -> asked.add(phrase, new Asked(String.join(" ", phrase), properties)));
  }

  private void learn(String word, String property, Map<List<String>, List<String>> all) {
    List<String> phrase = lexicon.normalizer().words(word);
    vocabulary.addAll(phrase);
    List<String> properties = all.computeIfAbsent(phrase, key -> new ArrayList<>());
    if (!properties.contains(property)) {
      properties.add(property);
    }
  }

  private void settable(String word, Property property) {
    settable.add(lexicon.normalizer().words(word), new OwnProperty(property.name()));
  }

  Set<String> vocabulary() {
    return vocabulary;
  }

  /** What is asked for, in the words of the language and of the home. */
  SlotReader asked(SlotReader language) {
    if (vocabulary.isEmpty()) {
      return language;
    }
    return (sentence, at) -> {
      List<Reading> found = new ArrayList<>(language.read(sentence, at));
      asked
          .at(sentence, at)
          .forEach(match -> found.add(new Reading(match.end(), match.value(), 1)));
      return found;
    };
  }

  /** What is asked for, in the words of the home alone. */
  SlotReader own() {
    return (sentence, at) ->
        asked.at(sentence, at).stream()
            .map(match -> new Reading(match.end(), match.value(), 1))
            .toList();
  }

  /** What can be set by its own name. */
  SlotReader settable() {
    return (sentence, at) ->
        settable.at(sentence, at).stream()
            .map(match -> new Reading(match.end(), match.value(), 1))
            .toList();
  }
}
