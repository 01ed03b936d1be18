package io.hearth.adapter.template;

import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.util.ObjectTruthValue;
import io.hearth.adapter.template.PythonFilter.Arguments;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The filters that Home Assistant adds to Jinja or that jinjava has otherwise than Python. */
final class Filters {

  private static final Pattern WIDE = Pattern.compile("%[^a-zA-Z%]*\\d{3,}");
  private static final Pattern FRACTION = Pattern.compile("%[^a-zA-Z%]*[efgEG]");

  private Filters() {}

  static List<Filter> all() {
    return List.of(
        filter("int", Filters::toInt),
        filter("float", Filters::toFloat),
        filter("round", Filters::round),
        filter("abs", (value, in) -> number("abs", value, in, 0, Math::abs)),
        filter("sqrt", (value, in) -> number("sqrt", value, in, 0, Math::sqrt)),
        filter("sin", (value, in) -> number("sin", value, in, 0, Math::sin)),
        filter("cos", (value, in) -> number("cos", value, in, 0, Math::cos)),
        filter("tan", (value, in) -> number("tan", value, in, 0, Math::tan)),
        filter("log", Filters::log),
        filter(
            "multiply",
            (value, in) -> number("multiply", value, in, 1, x -> x * in.number(0, "amount", 1))),
        filter(
            "add", (value, in) -> number("add", value, in, 1, x -> x + in.number(0, "amount", 0))),
        filter("bitwise_and", (value, in) -> bits(value, in, (a, b) -> a & b)),
        filter("bitwise_or", (value, in) -> bits(value, in, (a, b) -> a | b)),
        filter("bitwise_xor", (value, in) -> bits(value, in, (a, b) -> a ^ b)),
        filter("is_number", (value, in) -> Python.number(value).isPresent()),
        filter("is_defined", Filters::isDefined),
        filter("bool", Filters::toBool),
        filter("string", (value, in) -> Python.text(value)),
        filter("lower", (value, in) -> Python.text(value).toLowerCase(Locale.ROOT)),
        filter("upper", (value, in) -> Python.text(value).toUpperCase(Locale.ROOT)),
        filter("format", Filters::format),
        filter("slugify", (value, in) -> slug(Python.text(value), in.text(0, "separator", "_"))),
        filter("contains", (value, in) -> Functions.contains(value, in.get(0, "value"))),
        filter("iif", Filters::iif),
        filter("min", (value, in) -> Functions.min(value)),
        filter("max", (value, in) -> Functions.max(value)),
        filter("average", (value, in) -> Functions.average(value)),
        filter("ord", (value, in) -> (long) Python.text(value).codePointAt(0)),
        filter("base64_encode", (value, in) -> encoded(value)),
        filter("base64_decode", (value, in) -> decoded(value)),
        filter("tojson", (value, in) -> Json.text(value)),
        filter("to_json", (value, in) -> Json.text(value)),
        filter("from_json", (value, in) -> Json.parsed(Python.text(value))),
        filter("fromjson", (value, in) -> Json.parsed(Python.text(value))),
        filter("regex_match", (value, in) -> Regex.matches(value, in, true)),
        filter("regex_search", (value, in) -> Regex.matches(value, in, false)),
        filter("regex_replace", Regex::replace),
        filter("regex_findall", (value, in) -> Regex.all(value, in.text(0, "find", ""))),
        filter("regex_findall_index", Regex::one),
        filter("as_timestamp", Times::timestamp),
        filter("as_datetime", Times::date),
        filter("as_local", Times::date),
        filter("timestamp_custom", Times::custom),
        filter("timestamp_local", Times::local),
        filter("timestamp_utc", Times::utc));
  }

  private static Filter filter(String name, PythonFilter.Body body) {
    return new PythonFilter(name, body);
  }

  static @Nullable Object toInt(@Nullable Object value, Arguments in) {
    int base = (int) in.number(1, "base", 10);
    Optional<Object> result =
        base == 10 || !(value instanceof CharSequence)
            ? boxed(value).map(number -> (Object) (long) (double) number)
            : inBase(value.toString().strip(), base);
    return in.orDefault(result, 0, "int", value);
  }

  private static Optional<Object> inBase(String text, int base) {
    String digits = base == 16 && text.startsWith("0x") ? text.substring(2) : text;
    try {
      return Optional.of(Long.parseLong(digits, base));
    } catch (NumberFormatException failure) {
      return Optional.empty();
    }
  }

  static @Nullable Object toFloat(@Nullable Object value, Arguments in) {
    return in.orDefault(boxed(value).map(number -> (Object) number), 0, "float", value);
  }

  private static Optional<Double> boxed(@Nullable Object value) {
    var number = Python.number(value);
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private static @Nullable Object round(@Nullable Object value, Arguments in) {
    int digits = (int) Math.clamp(in.number(0, "precision", 0), -15, 15);
    String method = in.text(1, "method", "common");
    double factor = Math.pow(10, digits);
    Optional<Object> result =
        boxed(value)
            .map(number ->
                switch (method) {
                  case "ceil" -> Math.ceil(number * factor) / factor;
                  case "floor" -> Math.floor(number * factor) / factor;
                  case "half" -> Math.rint(number * 2) / 2;
                  default -> rounded(number, digits);
                })
            .map(number -> digits <= 0 && in.has(0, "precision") ? Python.whole(number) : number);
    return in.orDefault(result, 2, "round", value);
  }

  private static double rounded(double number, int digits) {
    return new java.math.BigDecimal(Double.toString(number))
        .setScale(digits, java.math.RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  private static @Nullable Object number(
      String filter, @Nullable Object value, Arguments in, int at, DoubleUnaryOperator operator) {
    Optional<Object> result =
        boxed(value)
            .map(operator::applyAsDouble)
            .filter(Double::isFinite)
            .map(number -> value instanceof Long ? Python.whole(number) : (Object) number);
    return in.orDefault(result, at, filter, value);
  }

  private static @Nullable Object log(@Nullable Object value, Arguments in) {
    double base = in.number(0, "base", Math.E);
    return number("log", value, in, 1, x -> Math.log(x) / Math.log(base));
  }

  private static Object bits(@Nullable Object value, Arguments in, LongBinaryOperator operator) {
    return operator.applyAsLong(
        (long) Python.number(value).orElse(0), (long) in.number(0, "second_value", 0));
  }

  private static Object isDefined(@Nullable Object value, Arguments in) {
    if (value == null) {
      throw new IllegalStateException("it is not defined");
    }
    return value;
  }

  static @Nullable Object toBool(@Nullable Object value, Arguments in) {
    Optional<Object> result =
        switch (Python.text(value).strip().toLowerCase(Locale.ROOT)) {
          case "1", "1.0", "yes", "true", "on", "enable" -> Optional.of(true);
          case "0", "0.0", "no", "false", "off", "disable" -> Optional.of(false);
          default -> Optional.empty();
        };
    return in.orDefault(result, 0, "bool", value);
  }

  private static @Nullable Object iif(@Nullable Object value, Arguments in) {
    boolean isTrue = ObjectTruthValue.evaluate(value);
    if (isTrue) {
      return in.has(0, "if_true") ? in.get(0, "if_true") : true;
    }
    return in.has(1, "if_false") ? in.get(1, "if_false") : false;
  }

  private static Object format(@Nullable Object value, Arguments in) {
    String pattern = Python.text(value);
    if (WIDE.matcher(pattern).find()) {
      throw new IllegalStateException("format is asked for too wide a field");
    }
    Object[] given =
        in.positional().stream()
            .map(entry ->
                entry instanceof Long whole && FRACTION.matcher(pattern).find()
                    ? (Object) (double) whole
                    : entry)
            .toArray();
    return Python.bounded(String.format(Locale.ROOT, pattern, given));
  }

  private static String slug(String text, String separator) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", Matcher.quoteReplacement(separator));
  }

  private static String encoded(@Nullable Object value) {
    return Base64.getEncoder().encodeToString(Python.text(value).getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(@Nullable Object value) {
    return new String(Base64.getMimeDecoder().decode(Python.text(value)), StandardCharsets.UTF_8);
  }
}
