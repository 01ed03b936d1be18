package io.hearth.sim.own;

import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Format;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Presence;
import io.hearth.model.owntype.Resource;
import io.hearth.model.owntype.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one device of a type of one's own speaks: what it sends, and what it understands. */
public final class OwnWire {

  /**
   * Something that the device says.
   *
   * @param at where: a topic, or the address or path of a resource
   * @param payload not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Message(Place at, byte[] payload, Format format, boolean retained) {}

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

  /** The wire of a device; empty when its id is none of the type. */
  public static Optional<OwnWire> of(OwnType type, Device device) {
    return type.instances()
        .named(device.id().value())
        .map(named -> new OwnWire(type, device, ofServer(type, named)));
  }

  /** Resources of a server that is found are named by their paths. */
  private static Map<String, String> ofServer(OwnType type, Map<String, String> named) {
    Map<String, String> all = new LinkedHashMap<>(named);
    type.instances()
        .resource()
        .ifPresent(at -> {
          all.put(Resource.SERVER, "");
          all.put(Resource.PATH, Place.fill(at.examplePath(), named));
        });
    return all;
  }

  /** The resource by which it is found, and the name that it registers as; where it is. */
  public Optional<Found> found() {
    return type.instances()
        .resource()
        .map(at ->
            new Found(
                variables.getOrDefault(Resource.ENDPOINT, type.id()),
                variables.getOrDefault(Resource.PATH, ""),
                at.type()));
  }

  /**
   * The resource by which a device is found.
   *
   * @param type a word of its {@code rt}
   */
  public record Found(String endpoint, String path, Optional<String> type) {}

  /** By what it is reached. */
  public Set<Place.Way> ways() {
    return Stream.concat(
            type.states().stream().map(Telling::at), type.orders().values().stream().map(Order::at))
        .map(Place::way)
        .collect(Collectors.toSet());
  }

  /** Where it listens for orders. */
  public List<String> listening() {
    return type.orders().values().stream()
        .map(Order::at)
        .filter(at -> at.way() == Place.Way.MQTT)
        .map(at -> at.filled(variables).text())
        .distinct()
        .toList();
  }

  /** The resources that it has on a way: addresses, or paths of its server. */
  public Set<String> resources(Place.Way way) {
    return Stream.concat(
            type.states().stream().map(Telling::at), type.orders().values().stream().map(Order::at))
        .filter(at -> at.way() == way)
        .map(at -> at.filled(variables).text())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Everything that is true of it, as it says it on a way. */
  public List<Message> state(Place.Way way, Map<String, Value> values, Instant at) {
    List<Message> all = new ArrayList<>();
    for (Telling telling : type.states()) {
      if (telling.at().way() == way) {
        Payloads.of(telling, type.simulation(), values, at)
            .ifPresent(payload ->
                all.add(
                    new Message(telling.at().filled(variables), payload, telling.format(), true)));
      }
    }
    return all;
  }

  /** How it says that it is there or not, where it does. */
  public List<Message> presence(boolean there) {
    List<Message> all = new ArrayList<>();
    for (Presence presence : type.presence()) {
      String word = (there ? presence.online() : presence.offline()).iterator().next();
      all.add(
          new Message(
              presence.at().filled(variables),
              Payloads.word(presence, word),
              presence.format(),
              true));
    }
    return all;
  }

  /**
   * What an order means; empty for what it does not understand.
   *
   * @param method {@code PUBLISH} of MQTT, {@code PUT}, {@code POST}, ... of CoAP and HTTP
   */
  public Optional<Understood> understand(String at, String method, byte[] payload) {
    for (Orders each : orders.values()) {
      if (each.order().at().filled(variables).text().equals(at)
          && each.order().method().equals(method)) {
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
              form.get().at().filled(variables),
              Payloads.answer(form.get(), order.correlation().get(), accepted, reason),
              form.get().format(),
              false));
    }
    return Optional.empty();
  }
}
