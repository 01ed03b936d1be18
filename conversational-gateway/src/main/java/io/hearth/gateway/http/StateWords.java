package io.hearth.gateway.http;

import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A property's value in a few words: "on", "brightness 40 %", "closed". */
final class StateWords {

  private static final int TENTHS = 10;

  /** What true and false are called, where not "name: yes" and "name: no". */
  private static final Map<String, Words> BOOLEANS =
      Map.of(
          "on", new Words("on", "off"),
          "open", new Words("open", "closed"),
          "doorOpen", new Words("door open", "door closed"),
          "locked", new Words("locked", "unlocked"),
          "muted", new Words("muted", "not muted"),
          "motion", new Words("motion", "no motion"),
          "occupied", new Words("occupied", "empty"),
          "ringing", new Words("ringing", "not ringing"),
          "jammed", new Words("jammed", "not jammed"));

  private record Words(String yes, String no) {}

  private StateWords() {}

  static String of(String property, Value value, Unit unit) {
    if (value instanceof Value.Bool(boolean yes)) {
      Words words = BOOLEANS.get(property);
      if (words != null) {
        return yes ? words.yes() : words.no();
      }
      return spaced(property) + (yes ? ": yes" : ": no");
    }
    return spaced(property) + " " + plain(value) + (unit == Unit.NONE ? "" : " " + unit.symbol());
  }

  private static String plain(Value value) {
    return switch (value) {
      case Value.Number(double number) ->
          String.valueOf(Value.of(Math.rint(number * TENTHS) / TENTHS).raw());
      case Value.Fields fields -> name(fields);
      case Value.Items items -> items.values().size() + " entries";
      case Value.Text text -> text.value();
      case Value.Bool bool -> String.valueOf(bool.value());
    };
  }

  /** A medium by its title, a colour by its name, anything else by its fields. */
  private static String name(Value.Fields fields) {
    for (String key : new String[] {"title", "name"}) {
      if (fields.values().get(key) instanceof Value.Text(String text)) {
        return text;
      }
    }
    return fields.values().entrySet().stream()
        .map(field -> field.getKey() + " " + plain(field.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** "targetTemperature" → "target temperature". */
  private static String spaced(String property) {
    return property.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
