package io.hearth.adapter.homie;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.homie.HomieDescription.Property;
import io.hearth.adapter.inference.Described.Shape;
import io.hearth.adapter.vocabulary.Scales;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.Range;
import io.hearth.model.device.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values of a property as text, by its datatype and format. */
final class HomieValues {

  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,19}");
  private static final Pattern FLOAT =
      Pattern.compile("-?\\d{0,309}(\\.\\d{0,400})?([eE][-+]?\\d{1,3})?");

  private final Property property;
  private final boolean version5;
  private final Optional<HomieColors> colors;

  HomieValues(Property property, boolean version5) {
    this.property = property;
    this.version5 = version5;
    this.colors =
        property.datatype().equals("color")
            ? HomieColors.of(property.format(), version5)
            : Optional.empty();
  }

  Shape shape() {
    return switch (property.datatype()) {
      case "boolean" -> Shape.BOOLEAN;
      case "integer", "float", "duration" -> Shape.NUMBER;
      case "enum" -> Shape.OPTION;
      case "color" -> colors.isPresent() ? Shape.COLOR : Shape.OTHER;
      case "json" -> Shape.OTHER;
      default -> Shape.TEXT;
    };
  }

  /** A duration is told in seconds. */
  String unit() {
    return property.datatype().equals("duration") ? "s" : property.unit();
  }

  /** The words of an enumeration; of a boolean those for false and true, where it has any. */
  List<String> options() {
    boolean worded =
        property.datatype().equals("enum") || (version5 && property.datatype().equals("boolean"));
    return worded && !property.format().isBlank()
        ? Stream.of(property.format().split(",", -1)).map(String::strip).distinct().toList()
        : List.of();
  }

  /** The range of a number, where both ends are said: {@code min:max:step}. */
  Optional<Range> range() {
    Optional<Double> min = part(0);
    Optional<Double> max = part(1);
    return min.isPresent() && max.isPresent() && min.get() <= max.get()
        ? Optional.of(new Range(min.get(), max.get()))
        : Optional.empty();
  }

  private Optional<Double> part(int index) {
    boolean number = property.datatype().equals("integer") || property.datatype().equals("float");
    String[] parts = property.format().split(":", -1);
    return number && index < parts.length ? number(parts[index].strip()) : Optional.empty();
  }

  private static Optional<Double> number(String text) {
    if (!FLOAT.matcher(text).matches() || text.chars().noneMatch(Character::isDigit)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a payload.
   *
   * @throws MalformedPayloadException when it is none of the datatype and format
   */
  Value read(String text) throws MalformedPayloadException {
    return switch (property.datatype()) {
      case "boolean" ->
          switch (text) {
            case "true" -> Value.of(true);
            case "false" -> Value.of(false);
            default -> throw wrong();
          };
      case "integer" -> integer(text);
      case "float" -> number(text).map(Value::of).orElseThrow(this::wrong);
      case "duration" -> duration(text);
      case "enum" -> option(text.strip());
      case "color" ->
          colors.isPresent() ? colors.get().read(text).orElseThrow(this::wrong) : Value.of(text);
      default -> Value.of(text);
    };
  }

  private Value integer(String text) throws MalformedPayloadException {
    // Version 3 devices send 21.0 for an integer now and then; the value is not in doubt.
    if (version5 && !INTEGER.matcher(text).matches()) {
      throw wrong();
    }
    return number(text).map(value -> Value.of(Math.rint(value))).orElseThrow(this::wrong);
  }

  private Value option(String text) throws MalformedPayloadException {
    List<String> options = options();
    if (!options.isEmpty() && !options.contains(text)) {
      throw wrong();
    }
    return Value.of(text);
  }

  private Value duration(String text) throws MalformedPayloadException {
    try {
      return Value.of(Duration.parse(text).toMillis() / 1000.0);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw wrong();
    }
  }

  private MalformedPayloadException wrong() {
    String format = property.format().isEmpty() ? "" : " " + property.format();
    return new MalformedPayloadException("not a value of " + property.datatype() + format);
  }

  /**
   * Writes a value.
   *
   * @throws CannotCommandException when the property has no such value
   */
  String write(Value value, Call call) throws CannotCommandException {
    return switch (value) {
      case Value.Bool(boolean bool) -> Boolean.toString(bool);
      case Value.Number(double number) -> written(number);
      case Value.Text(String text) -> text;
      case Value.Fields fields when colors.isPresent() -> colors.get().write(fields, call);
      case Value.Fields fields -> throw unwritable();
      case Value.Items items -> throw unwritable();
    };
  }

  private CannotCommandException unwritable() {
    return new CannotCommandException("its " + property.name() + " cannot be set to that");
  }

  private String written(double number) {
    if (property.datatype().equals("duration")) {
      return Duration.ofMillis(Math.round(number * 1000)).toString();
    }
    double low = part(0).orElse(-Double.MAX_VALUE);
    double high = Math.max(low, part(1).orElse(Double.MAX_VALUE));
    double from = part(0).or(() -> part(1)).orElse(0.0);
    double step = part(2).orElse(property.datatype().equals("integer") ? 1.0 : 0.0);
    double fitted =
        Math.clamp(Scales.stepped(Math.clamp(number, low, high), from, step), low, high);
    return new BigDecimal(Double.toString(fitted)).stripTrailingZeros().toPlainString();
  }
}
