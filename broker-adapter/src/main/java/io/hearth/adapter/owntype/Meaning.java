package io.hearth.adapter.owntype;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Property;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Reading;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a device's word for a property means in the words and units of the catalogue. */
record Meaning(Property property, Reading reading) {

  private static final Set<String> YES = Set.of("true", "on", "yes", "1");
  private static final Set<String> NO = Set.of("false", "off", "no", "0");

  Value of(Value raw) throws MalformedPayloadException {
    Value meant = meant(raw);
    Optional<String> problem = property.problemWith(meant);
    if (problem.isPresent()) {
      throw new MalformedPayloadException(problem.get());
    }
    return meant;
  }

  private Value meant(Value raw) throws MalformedPayloadException {
    if (reading.values().isEmpty()) {
      return shaped(raw);
    }
    Value listed = reading.values().get(text(raw));
    if (listed != null) {
      return listed;
    }
    if (reading.otherwise().isPresent()) {
      return reading.otherwise().get();
    }
    throw new MalformedPayloadException(
        property.name()
            + " is '"
            + head(text(raw))
            + "', which is none of "
            + reading.values().keySet());
  }

  private Value shaped(Value raw) throws MalformedPayloadException {
    return switch (property.kind()) {
      case BOOLEAN -> bool(raw);
      case NUMBER -> {
        double number = number(raw);
        yield Value.of(reading.scale().map(scale -> scale.applied(number)).orElse(number));
      }
      case OPTION -> Value.of(option(text(raw).strip()));
      case TEXT -> Value.of(text(raw));
      case FIELDS, ITEMS -> raw;
    };
  }

  private Value bool(Value raw) throws MalformedPayloadException {
    String word = text(raw).strip().toLowerCase(Locale.ROOT);
    if (YES.contains(word) || NO.contains(word)) {
      return Value.of(YES.contains(word));
    }
    throw new MalformedPayloadException(
        property.name() + " is '" + head(word) + "', which is neither true nor false");
  }

  private double number(Value raw) throws MalformedPayloadException {
    return switch (raw) {
      case Value.Number(double number) -> number;
      case Value.Bool(boolean yes) -> yes ? 1 : 0;
      case Value.Text(String text) -> parsed(text.strip());
      case Value.Items items -> throw noNumber(raw);
      case Value.Fields fields -> throw noNumber(raw);
    };
  }

  private double parsed(String text) throws MalformedPayloadException {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw noNumber(Value.of(text));
  }

  private MalformedPayloadException noNumber(Value raw) {
    return new MalformedPayloadException(
        property.name() + " is '" + head(text(raw)) + "', which is no number");
  }

  private String option(String word) {
    return property.options().stream()
        .filter(option -> option.equalsIgnoreCase(word))
        .findFirst()
        .orElse(word);
  }

  /** A value as the file writes it. */
  static String text(Value value) {
    return String.valueOf(value.raw());
  }

  private static String head(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
