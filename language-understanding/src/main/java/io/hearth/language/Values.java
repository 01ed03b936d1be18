package io.hearth.language;

import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.OptionWord;
import io.hearth.language.reference.OwnProperty;
import io.hearth.language.words.Asked;
import io.hearth.language.words.ClockTime;
import io.hearth.language.words.Phrase;
import io.hearth.language.words.Said;
import io.hearth.language.words.Span;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Slots;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Turns what fills the slots of a form into the slots of a request. */
final class Values {

  private static final Set<String> QUANTITIES =
      Set.of("percent", "temperature", "kelvin", "brightness_level", "volume_level", "speed_level");

  private Values() {}

  static Map<String, Value> of(Parse parse) {
    Map<String, Value> slots = new LinkedHashMap<>();
    parse
        .form()
        .constants()
        .forEach((slot, value) -> {
          if (!INTERNAL.contains(slot)) {
            slots.put(slot, value);
          }
        });
    for (Parse.Fill fill : parse.fills()) {
      add(slots, fill);
    }
    return slots;
  }

  /** Slots with words that are no value. */
  private static final Set<String> UNHEARD = Set.of("unexplained", "negation", "condition");

  /** Constants that steer understanding and are nothing that was heard. */
  private static final Set<String> INTERNAL =
      Set.of("direction", "inverted", "any", "detection", "people", "unclear", "compare");

  private static void add(Map<String, Value> slots, Parse.Fill fill) {
    switch (fill.meaning()) {
      case Said said -> {
        if (!fill.slot().equals("negation")) {
          said(slots, fill.slot(), said);
        }
      }
      case OptionWord(String property, String option) -> {
        slots.put(Slots.VALUE, Value.of(option));
        slots.put(Slots.PROPERTY, Value.of(property));
      }
      case OwnProperty(String property) -> slots.put(Slots.PROPERTY, Value.of(property));
      case Span(java.time.Duration duration) ->
          slots.put(fill.slot(), Value.of(duration.toString()));
      case Phrase(String text) -> {
        if (!UNHEARD.contains(fill.slot())) {
          slots.put(fill.slot().equals("item") ? Slots.TEXT : fill.slot(), Value.of(text));
        }
      }
      case ClockTime ignored -> {
        // placed in time by the maker of the request
      }
      case Asked ignored -> {
        // which property is meant depends on the device
      }
      default -> {
        // devices, places and times are worked out elsewhere
      }
    }
  }

  private static void said(Map<String, Value> slots, String slot, Said said) {
    if (QUANTITIES.contains(slot) || slot.equals(Slots.VALUE)) {
      slots.put(Slots.VALUE, said.value());
      if (!said.unit().isEmpty()) {
        slots.put(Slots.UNIT, Value.of(said.unit()));
      }
    } else if (slot.equals("genre") || slot.equals(Slots.MEDIA)) {
      slots.put(Slots.MEDIA, said.value());
      slots.put(Slots.MEDIA_TYPE, Value.of("genre"));
    } else {
      slots.put(slot, said.value());
    }
  }
}
