package io.hearth.language.reference;

import io.hearth.language.words.Lexicon;
import io.hearth.language.words.PhraseTrie;
import io.hearth.language.words.Reading;
import io.hearth.language.words.SlotReader;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.hearth.model.device.Property;

/** Reads the named choices that devices of a home offer: sources, programs, presets. */
final class OptionReader {

  private final Lexicon lexicon;
  private final Home home;

  OptionReader(Lexicon lexicon, Home home) {
    this.lexicon = lexicon;
    this.home = home;
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
          for (String option : property.options()) {
            trie.add(
                lexicon.normalizer().words(option.replace('_', ' ')),
                new OptionWord(property.name(), option));
          }
        }
      }
    }
    return (sentence, at) ->
        trie.at(sentence, at).stream()
            .map(match -> new Reading(match.end(), match.value(), 1))
            .toList();
  }
}
