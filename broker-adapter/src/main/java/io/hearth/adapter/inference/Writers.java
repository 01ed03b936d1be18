package io.hearth.adapter.inference;

import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.model.device.Range;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What to set a property to for each action of the catalogue that it serves. */
final class Writers {

  private final Map<String, Meaning.Writer> byAction = new LinkedHashMap<>();

  /** A property that is on or off, under the actions' names. */
  static Map<String, Meaning.Writer> toggled(
      String property, String yes, String no, Function<Boolean, Value> written) {
    Writers writers = new Writers();
    writers.byAction.put(yes, call -> written.apply(true));
    writers.byAction.put(no, call -> written.apply(false));
    if (property.equals("on")) {
      writers.byAction.put("toggle", call -> written.apply(!isTrue(call, property)));
    }
    return writers.byAction;
  }

  /** A number that is set, or changed relative to what it is. */
  static Map<String, Meaning.Writer> number(String property, Scale scale, Range range) {
    String name = actionName(property);
    Writers writers = new Writers();
    writers.byAction.put(
        "set" + name, call -> Value.of(scale.write().applyAsDouble(call.number(property))));
    writers.byAction.put(
        "adjust" + name,
        call ->
            Value.of(
                scale
                    .write()
                    .applyAsDouble(range.clamp(call.current(property) + call.number("delta")))));
    if (property.equals("position")) {
      writers.byAction.put("open", call -> Value.of(scale.write().applyAsDouble(100)));
      writers.byAction.put("close", call -> Value.of(scale.write().applyAsDouble(0)));
    }
    return writers.byAction;
  }

  /** A value that is passed on as the command has it. */
  static Map<String, Meaning.Writer> passed(String action, String argument) {
    return Map.of(
        action,
        call ->
            call.argument(argument)
                .orElseThrow(() -> new CannotCommandException("the command has no " + argument)));
  }

  private static boolean isTrue(Call call, String property) throws CannotCommandException {
    return call.known()
        .value(property)
        .map(Value::isTrue)
        .orElseThrow(
            () -> new CannotCommandException("it has not said yet whether it is " + property));
  }

  /** {@code targetTemperature} is set by {@code setTemperature}. */
  private static String actionName(String property) {
    return switch (property) {
      case "targetTemperature" -> "Temperature";
      case "targetHumidity" -> "Humidity";
      default -> property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    };
  }
}
