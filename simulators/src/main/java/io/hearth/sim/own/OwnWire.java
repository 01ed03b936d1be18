package io.hearth.sim.own;

import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Presence;
import io.hearth.model.owntype.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one device of a type of one's own speaks: what it sends, and what it understands. */
public final class OwnWire {

  /**
   * A message of the device.
   *
   * @param payload not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Message(String topic, byte[] payload, boolean retained) {}

  /**
   * An order as understood.
   *
   * @param order how it is told and confirmed
   * @param correlation what the sender wants to be told again
   */
  public record Understood(
      String action, Map<String, Value> arguments, Order order, Optional<String> correlation) {}

  private final OwnType type;
  private final Map<String, String> variables;
  private final Map<String, Orders> orders = new LinkedHashMap<>();

  private OwnWire(OwnType type, Device device, Map<String, String> variables) {
    this.type = type;
    this.variables = variables;
    type.orders()
        .forEach((action, order) ->
            orders.put(action, new Orders(action, order, type.simulation(), device)));
  }

  /**
   * The wire of a device; empty when its id is none of the type, or it is reached by another way
   * than MQTT.
   */
  public static Optional<OwnWire> of(OwnType type, Device device) {
    boolean mqtt =
        type.states().stream().allMatch(telling -> telling.at().way() == Place.Way.MQTT)
            && type.orders().values().stream().allMatch(o -> o.at().way() == Place.Way.MQTT);
    if (!mqtt) {
      return Optional.empty();
    }
    for (Map<String, String> listed : type.instances().listed()) {
      if (Place.fill(type.instances().id(), listed).equals(device.id().value())) {
        return Optional.of(new OwnWire(type, device, listed));
      }
    }
    return type.instances()
        .found()
        .flatMap(place -> Place.match(type.instances().id(), device.id().value(), "[^/]+?"))
        .map(variables -> new OwnWire(type, device, variables));
  }

  /** Where it listens for orders. */
  public List<String> listening() {
    return type.orders().values().stream()
        .map(order -> order.at().filled(variables).text())
        .distinct()
        .toList();
  }

  /** Everything that is true of it, as it says it. */
  public List<Message> state(Map<String, Value> values, Instant at) {
    List<Message> all = new ArrayList<>();
    for (Telling telling : type.states()) {
      Payloads.of(telling, type.simulation(), values, at)
          .ifPresent(payload ->
              all.add(new Message(telling.at().filled(variables).text(), payload, true)));
    }
    return all;
  }

  /** How it says that it is there or not, where it does. */
  public List<Message> presence(boolean there) {
    List<Message> all = new ArrayList<>();
    for (Presence presence : type.presence()) {
      String word = (there ? presence.online() : presence.offline()).iterator().next();
      all.add(
          new Message(presence.at().filled(variables).text(), Payloads.word(presence, word), true));
    }
    return all;
  }

  /** What an order means; empty for what it does not understand. */
  public Optional<Understood> understand(String topic, byte[] payload) {
    for (Orders each : orders.values()) {
      if (each.order().at().filled(variables).text().equals(topic)) {
        Optional<Understood> understood = each.understand(payload);
        if (understood.isPresent()) {
          return understood;
        }
      }
    }
    return Optional.empty();
  }

  /** Its answer to an order, where the type has answers on a topic. */
  public Optional<Message> answer(Understood order, boolean accepted, String reason) {
    if (order.order().confirmed() instanceof Order.Confirmed.ByReply(Optional<Order.ReplyForm> form)
        && form.isPresent()
        && order.correlation().isPresent()) {
      return Optional.of(
          new Message(
              form.get().at().filled(variables).text(),
              Payloads.answer(form.get(), order.correlation().get(), accepted, reason),
              false));
    }
    return Optional.empty();
  }
}
