package io.hearth.model.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of a property, an argument or a slot; has exactly the shapes that JSON has, without
 * null.
 */
public sealed interface Value {

  /** Yes or no. */
  record Bool(boolean value) implements Value {
    static final Bool TRUE = new Bool(true);
    static final Bool FALSE = new Bool(false);
  }

  /**
   * A number; its unit is its property's.
   *
   * @param value finite
   */
  record Number(double value) implements Value {
    public Number {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("value must be a finite number but is " + value);
      }
      value = value == 0 ? 0.0 : value; // no negative zero: it would print as -0
    }
  }

  /** A word, an option or free text. */
  record Text(String value) implements Value {}

  /** Several values in order. */
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** Values by field name, in the order given. */
  record Fields(Map<String, Value> values) implements Value {
    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  static Value of(boolean value) {
    return value ? Bool.TRUE : Bool.FALSE;
  }

  static Value of(double value) {
    return new Number(value);
  }

  static Value of(String value) {
    return new Text(value);
  }

  /**
   * Makes a value of what a JSON or YAML library yields.
   *
   * @param raw a Boolean, Number, CharSequence, List or Map with string keys, nested at will; null
   *     entries of maps and lists are left out
   * @throws IllegalArgumentException for anything else, null included
   */
  static Value ofRaw(@Nullable Object raw) {
    return switch (raw) {
      case Value value -> value;
      case Boolean bool -> of(bool.booleanValue());
      case java.lang.Number number -> of(number.doubleValue());
      case CharSequence text -> of(text.toString());
      case List<?> list -> {
        List<Value> values = new ArrayList<>(list.size());
        for (Object entry : list) {
          if (entry != null) {
            values.add(ofRaw(entry));
          }
        }
        yield new Items(values);
      }
      case Map<?, ?> map -> {
        Map<String, Value> values = new LinkedHashMap<>();
        map.forEach((key, entry) -> {
          if (entry != null) {
            values.put(String.valueOf(key), ofRaw(entry));
          }
        });
        yield new Fields(values);
      }
      case null -> throw new IllegalArgumentException("a value must not be null");
      default ->
          throw new IllegalArgumentException("no value can be made of " + raw.getClass().getName());
    };
  }

  /**
   * What a JSON library writes: Boolean, Long (for whole numbers), Double, String, List or Map, in
   * stable order.
   */
  default Object raw() {
    return switch (this) {
      case Bool bool -> bool.value();
      case Number number -> {
        double value = number.value();
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
          yield (Object) (long) value;
        }
        yield (Object) value;
      }
      case Text text -> text.value();
      case Items items -> items.values().stream().map(Value::raw).toList();
      case Fields fields -> {
        Map<String, Object> map = new LinkedHashMap<>();
        fields.values().forEach((key, value) -> map.put(key, value.raw()));
        yield map;
      }
    };
  }

  /** True only for the boolean true. */
  default boolean isTrue() {
    return this instanceof Bool(boolean value) && value;
  }

  /** True only for a text equal to the given one. */
  default boolean isText(String text) {
    return this instanceof Text(String value) && value.equals(text);
  }
}
