package io.hearth.adapter.owntype;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.CommandBinding;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.Decoder;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Sleep;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.http.HttpTransport;
import io.hearth.adapter.template.Template;
import io.hearth.model.device.Action;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Property;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Instances;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Presence;
import io.hearth.model.owntype.Reading;
import io.hearth.model.owntype.Resource;
import io.hearth.model.owntype.Telling;
import io.hearth.model.state.Announcement;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes the bindings of the devices of one type; what can be worked out once is. */
final class Binder {

  private static final String NO_REPORT = "nothing that it reports would tell";

  private final OwnType type;
  private final List<Source> sources = new ArrayList<>();
  private final List<Probe> probes = new ArrayList<>();
  private final Map<String, Template> templates = new LinkedHashMap<>();

  private record Source(Telling telling, String property, Decoder decoder) {}

  private record Probe(Presence presence, Extractor extractor) {}

  /**
   * Reads all templates and expressions.
   *
   * @throws WireTextException saying which of them is none
   */
  Binder(OwnType type) {
    this.type = type;
    for (int i = 0; i < type.states().size(); i++) {
      addSources(type.states().get(i), i);
    }
    for (int i = 0; i < type.presence().size(); i++) {
      Presence presence = type.presence().get(i);
      probes.add(
          new Probe(
              presence,
              WireTextException.naming(
                  () -> Extractors.of(presence.extract(), presence.format()),
                  "availability",
                  i,
                  "value")));
    }
    type.orders()
        .forEach((action, order) ->
            templates.put(
                action,
                WireTextException.naming(
                    () -> Extractors.compiled(order.payload()), "commands", action, "payload")));
  }

  private void addSources(Telling telling, int index) {
    Map<String, Extractor> extractors = new LinkedHashMap<>();
    telling
        .properties()
        .forEach((name, reading) ->
            extractors.put(
                name,
                WireTextException.naming(
                    () -> Extractors.of(reading.extract(), telling.format()),
                    "state",
                    index,
                    "properties",
                    name)));
    Optional<MomentReader> time =
        telling
            .time()
            .map(stamp ->
                WireTextException.naming(
                    () ->
                        new MomentReader(
                            Extractors.of(stamp.extract(), telling.format()), stamp.count()),
                    "state",
                    index,
                    "time"));
    Optional<String> speaker =
        telling.properties().entrySet().stream()
            .filter(entry -> !entry.getValue().optional())
            .map(Map.Entry::getKey)
            .findFirst();
    extractors.forEach((name, extractor) -> {
      List<Extractor> all =
          speaker.filter(name::equals).isPresent() ? List.copyOf(extractors.values()) : List.of();
      Reading reading = Objects.requireNonNull(telling.properties().get(name), name);
      property(name)
          .ifPresent(property -> {
            Meaning meaning = new Meaning(property, reading);
            sources.add(
                new Source(telling, name, new PropertyDecoder(meaning, extractor, time, all)));
          });
    });
  }

  private Optional<Property> property(String name) {
    return type.type().capabilities().stream()
        .flatMap(capability -> capability.property(name).stream())
        .findFirst()
        .or(() ->
            type.type().kinds().values().stream()
                .flatMap(kind -> kind.capabilities().stream())
                .flatMap(capability -> capability.property(name).stream())
                .findFirst());
  }

  OwnType type() {
    return type;
  }

  /** The id of the device for which the names stand for that. */
  DeviceId id(Map<String, String> variables) {
    return new DeviceId(Place.fill(type.instances().id(), variables));
  }

  /** The binding of the device for which the names stand for that. */
  DeviceBinding bind(Map<String, String> variables, Set<String> identities) {
    DeviceId id = id(variables);
    DeviceBinding awake =
        new DeviceBinding(
            id,
            Optional.of(announcement(id, variables)),
            identities,
            states(variables),
            Stream.concat(
                    probes.stream().map(probe -> rule(probe, variables)),
                    reached(variables).stream())
                .toList(),
            commands(variables));
    return type.sleepy() ? awake.sleeping(Sleep.unannounced()) : awake;
  }

  private Announcement announcement(DeviceId id, Map<String, String> variables) {
    Instances instances = type.instances();
    Set<String> without = new TreeSet<>();
    type.type().capabilities().stream()
        .flatMap(capability -> capability.actions().stream())
        .map(Action::name)
        .filter(action -> !type.orders().containsKey(action))
        .forEach(without::add);
    return new Announcement(
        id,
        Place.fill(instances.name(), variables),
        instances.aliases().stream().map(alias -> Place.fill(alias, variables)).toList(),
        instances.area().map(area -> Place.fill(area, variables)),
        type.id(),
        instances.kind().map(kind -> Place.fill(kind, variables)),
        List.of(),
        List.copyOf(without),
        List.of(),
        Map.of());
  }

  private List<StateSource> states(Map<String, String> variables) {
    return sources.stream()
        .map(source -> {
          Telling telling = source.telling();
          Map<String, Value> then = new LinkedHashMap<>();
          Optional.ofNullable(telling.then().get(source.property()))
              .ifPresent(value -> then.put(source.property(), value));
          return new StateSource(
              address(telling.at(), variables),
              Set.of(source.property()),
              source.decoder(),
              telling.expires().map(after -> new StateSource.Lapse(after, then)));
        })
        .toList();
  }

  private static AvailabilityRule rule(Probe probe, Map<String, String> variables) {
    Presence presence = probe.presence();
    return new AvailabilityRule(
        AvailabilityRule.Mode.LATEST,
        List.of(
            new AvailabilityRule.Probe(
                address(presence.at(), variables),
                payload ->
                    probe
                        .extractor()
                        .from(payload)
                        .map(Meaning::text)
                        .filter(word ->
                            presence.online().contains(word) || presence.offline().contains(word))
                        .map(presence.online()::contains))));
  }

  /** What is read over HTTP is there while it can be read. */
  private List<AvailabilityRule> reached(Map<String, String> variables) {
    List<AvailabilityRule.Probe> read = new ArrayList<>();
    for (Telling telling : type.states()) {
      if (address(telling.at(), variables) instanceof Address.Http http) {
        read.add(
            new AvailabilityRule.Probe(
                HttpTransport.reached(http),
                payload -> Optional.of(payload.text().equals("online"))));
      }
    }
    return read.isEmpty()
        ? List.of()
        : List.of(new AvailabilityRule(AvailabilityRule.Mode.LATEST, read));
  }

  private Map<String, CommandBinding> commands(Map<String, String> variables) {
    Map<String, CommandBinding> commands = new LinkedHashMap<>();
    templates.forEach((action, template) -> {
      Order order = type.orders().get(action);
      if (order != null) {
        commands.put(
            action,
            new CommandBinding(
                new OrderEncoder(address(order.at(), variables), order, template),
                confirmation(order.confirmed())));
      }
    });
    return commands;
  }

  private static Confirmation confirmation(Order.Confirmed confirmed) {
    return switch (confirmed) {
      case Order.Confirmed.ByReply reply -> new Confirmation.ByReply();
      case Order.Confirmed.ByReport(Set<String> properties) ->
          new Confirmation.ByReport(properties);
      case Order.Confirmed.Never() -> new Confirmation.Never(NO_REPORT);
    };
  }

  private static Address address(Place place, Map<String, String> variables) {
    String text = place.filled(variables).text();
    return switch (place.way()) {
      case MQTT -> new Address.Mqtt(text);
      case COAP ->
          new Address.Coap(
              URI.create(
                  text.startsWith("/")
                      ? variables.getOrDefault(Resource.SERVER, "") + text
                      : text));
      case HTTP -> new Address.Http(URI.create(text));
    };
  }
}
