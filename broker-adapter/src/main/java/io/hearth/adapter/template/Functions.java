package io.hearth.adapter.template;

import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import com.hubspot.jinjava.objects.date.PyishDate;
import com.hubspot.jinjava.util.ObjectTruthValue;
import io.hearth.adapter.template.PythonFilter.Arguments;
import java.lang.reflect.Method;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The functions that Home Assistant adds to Jinja; public members are called by jinjava. */
@SuppressWarnings("unused")
public final class Functions {

  private static final List<String> NAMES =
      List.of(
          "now",
          "utcnow",
          "iif",
          "min",
          "max",
          "average",
          "is_number",
          "as_timestamp",
          "as_datetime",
          "float",
          "int",
          "bool");

  private Functions() {}

  static List<ELFunctionDefinition> all() {
    return NAMES.stream().map(Functions::definition).toList();
  }

  private static ELFunctionDefinition definition(String name) {
    Method method =
        Stream.of(Functions.class.getDeclaredMethods())
            .filter(candidate -> candidate.isAnnotationPresent(Named.class))
            .filter(candidate -> candidate.getAnnotation(Named.class).value().equals(name))
            .findFirst()
            .orElseThrow();
    return new ELFunctionDefinition("", name, method);
  }

  @Named("now")
  public static Object now() {
    return new PyishDate(ZonedDateTime.now(ZoneId.systemDefault()));
  }

  @Named("utcnow")
  public static Object utcnow() {
    return new PyishDate(ZonedDateTime.now(ZoneOffset.UTC));
  }

  @Named("iif")
  public static @Nullable Object iif(@Nullable Object value, @Nullable Object... choices) {
    if (ObjectTruthValue.evaluate(value)) {
      return choices.length > 0 ? choices[0] : true;
    }
    return choices.length > 1 ? choices[1] : false;
  }

  @Named("min")
  public static @Nullable Object min(@Nullable Object... values) {
    return whole(numbers(values).min());
  }

  @Named("max")
  public static @Nullable Object max(@Nullable Object... values) {
    return whole(numbers(values).max());
  }

  @Named("average")
  public static @Nullable Object average(@Nullable Object... values) {
    OptionalDouble average = numbers(values).average();
    return average.isPresent() ? average.getAsDouble() : null;
  }

  @Named("is_number")
  public static Object isNumber(@Nullable Object value) {
    return Python.number(value).isPresent();
  }

  @Named("as_timestamp")
  public static @Nullable Object asTimestamp(@Nullable Object value, @Nullable Object... rest) {
    return Times.timestamp(value, arguments(rest));
  }

  @Named("as_datetime")
  public static @Nullable Object asDatetime(@Nullable Object value, @Nullable Object... rest) {
    return Times.date(value, arguments(rest));
  }

  @Named("float")
  public static @Nullable Object toFloat(@Nullable Object value, @Nullable Object... rest) {
    return Filters.toFloat(value, arguments(rest));
  }

  @Named("int")
  public static @Nullable Object toInt(@Nullable Object value, @Nullable Object... rest) {
    return Filters.toInt(value, arguments(rest));
  }

  @Named("bool")
  public static @Nullable Object toBool(@Nullable Object value, @Nullable Object... rest) {
    return Filters.toBool(value, arguments(rest));
  }

  static boolean contains(@Nullable Object whole, @Nullable Object part) {
    return switch (whole) {
      case Map<?, ?> map -> map.containsKey(Python.key(part));
      case Collection<?> list -> list.contains(part);
      case null -> false;
      default -> Python.text(whole).contains(Python.text(part));
    };
  }

  private static Arguments arguments(@Nullable Object[] rest) {
    return new Arguments(Arrays.asList(rest), Map.of());
  }

  private static DoubleStream numbers(@Nullable Object[] values) {
    Stream<?> all =
        values.length == 1 && values[0] instanceof Collection<?> list
            ? list.stream()
            : Arrays.stream(values);
    return all.map(Python::number)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble);
  }

  private static @Nullable Object whole(OptionalDouble number) {
    return number.isPresent() ? Python.whole(number.getAsDouble()) : null;
  }
}
