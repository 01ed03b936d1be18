package io.hearth.adapter.template;

import com.hubspot.jinjava.objects.date.PyishDate;
import io.hearth.adapter.template.PythonFilter.Arguments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates inside a template: seconds since 1970, ISO 8601 and what {@code now()} gives. */
final class Times {

  private Times() {}

  static @Nullable Object timestamp(@Nullable Object value, Arguments in) {
    return in.orDefault(
        instant(value).map(at -> (Object) (at.toEpochMilli() / 1000.0)), 0, "as_timestamp", value);
  }

  static @Nullable Object date(@Nullable Object value, Arguments in) {
    return in.orDefault(
        instant(value).map(at -> (Object) new PyishDate(at.atZone(ZoneId.systemDefault()))),
        0,
        "as_datetime",
        value);
  }

  static @Nullable Object custom(@Nullable Object value, Arguments in) {
    boolean isLocal = !Python.text(in.get(1, "local")).equals("False");
    ZoneId zone = isLocal ? ZoneId.systemDefault() : ZoneOffset.UTC;
    String format = in.text(0, "format_string", "%Y-%m-%d %H:%M:%S");
    return in.orDefault(
        instant(value).map(at -> (Object) new PyishDate(at.atZone(zone)).strftime(format)),
        2,
        "timestamp_custom",
        value);
  }

  static @Nullable Object local(@Nullable Object value, Arguments in) {
    return iso(value, in, ZoneId.systemDefault(), "timestamp_local");
  }

  static @Nullable Object utc(@Nullable Object value, Arguments in) {
    return iso(value, in, ZoneOffset.UTC, "timestamp_utc");
  }

  private static @Nullable Object iso(
      @Nullable Object value, Arguments in, ZoneId zone, String filter) {
    return in.orDefault(
        instant(value).map(at -> (Object) at.atZone(zone).toOffsetDateTime().toString()),
        0,
        filter,
        value);
  }

  private static Optional<Instant> instant(@Nullable Object value) {
    if (value instanceof PyishDate date) {
      return Optional.of(date.toDateTime().toInstant());
    }
    var number = Python.number(value);
    if (number.isPresent()) {
      return Math.abs(number.getAsDouble()) < 1e11
          ? Optional.of(Instant.ofEpochMilli(Math.round(number.getAsDouble() * 1000)))
          : Optional.empty();
    }
    return parsed(Python.text(value).strip().replace(' ', 'T'));
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noOffset) {
      try {
        ZonedDateTime local = LocalDateTime.parse(text).atZone(ZoneId.systemDefault());
        return Optional.of(local.toInstant());
      } catch (DateTimeException failure) {
        return Optional.empty();
      }
    }
  }
}
