package io.hearth.adapter.coap.thing;

import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The codecs that the conventions over CoAP need. */
final class Codecs {

  private static final Set<String> YES =
      Set.of("true", "on", "1", "yes", "open", "opened", "active", "detected", "locked");
  private static final Set<String> NO =
      Set.of("false", "off", "0", "no", "closed", "inactive", "clear", "unlocked");

  private Codecs() {}

  /** Yes or no, also written as number or word. */
  static final Codec BOOLEAN =
      new Codec() {
        @Override
        public Optional<Value> read(Value wire, Optional<String> unit) {
          return switch (wire) {
            case Value.Bool bool -> Optional.of(bool);
            case Value.Number(double number) -> Optional.of(Value.of(number != 0));
            case Value.Text(String text) -> word(text.toLowerCase(Locale.ROOT));
            default -> Optional.empty();
          };
        }

        private Optional<Value> word(String word) {
          return YES.contains(word)
              ? Optional.of(Value.of(true))
              : NO.contains(word) ? Optional.of(Value.of(false)) : Optional.empty();
        }

        @Override
        public Value write(Value value) {
          return value;
        }
      };

  /** A word as it is. */
  static final Codec TEXT =
      new Codec() {
        @Override
        public Optional<Value> read(Value wire, Optional<String> unit) {
          return wire instanceof Value.Text ? Optional.of(wire) : Optional.empty();
        }

        @Override
        public Value write(Value value) {
          return value;
        }
      };

  /** The first of a list of words, as OCF has its modes. */
  static final Codec FIRST_WORD =
      new Codec() {
        @Override
        public Optional<Value> read(Value wire, Optional<String> unit) {
          return wire instanceof Value.Items(List<Value> words)
                  && !words.isEmpty()
                  && words.getFirst() instanceof Value.Text
              ? Optional.of(words.getFirst())
              : TEXT.read(wire, unit);
        }

        @Override
        public Value write(Value value) {
          return new Value.Items(List.of(value));
        }
      };

  /** A share, written on the wire from 0 to a maximum. */
  static Codec percentOf(double max) {
    return new Codec() {
      @Override
      public Optional<Value> read(Value wire, Optional<String> unit) {
        return wire instanceof Value.Number(double number) && number >= 0 && number <= max
            ? Optional.of(Value.of(100 * number / max))
            : Optional.empty();
      }

      @Override
      public Value write(Value value) {
        return value instanceof Value.Number(double number)
            ? Value.of(Math.rint(number * max / 100))
            : value;
      }
    };
  }

  /**
   * A number with a unit.
   *
   * @param usual the unit on the wire where none is said, as {@link Units} knows it
   */
  static Codec number(Unit unit, String usual) {
    return new Codec() {
      @Override
      public Optional<Value> read(Value wire, Optional<String> said) {
        return wire instanceof Value.Number(double number)
            ? Units.convert(number, said.filter(word -> !word.isBlank()).orElse(usual), unit)
                .map(Value::of)
            : Optional.empty();
      }

      @Override
      public Value write(Value value) {
        return value instanceof Value.Number(double number)
            ? Value.of(Units.back(number, unit, usual))
            : value;
      }
    };
  }

  /** One of two words. */
  static Codec words(String yes, String no) {
    return new Codec() {
      @Override
      public Optional<Value> read(Value wire, Optional<String> unit) {
        return wire.isText(yes) || wire.isText(no)
            ? Optional.of(Value.of(wire.isText(yes)))
            : BOOLEAN.read(wire, unit);
      }

      @Override
      public Value write(Value value) {
        return Value.of(value.isTrue() ? yes : no);
      }
    };
  }

  /** Words of the wire for words of the house. */
  static Codec choice(Map<String, String> houseByWire) {
    return new Codec() {
      @Override
      public Optional<Value> read(Value wire, Optional<String> unit) {
        return FIRST_WORD
            .read(wire, unit)
            .map(word ->
                Value.of(
                    houseByWire.getOrDefault(
                        String.valueOf(word.raw()), String.valueOf(word.raw()))));
      }

      @Override
      public Value write(Value value) {
        return houseByWire.entrySet().stream()
            .filter(entry -> value.isText(entry.getValue()))
            .findFirst()
            .<Value>map(entry -> Value.of(entry.getKey()))
            .orElse(value);
      }
    };
  }
}
