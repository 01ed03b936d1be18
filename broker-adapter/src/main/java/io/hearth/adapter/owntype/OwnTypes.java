package io.hearth.adapter.owntype;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The devices of all types of one's own; the types can be exchanged at any time. */
public final class OwnTypes implements Convention {

  /** The convention's word. */
  public static final String NAME = "device-type";

  private static final int MOST_DEVICES = 10_000;

  /** What the names of a type stand for, for one device. */
  private record Instance(Binder binder, Map<String, String> variables) {}

  private volatile List<Binder> binders = List.of();
  private volatile List<Acknowledgements> replies = List.of();
  private final Map<DeviceId, Instance> instances = new LinkedHashMap<>();

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Speaks these types from now on, and no others.
   *
   * @return the devices that may be described differently than before
   * @throws WireTextException for a template or expression that is none; nothing is changed then
   */
  public Set<DeviceId> exchange(List<OwnType> types) {
    List<Binder> next = types.stream().map(this::binder).toList();
    List<Acknowledgements> forms =
        types.stream()
            .flatMap(type -> type.orders().values().stream())
            .map(Order::confirmed)
            .filter(Order.Confirmed.ByReply.class::isInstance)
            .flatMap(confirmed -> ((Order.Confirmed.ByReply) confirmed).form().stream())
            .distinct()
            .map(Acknowledgements::new)
            .toList();
    Set<DeviceId> concerned = new LinkedHashSet<>();
    Map<DeviceId, Instance> before = new LinkedHashMap<>(instances);
    instances.clear();
    before.forEach((id, instance) -> {
      keep(instance, next);
      if (instances.get(id) == null || !next.contains(instance.binder())) {
        concerned.add(id);
      }
    });
    for (Binder binder : next) {
      for (Map<String, String> listed : binder.type().instances().listed()) {
        DeviceId id = binder.id(listed);
        instances.put(id, new Instance(binder, listed));
        concerned.add(id);
      }
    }
    concerned.addAll(instances.keySet());
    binders = next;
    replies = forms;
    return concerned;
  }

  /** Types that did not change keep what was worked out for them. */
  private Binder binder(OwnType type) {
    return binders.stream()
        .filter(binder -> binder.type().equals(type))
        .findFirst()
        .orElseGet(() -> new Binder(type));
  }

  /** A device that was found stays known when its type is described anew, if it still is of it. */
  private void keep(Instance instance, List<Binder> next) {
    for (Binder binder : next) {
      Optional<Place> found = binder.type().instances().found();
      boolean same =
          binder.type().id().equals(instance.binder().type().id())
              && found.equals(instance.binder().type().instances().found())
              && found
                  .filter(p -> instance.variables().keySet().containsAll(p.names()))
                  .isPresent();
      if (same) {
        instances.put(binder.id(instance.variables()), new Instance(binder, instance.variables()));
      }
    }
  }

  @Override
  public List<Filter> filters() {
    Set<String> all = new LinkedHashSet<>();
    binders.forEach(
        binder -> binder.type().instances().found().ifPresent(p -> all.add(p.filter())));
    replies.forEach(form -> all.add(form.filter()));
    return all.stream().map(Filter::reports).toList();
  }

  @Override
  public void learn(Message message, Learned learned) throws MalformedPayloadException {
    String topic = message.place();
    for (Acknowledgements form : replies) {
      if (form.isAt(topic)) {
        form.learn(message, learned);
      }
    }
    for (Binder binder : binders) {
      Optional<Place> found = binder.type().instances().found();
      Optional<Map<String, String>> variables = found.flatMap(place -> place.match(topic));
      if (variables.isPresent() && !message.payload().isEmpty()) {
        meet(binder, variables.get(), learned);
      }
    }
  }

  private void meet(Binder binder, Map<String, String> variables, Learned learned)
      throws MalformedPayloadException {
    DeviceId id;
    try {
      id = binder.id(variables);
    } catch (IllegalArgumentException impossible) {
      throw new MalformedPayloadException(
          "no device id can be made of the topic: " + impossible.getMessage());
    }
    Instance known = instances.get(id);
    if (known != null && known.binder() == binder && known.variables().equals(variables)) {
      return;
    }
    if (known != null && known.binder() != binder && binders.contains(known.binder())) {
      learned.problem(
          Optional.of(id),
          "device types "
              + known.binder().type().id()
              + " and "
              + binder.type().id()
              + " both describe it; the first has it");
      return;
    }
    if (known != null && !known.variables().equals(variables)) {
      learned.problem(Optional.of(id), "two devices of " + binder.type().id() + " have one id");
      return;
    }
    if (instances.size() >= MOST_DEVICES) {
      learned.problem(Optional.empty(), "more than " + MOST_DEVICES + " devices of own types");
      return;
    }
    instances.put(id, new Instance(binder, variables));
    learned.changed(id);
  }

  @Override
  public Optional<DeviceBinding> describe(DeviceId device) {
    return Optional.ofNullable(instances.get(device))
        .map(instance -> instance.binder().bind(instance.variables()));
  }

  @Override
  public Optional<DeviceBinding> presume(DeviceId device) {
    for (Binder binder : binders) {
      Optional<Place> found = binder.type().instances().found();
      Optional<Map<String, String>> variables =
          found.isEmpty()
              ? Optional.empty()
              : Place.match(binder.type().instances().id(), device.value(), "[^/]+?");
      if (variables.isPresent()) {
        return Optional.of(binder.bind(variables.get()));
      }
    }
    return Optional.empty();
  }

  /** The bindings that a message at an address would be read by, found or not; for trying. */
  public static List<DeviceBinding> trial(OwnType type, String at) {
    Binder binder = new Binder(type);
    List<Place> places = new ArrayList<>();
    type.instances().found().ifPresent(places::add);
    type.states().forEach(telling -> places.add(telling.at()));
    type.presence().forEach(presence -> places.add(presence.at()));
    type.orders().values().forEach(order -> places.add(order.at()));
    List<DeviceBinding> bindings = new ArrayList<>();
    for (Place place : places) {
      Optional<Map<String, String>> variables = place.match(at);
      boolean all =
          variables
              .filter(v -> v.keySet().containsAll(Place.names(type.instances().id())))
              .isPresent();
      if (all && bindings.isEmpty()) {
        bindings.add(binder.bind(variables.get()));
      }
    }
    for (Map<String, String> listed : type.instances().listed()) {
      DeviceBinding binding = binder.bind(listed);
      boolean meant =
          binding.addresses().stream().map(Address::toString).anyMatch(at::equals)
              || type.orders().values().stream()
                  .anyMatch(order -> order.at().filled(listed).text().equals(at));
      if (bindings.isEmpty() && meant) {
        bindings.add(binding);
      }
    }
    return bindings;
  }

  /**
   * Says which template or expression of a type is none.
   *
   * @throws WireTextException for the first
   */
  public static void check(OwnType type) {
    new Binder(type);
    type.orders().values().stream()
        .map(Order::confirmed)
        .filter(Order.Confirmed.ByReply.class::isInstance)
        .flatMap(confirmed -> ((Order.Confirmed.ByReply) confirmed).form().stream())
        .forEach(Acknowledgements::new);
  }
}
