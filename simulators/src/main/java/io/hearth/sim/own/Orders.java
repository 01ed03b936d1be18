package io.hearth.sim.own;

import io.hearth.model.device.Device;
import io.hearth.model.device.Property;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.Simulation;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the orders of one action. */
final class Orders {

  private static final Pattern BLANK = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}}");
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

  private final String action;
  private final Order order;
  private final Device device;
  private final Optional<Pattern> pattern;

  Orders(String action, Order order, Simulation simulation, Device device) {
    this.action = action;
    this.order = order;
    this.device = device;
    this.pattern =
        Optional.ofNullable(simulation.orders().get(action))
            .or(() -> inverted(order.payload()))
            .map(regex -> Pattern.compile(regex, Pattern.DOTALL));
  }

  Order order() {
    return order;
  }

  /** The expression of what a template writes; empty when it does more than fill in. */
  private static Optional<String> inverted(String template) {
    StringBuilder regex = new StringBuilder();
    Matcher blank = BLANK.matcher(template);
    int last = 0;
    while (blank.find()) {
      regex.append(Pattern.quote(template.substring(last, blank.start())));
      regex.append("(?<").append(blank.group(1)).append(">.*?)");
      last = blank.end();
    }
    String rest = template.substring(last);
    regex.append(Pattern.quote(rest));
    boolean plain = !BLANK.matcher(template).replaceAll("").matches("(?s).*(\\{\\{|\\{%).*");
    return plain ? Optional.of(regex.toString()) : Optional.empty();
  }

  Optional<OwnWire.Understood> understand(byte[] payload) {
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    String text =
        order.bytes()
            ? HexFormat.of().formatHex(payload)
            : new String(payload, StandardCharsets.UTF_8);
    Pattern wanted = pattern.get();
    Matcher matcher = wanted.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, Value> arguments = new LinkedHashMap<>();
    Optional<String> correlation = Optional.empty();
    Matcher group = GROUP.matcher(wanted.pattern());
    while (group.find()) {
      String name = group.group(1);
      String word = matcher.group(name);
      if (name.equals("correlation")) {
        correlation = Optional.of(word);
      } else if (word != null && !word.isEmpty()) {
        arguments.put(name, value(name, word));
      }
    }
    return Optional.of(new OwnWire.Understood(action, arguments, order, correlation));
  }

  private Value value(String argument, String word) {
    String meant =
        order.values().getOrDefault(argument, Map.of()).entrySet().stream()
            .filter(entry -> entry.getValue().equals(word))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(word);
    Property.Kind kind = device.property(argument).map(Property::kind).orElse(Property.Kind.NUMBER);
    return switch (kind) {
      case BOOLEAN -> Value.of(Boolean.parseBoolean(meant));
      case NUMBER -> number(meant);
      case OPTION, TEXT, FIELDS, ITEMS -> Value.of(meant);
    };
  }

  private static Value number(String text) {
    try {
      return Value.of(Double.parseDouble(text.strip()));
    } catch (NumberFormatException none) {
      return Value.of(text);
    }
  }
}
