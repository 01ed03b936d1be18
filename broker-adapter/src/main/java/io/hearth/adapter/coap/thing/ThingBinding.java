package io.hearth.adapter.coap.thing;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.CommandBinding;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.coap.content.Content;
import io.hearth.adapter.coap.content.Format;
import io.hearth.adapter.coap.content.Reading;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Announcement;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One device made of the facets that belong to it. */
final class ThingBinding {

  private final Server server;
  private final DeviceId id;
  private final int number;
  private final Role role;
  private final List<Facet> facets;
  private final Set<String> capabilities = new LinkedHashSet<>();

  ThingBinding(
      Server server, DeviceId id, int number, Optional<Role> declared, List<Facet> facets) {
    this.server = server;
    this.id = id;
    this.number = number;
    this.facets = facets;
    this.role =
        declared.orElseGet(
            () -> facets.stream().map(Facet::role).min(Comparator.naturalOrder()).orElseThrow());
    facets.forEach(facet ->
        facet.slots().stream()
            .map(Slot::capability)
            .filter(capability -> !capability.isEmpty())
            .forEach(capabilities::add));
  }

  /** Empty when the vocabulary has no word for anything of it. */
  Optional<DeviceBinding> build() {
    if (capabilities.isEmpty()) {
      return Optional.empty();
    }
    Map<String, CommandBinding> commands = commands();
    return Optional.of(
        new DeviceBinding(
            id,
            Optional.of(announcement(commands.keySet())),
            server.identities().stream()
                .map(identity -> number == 1 ? identity : identity + "." + number)
                .collect(java.util.stream.Collectors.toSet()),
            facets.stream().map(this::source).toList(),
            List.of(),
            commands));
  }

  private Announcement announcement(Set<String> can) {
    Set<String> without = new TreeSet<>();
    for (Doing doing : Doing.ALL) {
      if (capabilities.contains(doing.capability()) && !can.contains(doing.action())) {
        without.add(doing.action());
      }
    }
    return new Announcement(
        id,
        name(),
        List.of(),
        server.area(),
        type(),
        kind(),
        List.copyOf(capabilities),
        List.copyOf(without),
        List.of(),
        Map.of());
  }

  private String type() {
    boolean numeric =
        facets.stream().anyMatch(facet -> facet.role() == Role.SENSOR && hasCapability(facet));
    return role == Role.BINARY_SENSOR || (role == Role.SENSOR && !numeric)
        ? Role.BINARY_SENSOR.type()
        : role.type();
  }

  private Optional<String> kind() {
    if (!role.measuresOnly()) {
      return role.kind();
    }
    // What it was made for, not how full its battery is.
    return facets.stream()
        .filter(facet -> facet.role().type().equals(type()))
        .flatMap(facet -> facet.slots().stream())
        .filter(slot -> !slot.capability().isEmpty())
        .map(Slot::property)
        .min(
            Comparator.comparing("battery"::equals)
                .thenComparing(property -> !property.equals("temperature")));
  }

  private static boolean hasCapability(Facet facet) {
    return facet.slots().stream().anyMatch(slot -> !slot.capability().isEmpty());
  }

  private String name() {
    String whole =
        server
            .name()
            .or(() -> facets.stream().flatMap(facet -> facet.link().title().stream()).findFirst())
            .or(server::endpoint)
            .orElseGet(() -> type().replace('_', ' ') + " " + server.host());
    String clean = whole.replaceAll("[\\p{Cntrl}_-]+", " ").strip();
    boolean titled =
        server.name().isEmpty()
            && facets.stream().anyMatch(facet -> facet.link().title().isPresent());
    return number == 1 || titled ? clean : clean + " " + number;
  }

  private StateSource source(Facet facet) {
    Set<String> properties = new LinkedHashSet<>();
    facet.slots().forEach(slot -> properties.add(slot.property()));
    return StateSource.of(
        new Address.Coap(server.base().resolve(facet.link().path())),
        properties,
        payload -> decode(facet, payload));
  }

  private static SaidState decode(Facet facet, Payload payload) throws MalformedPayloadException {
    List<Reading> readings =
        Content.read(
            payload.mediaType().flatMap(Format::of),
            payload.bytes(),
            facet.link().path(),
            Instant.now());
    SaidState said = new SaidState(facet.read(readings), Facet.at(readings));
    if (said.properties().isEmpty() && !readings.isEmpty()) {
      throw new MalformedPayloadException(
          "no value of " + facet.slots().stream().map(Slot::property).toList());
    }
    return said;
  }

  private Map<String, CommandBinding> commands() {
    Map<String, CommandBinding> commands = new LinkedHashMap<>();
    for (Doing doing : Doing.ALL) {
      for (Facet facet : facets) {
        for (Slot slot : facet.slots()) {
          if (slot.writable()
              && slot.property().equals(doing.property())
              && slot.capability().equals(doing.capability())) {
            commands.putIfAbsent(doing.action(), command(doing, facet, slot));
          }
        }
      }
    }
    return commands;
  }

  private CommandBinding command(Doing doing, Facet facet, Slot slot) {
    Writing writing = new Writing(server.base(), facet, slot);
    Confirmation confirmation =
        facet.link().observable() || facet.style() == Facet.Style.INSTANCE
            ? new Confirmation.ByReport(Set.of(slot.property()))
            : new Confirmation.ByReply();
    return new CommandBinding(call -> List.of(writing.of(doing.wanted().of(call))), confirmation);
  }
}
