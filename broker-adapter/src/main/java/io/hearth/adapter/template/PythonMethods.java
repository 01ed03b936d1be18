package io.hearth.adapter.template;

import com.hubspot.jinjava.objects.date.PyishDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The methods of Python's texts, lists, mappings and dates that templates use. */
final class PythonMethods {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private PythonMethods() {}

  /**
   * Calls a method.
   *
   * @throws IllegalStateException when there is none of that name
   */
  static @Nullable Object call(Object base, String method, List<@Nullable Object> arguments) {
    return switch (base) {
      case Map<?, ?> map -> ofMapping(map, method, arguments);
      case Collection<?> list -> ofList(list, method, arguments);
      case PyishDate date -> ofDate(date, method, arguments);
      case CharSequence text -> ofText(text.toString(), method, arguments);
      default -> throw unknown(method);
    };
  }

  /** A part of a date; null where there is none of that name. */
  static @Nullable Object part(PyishDate date, String name) {
    return switch (name) {
      case "year" -> date.getYear();
      case "month" -> date.getMonth();
      case "day" -> date.getDay();
      case "hour" -> date.getHour();
      case "minute" -> date.getMinute();
      case "second" -> date.getSecond();
      default -> null;
    };
  }

  private static @Nullable Object ofMapping(
      Map<?, ?> map, String method, List<@Nullable Object> arguments) {
    return switch (method) {
      case "get" -> {
        Object found = map.get(Python.key(argument(arguments, 0)));
        yield found == null && arguments.size() > 1 ? arguments.get(1) : found;
      }
      case "keys" -> new ArrayList<>(map.keySet());
      case "values" -> new ArrayList<>(map.values());
      case "items" -> {
        List<Object> items = new ArrayList<>(map.size());
        map.forEach((key, value) -> items.add(Arrays.asList(key, value)));
        yield items;
      }
      default -> throw unknown(method);
    };
  }

  private static Object ofList(
      Collection<?> list, String method, List<@Nullable Object> arguments) {
    return switch (method) {
      case "index" -> new ArrayList<>(list).indexOf(argument(arguments, 0));
      case "count" ->
          list.stream().filter(e -> e != null && e.equals(arguments.getFirst())).count();
      default -> throw unknown(method);
    };
  }

  private static Object ofDate(PyishDate date, String method, List<@Nullable Object> arguments) {
    return switch (method) {
      case "strftime" -> date.strftime(word(arguments, 0));
      case "isoformat" -> date.toDateTime().toOffsetDateTime().toString();
      case "timestamp" -> date.toDateTime().toInstant().toEpochMilli() / 1000.0;
      case "weekday" -> date.toDateTime().getDayOfWeek().getValue() - 1;
      case "isoweekday" -> date.toDateTime().getDayOfWeek().getValue();
      default -> throw unknown(method);
    };
  }

  private static Object ofText(String text, String method, List<@Nullable Object> arguments) {
    return switch (method) {
      case "lower", "casefold" -> text.toLowerCase(Locale.ROOT);
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "strip" -> text.strip();
      case "lstrip" -> text.stripLeading();
      case "rstrip" -> text.stripTrailing();
      case "title" -> Python.title(text);
      case "capitalize" -> Python.capitalized(text);
      case "startswith" -> text.startsWith(word(arguments, 0));
      case "endswith" -> text.endsWith(word(arguments, 0));
      case "find" -> text.indexOf(word(arguments, 0));
      case "count" -> text.split(Pattern.quote(word(arguments, 0)), -1).length - 1;
      case "replace" -> Python.bounded(replaced(text, word(arguments, 0), word(arguments, 1)));
      case "split" ->
          arguments.isEmpty()
              ? Arrays.asList(BLANKS.split(text.strip()))
              : Arrays.asList(text.split(Pattern.quote(word(arguments, 0)), -1));
      case "isdigit", "isnumeric", "isdecimal" ->
          !text.isEmpty() && text.chars().allMatch(Character::isDigit);
      case "isalpha" -> !text.isEmpty() && text.chars().allMatch(Character::isLetter);
      case "zfill" -> "0".repeat(missing(text, arguments)) + text;
      case "ljust" -> text + " ".repeat(missing(text, arguments));
      case "rjust" -> " ".repeat(missing(text, arguments)) + text;
      default -> throw unknown(method);
    };
  }

  private static String replaced(String text, String what, String by) {
    long growth = what.isEmpty() ? by.length() : Math.max(1, by.length() / what.length());
    if (text.length() * growth > Python.LONGEST * 4L) {
      throw new OutOfBudgetException("the text gets too long");
    }
    return text.replace(what, by);
  }

  private static int missing(String text, List<@Nullable Object> arguments) {
    int width = (int) Math.min(1000, Python.number(argument(arguments, 0)).orElse(0));
    return Math.max(0, width - text.length());
  }

  private static @Nullable Object argument(List<@Nullable Object> arguments, int index) {
    if (index >= arguments.size()) {
      throw new IllegalStateException("an argument is missing");
    }
    return arguments.get(index);
  }

  private static String word(List<@Nullable Object> arguments, int index) {
    return Python.text(argument(arguments, index));
  }

  private static IllegalStateException unknown(String method) {
    return new IllegalStateException("there is no method '" + method + "'");
  }
}
