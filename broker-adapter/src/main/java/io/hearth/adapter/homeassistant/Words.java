package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.vocabulary.JsonReadings;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words, numbers and truths as devices of this convention write them. */
final class Words {

  private Words() {}

  /** As JSON would write it: what a command that is no text carries. */
  static String written(@Nullable Object raw) {
    return switch (raw) {
      case null -> "";
      case Double number -> String.valueOf(Value.of(number).raw());
      case Value value -> written(value.raw());
      default -> raw.toString();
    };
  }

  /** A number, also one written as text. */
  static Optional<Double> number(@Nullable Object raw) {
    return switch (raw) {
      case Number number -> Optional.of(number.doubleValue()).filter(Double::isFinite);
      case Value.Number(double value) -> Optional.of(value);
      case Value.Text(String text) -> number(text);
      case String text when text.length() <= 32 && !text.isBlank() -> parsed(text.strip());
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Double> parsed(String text) {
    char last = text.charAt(text.length() - 1);
    if (last != '.' && (last < '0' || last > '9')) {
      return Optional.empty(); // Java takes 1d and NaN for numbers
    }
    try {
      return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
    } catch (NumberFormatException word) {
      return Optional.empty();
    }
  }

  /** Whether a device means this word: the same text, truth or number. */
  static boolean same(Value said, @Nullable Object word) {
    if (word == null) {
      return false;
    }
    String one = written(said);
    String other = written(word);
    if (one.equals(other)) {
      return true;
    }
    if (said instanceof Value.Bool || word instanceof Boolean) {
      return one.equalsIgnoreCase(other);
    }
    return said instanceof Value.Number && number(other).equals(number(said));
  }

  /** What a person would say for a technical name: {@code hall_lamp-2} is {@code hall lamp 2}. */
  static String spoken(String technical) {
    return technical.replaceAll("[_./-]+", " ").replaceAll("\\s+", " ").strip();
  }

  /** A name for a property or a part: {@code Child lock} is {@code child_lock}. */
  static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
  }

  /** A member of a JSON object; empty when there is none, or no JSON. */
  static Optional<Value> jsonMember(String json, String member) {
    try {
      return JsonReadings.plain(Payload.of(json).json().path(member));
    } catch (MalformedPayloadException noJson) {
      return Optional.empty();
    }
  }
}
