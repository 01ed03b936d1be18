package io.hearth.adapter.owntype;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Listing;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Resource;
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

  /**
   * What the names of a type stand for, for one device.
   *
   * @param peer the CoAP server that has it
   */
  private record Instance(Binder binder, Map<String, String> variables, Optional<Listing> peer) {

    Instance(Binder binder, Map<String, String> variables) {
      this(binder, variables, Optional.empty());
    }

    Set<String> identities() {
      return peer.map(Listing::identities).orElse(Set.of());
    }

    boolean isOf(String name) {
      return peer.filter(listing -> listing.peer().equals(name)).isPresent();
    }
  }

  private volatile List<Binder> binders = List.of();
  private volatile List<Acknowledgements> replies = List.of();
  private final Map<DeviceId, Instance> instances = new LinkedHashMap<>();
  private final Map<String, Listing> listings = new LinkedHashMap<>();

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
    binders = next;
    replies = forms;
    listings.values().forEach(this::meet);
    concerned.addAll(instances.keySet());
    return concerned;
  }

  @Override
  public Set<DeviceId> listed(Listing listing) {
    Set<DeviceId> concerned = new LinkedHashSet<>();
    instances.forEach((id, instance) -> {
      if (instance.isOf(listing.peer())) {
        concerned.add(id);
      }
    });
    concerned.forEach(instances::remove);
    listings.put(listing.peer(), listing);
    concerned.addAll(meet(listing));
    return concerned;
  }

  @Override
  public void unlisted(String peer) {
    listings.remove(peer);
  }

  private Set<DeviceId> meet(Listing listing) {
    Set<DeviceId> met = new LinkedHashSet<>();
    for (Binder binder : binders) {
      for (Listing.Resource at : listing.resources()) {
        binder
            .type()
            .instances()
            .resource()
            .flatMap(wanted ->
                wanted.match(
                    listing.server().toString(), listing.endpoint(), at.path(), at.types()))
            .ifPresent(variables -> {
              DeviceId id = binder.id(variables);
              if (mayHave(listing, id)) {
                instances.put(id, new Instance(binder, variables, Optional.of(listing)));
                met.add(id);
              }
            });
      }
    }
    return met;
  }

  private boolean mayHave(Listing listing, DeviceId id) {
    Instance known = instances.get(id);
    if (known != null && known.isOf(listing.peer())) {
      listing.claims().taken(id, "two resources of " + listing.server() + " give one device id");
      return false;
    }
    boolean gone =
        known != null && known.peer().filter(by -> !listings.containsKey(by.peer())).isPresent();
    if (known != null && !gone) {
      listing
          .claims()
          .taken(id, "takeover refused: " + listing.server() + " claims a device of another");
      return false;
    }
    return instances.size() < MOST_DEVICES && listing.claims().mayHave(id);
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
    if (instance.peer().isPresent()) {
      return; // found again by what its server lists
    }
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
    Map<String, Filter> all = new LinkedHashMap<>();
    binders.forEach(binder ->
        binder
            .type()
            .instances()
            .found()
            .ifPresent(p -> all.put(p.filter(), Filter.reports(p.filter()))));
    replies.forEach(form -> all.put(form.filter(), Filter.replies(form.filter())));
    return List.copyOf(all.values());
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
        .map(instance -> instance.binder().bind(instance.variables(), instance.identities()));
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
        return Optional.of(binder.bind(variables.get(), Set.of()));
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
    boolean served = type.instances().resource().isPresent();
    for (Place place : places) {
      Optional<Map<String, String>> variables =
          served ? ofServer(type.instances().resource().get(), place, at) : place.match(at);
      boolean all =
          variables
              .filter(v -> v.keySet().containsAll(Place.names(type.instances().id())))
              .isPresent();
      if (all && bindings.isEmpty()) {
        bindings.add(binder.bind(variables.get(), Set.of()));
      }
    }
    for (Map<String, String> listed : type.instances().listed()) {
      DeviceBinding binding = binder.bind(listed, Set.of());
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

  private static Optional<Map<String, String>> ofServer(Resource resource, Place place, String at) {
    String path = resource.examplePath();
    return Place.topic(place.text().replace("{" + Resource.PATH + "}", path))
        .match(at)
        .map(found -> {
          Map<String, String> variables = new LinkedHashMap<>(found);
          resource.names().forEach(name -> variables.putIfAbsent(name, "1"));
          variables.put(Resource.SERVER, "");
          variables.put(Resource.ENDPOINT, "1");
          variables.put(Resource.PATH, Place.fill(path, variables));
          return variables;
        });
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
