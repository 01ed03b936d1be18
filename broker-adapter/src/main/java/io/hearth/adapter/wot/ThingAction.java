package io.hearth.adapter.wot;

import io.hearth.adapter.inference.Described;
import io.hearth.adapter.inference.Draft;
import io.hearth.adapter.inference.Meaning;
import io.hearth.adapter.inference.Meanings;
import io.hearth.adapter.inference.Words;
import io.hearth.adapter.wot.Thing.Affordance;
import io.hearth.model.device.Value;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which action of the catalogue an action of a thing is. */
final class ThingAction {

  private static final Value NO_INPUT = new Value.Fields(Map.of());

  private final Affordance action;

  ThingAction(Affordance action) {
    this.action = action;
  }

  /** Empty when it needs an input of which the meaning is not known. */
  Optional<Draft.Offer<Affordance>> offer() {
    String name = name();
    JsonNode input = action.schema();
    if (input.isMissingNode()) {
      return Optional.of(new Draft.Offer<>(name, action, call -> NO_INPUT));
    }
    if (input.path("type").asString("").equals("object")) {
      for (Map.Entry<String, JsonNode> member : input.path("properties").properties()) {
        Optional<Meaning.Writer> writer = writer(name, member.getKey(), member.getValue());
        if (writer.isPresent()) {
          ThingValues values = new ThingValues(member.getKey(), member.getValue());
          return Optional.of(
              new Draft.Offer<>(
                  name,
                  action,
                  call ->
                      new Value.Fields(
                          Map.of(member.getKey(), values.fitted(writer.get().write(call))))));
        }
      }
      return input.path("required").isEmpty()
          ? Optional.of(new Draft.Offer<>(name, action, call -> NO_INPUT))
          : Optional.empty();
    }
    return writer(name, argument(name), input)
        .map(writer -> new Draft.Offer<>(name, action, writer));
  }

  private static Optional<Meaning.Writer> writer(String action, String name, JsonNode schema) {
    ThingValues values = new ThingValues(name, schema);
    Described described =
        new Described(
            name,
            name,
            "",
            java.util.Set.of(),
            values.shape(),
            values.unit(),
            values.range(),
            values.options(),
            false,
            true);
    return Meanings.of(described) instanceof Meanings.Found.Known(Meaning meaning)
        ? Optional.ofNullable(meaning.writers().get(action))
        : Optional.empty();
  }

  /** The catalogue's spelling: {@code turn_on} is {@code turnOn}. */
  private String name() {
    for (String type : action.types()) {
      if (type.startsWith("hearth:")) {
        return type.substring("hearth:".length());
      }
    }
    StringBuilder name = new StringBuilder();
    for (String word : Words.key(action.name()).split("_", -1)) {
      name.append(
          name.isEmpty() || word.isEmpty()
              ? word
              : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  /** {@code setBrightness} takes a brightness. */
  private static String argument(String action) {
    return switch (action) {
      case "setTemperature" -> "targetTemperature";
      case "setHumidity" -> "targetHumidity";
      case "arm" -> "armed";
      default -> action.startsWith("set") ? action.substring(3) : action;
    };
  }
}
