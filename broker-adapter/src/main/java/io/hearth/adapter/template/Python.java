package io.hearth.adapter.template;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How Python writes what a template gives. */
final class Python {

  /** More is never written of one value. */
  static final int LONGEST = 65_536;

  private static final Pattern NUMBER =
      Pattern.compile("\\s*[-+]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,3})?\\s*");

  private Python() {}

  /**
   * As Python's {@code str}; nothing for null, since what is missing prints as nothing in Jinja.
   */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Boolean bool -> bool ? "True" : "False";
      case Map<?, ?> map -> structure(map);
      case Collection<?> list -> structure(list);
      default -> value.toString();
    };
  }

  /** What a mapping has its entries under; jinjava's keys are texts. */
  static String key(@Nullable Object value) {
    return value instanceof Boolean bool ? bool.toString() : text(value);
  }

  /** What a value is as a number; empty where it is none. */
  static OptionalDouble number(@Nullable Object value) {
    return switch (value) {
      case Boolean bool -> OptionalDouble.of(bool ? 1 : 0);
      case Number number -> finite(number.doubleValue());
      case CharSequence text when NUMBER.matcher(text).matches() ->
          finite(Double.parseDouble(text.toString().strip()));
      case null, default -> OptionalDouble.empty();
    };
  }

  /** A number as Python would have it: whole where nothing is lost. */
  static Object whole(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : value;
  }

  static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT)
            + text.substring(1).toLowerCase(Locale.ROOT);
  }

  static String title(String text) {
    StringBuilder title = new StringBuilder(text.length());
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      title.append(inWord ? Character.toLowerCase(c) : Character.toUpperCase(c));
      inWord = Character.isLetter(c);
    }
    return title.toString();
  }

  /**
   * The text itself.
   *
   * @throws OutOfBudgetException when it is too long
   */
  static String bounded(String text) {
    if (text.length() > LONGEST) {
      throw new OutOfBudgetException("a text gets longer than " + LONGEST + " characters");
    }
    return text;
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static String structure(Object value) {
    StringBuilder text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  private static void append(StringBuilder text, @Nullable Object value) {
    if (text.length() > LONGEST) {
      throw new OutOfBudgetException("a text gets longer than " + LONGEST + " characters");
    }
    switch (value) {
      case null -> text.append("None");
      case Map<?, ?> map -> {
        String between = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          append(text.append(between), entry.getKey());
          append(text.append(": "), entry.getValue());
          between = ", ";
        }
        text.append(map.isEmpty() ? "{}" : "}");
      }
      case Collection<?> list -> {
        String between = "[";
        for (Object entry : list) {
          append(text.append(between), entry);
          between = ", ";
        }
        text.append(list.isEmpty() ? "[]" : "]");
      }
      case CharSequence word -> text.append('\'').append(word).append('\'');
      default -> text.append(text(value));
    }
  }
}
