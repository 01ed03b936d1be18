package io.hearth.model.device;

import java.util.List;
import java.util.Optional;

/**
 * One thing that can be true of a device, e.g. its brightness in percent.
 *
 * @param range the values a number may take; the unit's own range where nothing narrower is known
 * @param options the words a {@link Kind#OPTION} may take; empty when any is allowed
 */
public record Property(String name, Kind kind, Unit unit, Range range, List<String> options) {

  /** The shape of a property's values. */
  public enum Kind {
    BOOLEAN,
    NUMBER,
    OPTION,
    TEXT,
    FIELDS,
    ITEMS
  }

  public Property {
    Names.check("name of property", name);
    range = unit.range().narrowedBy(range);
    options = List.copyOf(options);
  }

  public static Property bool(String name) {
    return new Property(name, Kind.BOOLEAN, Unit.NONE, Unit.NONE.range(), List.of());
  }

  public static Property number(String name, Unit unit) {
    return new Property(name, Kind.NUMBER, unit, unit.range(), List.of());
  }

  public static Property option(String name, List<String> options) {
    return new Property(name, Kind.OPTION, Unit.NONE, Unit.NONE.range(), options);
  }

  public Property withRange(Range narrower) {
    return new Property(name, kind, unit, range.narrowedBy(narrower), options);
  }

  public Property withOptions(List<String> newOptions) {
    return new Property(name, kind, unit, range, newOptions);
  }

  /** Says what is wrong with a value of this property, empty when nothing is. */
  public Optional<String> problemWith(Value value) {
    return switch (kind) {
      case BOOLEAN ->
          value instanceof Value.Bool
              ? Optional.empty()
              : Optional.of(name + " must be true or false");
      case NUMBER ->
          switch (value) {
            case Value.Number number when range.contains(number.value()) -> Optional.empty();
            case Value.Number number ->
                Optional.of(
                    name
                        + " must be "
                        + describe(range)
                        + " but is "
                        + Value.of(number.value()).raw());
            default -> Optional.of(name + " must be a number" + inUnit());
          };
      case OPTION ->
          switch (value) {
            case Value.Text text when options.isEmpty() || options.contains(text.value()) ->
                Optional.empty();
            case Value.Text text ->
                Optional.of(name + " must be one of " + options + " but is " + text.value());
            default -> Optional.of(name + " must be a word");
          };
      case TEXT ->
          value instanceof Value.Text ? Optional.empty() : Optional.of(name + " must be text");
      case FIELDS ->
          value instanceof Value.Fields
              ? Optional.empty()
              : Optional.of(name + " must be a mapping");
      case ITEMS ->
          value instanceof Value.Items ? Optional.empty() : Optional.of(name + " must be a list");
    };
  }

  private String describe(Range allowed) {
    if (allowed.max() == Double.MAX_VALUE) {
      return "at least " + Value.of(allowed.min()).raw() + unit.symbol();
    }
    return Value.of(allowed.min()).raw() + " to " + Value.of(allowed.max()).raw() + unit.symbol();
  }

  private String inUnit() {
    return unit == Unit.NONE ? "" : " in " + unit.symbol();
  }
}
