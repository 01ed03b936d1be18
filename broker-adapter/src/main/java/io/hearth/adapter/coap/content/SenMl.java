package io.hearth.adapter.coap.content;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sensor Measurement Lists as in RFC 8428, resolved: base fields are put into every record. */
final class SenMl {

  private static final int VERSION = 10;
  private static final int MAX_RECORDS = 1000;
  private static final double RELATIVE_BELOW = 1L << 28; // seconds, section 4.5.3

  /** What the fields are called in one serialization. */
  record Labels(
      String version,
      String baseName,
      String baseTime,
      String baseUnit,
      String baseValue,
      String baseSum,
      String name,
      String unit,
      String value,
      String text,
      String bool,
      String sum,
      String time,
      String data) {}

  static final Labels JSON_LABELS =
      new Labels("bver", "bn", "bt", "bu", "bv", "bs", "n", "u", "v", "vs", "vb", "s", "t", "vd");
  static final Labels CBOR_LABELS =
      new Labels("-1", "-2", "-3", "-4", "-5", "-6", "0", "1", "2", "3", "4", "5", "6", "8");

  private final Labels labels;
  private final Instant now;
  private String baseName = "";
  private double baseTime;
  private Optional<String> baseUnit = Optional.empty();
  private double baseValue;
  private double baseSum;

  private SenMl(Labels labels, Instant now) {
    this.labels = labels;
    this.now = now;
  }

  /**
   * Resolves a pack.
   *
   * @throws MalformedPayloadException when it is none, or of a later version
   */
  static List<Reading> read(Value tree, Labels labels, Instant now)
      throws MalformedPayloadException {
    if (!(tree instanceof Value.Items(List<Value> records)) || records.size() > MAX_RECORDS) {
      throw new MalformedPayloadException("not a list of at most " + MAX_RECORDS + " records");
    }
    SenMl pack = new SenMl(labels, now);
    List<Reading> readings = new ArrayList<>();
    for (Value each : records) {
      if (!(each instanceof Value.Fields(Map<String, Value> fields))) {
        throw new MalformedPayloadException("a record that is no object");
      }
      pack.resolve(fields).ifPresent(readings::add);
    }
    return List.copyOf(readings);
  }

  /** Whether something may be a record of a pack. */
  static boolean isRecord(Value value) {
    return value instanceof Value.Fields(Map<String, Value> fields)
        && (has(fields, JSON_LABELS) || has(fields, CBOR_LABELS));
  }

  static Labels labelsOf(List<Value> records) {
    return records.getFirst() instanceof Value.Fields(Map<String, Value> fields)
            && has(fields, JSON_LABELS)
        ? JSON_LABELS
        : CBOR_LABELS;
  }

  private static boolean has(Map<String, Value> fields, Labels labels) {
    return fields.containsKey(labels.baseName)
        || (fields.containsKey(labels.name)
            && (fields.containsKey(labels.value)
                || fields.containsKey(labels.bool)
                || fields.containsKey(labels.text)));
  }

  private Optional<Reading> resolve(Map<String, Value> fields) throws MalformedPayloadException {
    check(fields);
    baseName = text(fields, labels.baseName).orElse(baseName);
    baseTime = number(fields, labels.baseTime, baseTime);
    baseUnit = text(fields, labels.baseUnit).or(() -> baseUnit);
    baseValue = number(fields, labels.baseValue, baseValue);
    baseSum = number(fields, labels.baseSum, baseSum);
    Value value = value(fields);
    if (value == null) {
      return Optional.empty();
    }
    String name = baseName + text(fields, labels.name).orElse("");
    return Optional.of(
        new Reading(
            name,
            value,
            text(fields, labels.unit).or(() -> baseUnit),
            time(baseTime + number(fields, labels.time, 0))));
  }

  private void check(Map<String, Value> fields) throws MalformedPayloadException {
    if (number(fields, labels.version, VERSION) > VERSION) {
      throw new MalformedPayloadException("a SenML version after " + VERSION);
    }
    for (String name : fields.keySet()) {
      if (name.endsWith("_")) {
        throw new MalformedPayloadException("a field that must be understood and is not: " + name);
      }
    }
  }

  private @Nullable Value value(Map<String, Value> fields) throws MalformedPayloadException {
    try {
      if (fields.containsKey(labels.value)) {
        return Value.of(baseValue + number(fields, labels.value, 0));
      }
      if (fields.containsKey(labels.sum)) {
        return Value.of(baseSum + number(fields, labels.sum, 0));
      }
      if (fields.containsKey(labels.baseValue) && fields.containsKey(labels.name)) {
        return Value.of(baseValue);
      }
    } catch (IllegalArgumentException infinite) {
      throw new MalformedPayloadException("a sum that cannot be", infinite);
    }
    Value other = fields.get(labels.bool);
    other = other == null ? fields.get(labels.text) : other;
    return other == null ? fields.get(labels.data) : other;
  }

  /** Times near zero count from now, zero itself says nothing. */
  private Optional<Instant> time(double seconds) throws MalformedPayloadException {
    if (seconds == 0) {
      return Optional.empty();
    }
    try {
      long millis = Math.round(seconds * 1000);
      return Optional.of(
          Math.abs(seconds) < RELATIVE_BELOW
              ? now.plusMillis(millis)
              : Instant.ofEpochMilli(millis));
    } catch (DateTimeException | ArithmeticException failure) {
      throw new MalformedPayloadException("a time that cannot be", failure);
    }
  }

  private static double number(Map<String, Value> fields, String name, double otherwise)
      throws MalformedPayloadException {
    return switch (fields.get(name)) {
      case null -> otherwise;
      case Value.Number(double value) -> value;
      default -> throw new MalformedPayloadException(name + " of a record is no number");
    };
  }

  private static Optional<String> text(Map<String, Value> fields, String name)
      throws MalformedPayloadException {
    return switch (fields.get(name)) {
      case null -> Optional.empty();
      case Value.Text(String value) -> Optional.of(value);
      default -> throw new MalformedPayloadException(name + " of a record is no text");
    };
  }
}
