package io.hearth.app.devicetype;

import io.hearth.model.device.Action;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Property;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a device type file gives, for people and programs. */
public final class TypeSummary {

  private final OwnType type;

  public TypeSummary(OwnType type) {
    this.type = type;
  }

  /** One line for each part. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    document().forEach((key, value) -> lines.add(String.format("%-13s %s", key, shown(value))));
    return lines;
  }

  private static String shown(Object value) {
    return switch (value) {
      case List<?> list -> String.join(", ", list.stream().map(String::valueOf).toList());
      case Map<?, ?> map ->
          String.join(
              "; ",
              map.entrySet().stream().map(e -> e.getKey() + ": " + shown(e.getValue())).toList());
      default -> String.valueOf(value);
    };
  }

  /** All parts by name. */
  public Map<String, Object> document() {
    DeviceType plain = type.type();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", type.id());
    all.put("names", plain.names());
    all.put("capabilities", plain.capabilities().stream().map(c -> c.name()).toList());
    all.put("properties", properties());
    all.put("actions", actions());
    all.put("missing", missing());
    all.put("words", words());
    all.put("risk", plain.risk().name().toLowerCase(Locale.ROOT));
    all.put("confirm", plain.confirm().stream().sorted().toList());
    all.put("listensTo", listening());
    all.put("simulated", simulated());
    all.values()
        .removeIf(value ->
            (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty()));
    return all;
  }

  private Map<String, Object> properties() {
    Set<String> told = new LinkedHashSet<>();
    type.states().forEach(telling -> told.addAll(telling.properties().keySet()));
    Map<String, Object> all = new LinkedHashMap<>();
    type.type().capabilities().stream()
        .flatMap(capability -> capability.properties().stream())
        .forEach(property -> {
          if (told.contains(property.name())) {
            all.put(property.name(), kind(property));
          }
        });
    return all;
  }

  private static String kind(Property property) {
    String options = property.options().isEmpty() ? "" : " " + property.options();
    String unit = property.unit().symbol().isEmpty() ? "" : " in " + property.unit().symbol();
    return property.kind().name().toLowerCase(Locale.ROOT) + unit + options;
  }

  private Map<String, Object> actions() {
    Map<String, Object> all = new LinkedHashMap<>();
    type.orders()
        .forEach((action, order) ->
            all.put(action, order.at() + " " + order.payload() + " (" + confirmed(order) + ")"));
    return all;
  }

  private static String confirmed(Order order) {
    return switch (order.confirmed()) {
      case Order.Confirmed.ByReply reply -> "it answers";
      case Order.Confirmed.ByReport(Set<String> properties) ->
          "confirmed by " + String.join(", ", properties.stream().sorted().toList());
      case Order.Confirmed.Never() -> "nothing tells whether it was done";
    };
  }

  private List<String> missing() {
    return type.type().capabilities().stream()
        .flatMap(capability -> capability.actions().stream())
        .map(Action::name)
        .filter(action -> !type.orders().containsKey(action))
        .distinct()
        .toList();
  }

  private Map<String, Object> words() {
    Map<String, Object> all = new LinkedHashMap<>();
    DeviceType.Words words = type.type().words("en");
    all.putAll(words.properties());
    words.options().forEach((property, options) -> all.put(property + " options", options));
    return all;
  }

  private List<String> listening() {
    Set<String> all = new LinkedHashSet<>();
    type.instances().found().map(Place::filter).ifPresent(all::add);
    type.instances()
        .resource()
        .ifPresent(at ->
            all.add(
                "CoAP servers with"
                    + at.type().map(word -> " rt=" + word).orElse("")
                    + at.path().map(path -> " " + path).orElse("")));
    type.states().forEach(telling -> all.add(telling.at().text()));
    type.presence().forEach(presence -> all.add(presence.at().text()));
    return List.copyOf(all);
  }

  private Map<String, Object> simulated() {
    Map<String, Object> all = new LinkedHashMap<>();
    type.simulation()
        .properties()
        .forEach((name, motion) -> {
          List<String> parts = new ArrayList<>();
          motion.start().ifPresent(start -> parts.add("starts at " + start.raw()));
          if (motion.rate() > 0) {
            parts.add("moves " + motion.rate() + " a second");
          }
          if (motion.noise() > 0) {
            parts.add("wanders " + motion.noise() + " a minute");
          }
          motion
              .steps()
              .forEach(step ->
                  parts.add(
                      step.from().raw()
                          + " becomes "
                          + step.to().raw()
                          + " after "
                          + step.after().toSeconds()
                          + " s"));
          all.put(name, String.join(", ", parts));
        });
    return all;
  }
}
