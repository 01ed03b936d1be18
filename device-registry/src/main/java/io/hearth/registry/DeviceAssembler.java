package io.hearth.registry;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.Capability;
import io.hearth.model.device.Catalogue;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.PersonId;
import io.hearth.model.device.Trait;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes a device of its description, checked against the catalogue. */
final class DeviceAssembler {

  private final Catalogue catalogue;

  DeviceAssembler(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param area where it is, already found in the home
   * @param state what is described of it, which shows what else it has
   * @throws BadDescriptionException saying where and what is allowed
   */
  Device assemble(
      Announcement described,
      Optional<AreaId> area,
      Optional<PersonId> person,
      Map<String, Value> state) {
    DeviceType type = type(described.type());
    described.kind().ifPresent(kind -> checkKind(type, kind));
    checkActions(described.without(), type);
    Device.Builder builder =
        Device.of(described.device(), described.name(), type)
            .aliases(described.aliases())
            .capabilities(capabilities(type, described, state))
            .without(Set.copyOf(described.without()))
            .traits(traits(described.traits()))
            .options(described.options());
    area.ifPresent(builder::area);
    person.ifPresent(builder::person);
    described.kind().ifPresent(builder::kind);
    return build(builder);
  }

  private static Device build(Device.Builder builder) {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new BadDescriptionException(String.valueOf(e.getMessage()), "options");
    }
  }

  private DeviceType type(String id) {
    return catalogue
        .type(id)
        .orElseThrow(() ->
            new BadDescriptionException(
                "no device type '"
                    + id
                    + "'; known are "
                    + String.join(", ", catalogue.types().stream().map(DeviceType::id).toList()),
                "type"));
  }

  private static void checkKind(DeviceType type, String kind) {
    if (SensorKinds.isSensor(type) || type.kinds().containsKey(kind)) {
      return;
    }
    String known =
        type.kinds().isEmpty()
            ? "it has no kinds"
            : "known are " + String.join(", ", new TreeSet<>(type.kinds().keySet()));
    throw new BadDescriptionException(
        "type " + type.id() + " has no kind '" + kind + "'; " + known, "kind");
  }

  private List<Capability> capabilities(
      DeviceType type, Announcement described, Map<String, Value> state) {
    List<Capability> own = own(type, described.kind());
    List<Capability> given =
        described.capabilities().isEmpty() ? own : named(described.capabilities(), own);
    DescribedProperties extras =
        new DescribedProperties(catalogue, own, described.capabilities().isEmpty());
    return extras.added(given, SensorKinds.measured(type, described.kind()), state);
  }

  private static List<Capability> own(DeviceType type, Optional<String> kind) {
    return kind.map(type.kinds()::get)
        .map(DeviceType.Kind::capabilities)
        .filter(list -> !list.isEmpty())
        .orElse(type.capabilities());
  }

  private List<Capability> named(List<String> names, List<Capability> own) {
    List<Capability> named = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      named.add(named(names.get(i), own, i));
    }
    return named;
  }

  /** The type's own form of the capability, else the catalogue's. */
  private Capability named(String name, List<Capability> own, int index) {
    return own.stream()
        .filter(capability -> capability.name().equals(name))
        .findFirst()
        .or(() -> catalogue.capability(name))
        .orElseThrow(() ->
            new BadDescriptionException(
                "no capability '"
                    + name
                    + "'; known are "
                    + String.join(
                        ", ", catalogue.capabilities().stream().map(Capability::name).toList()),
                "capabilities",
                index));
  }

  private void checkActions(List<String> without, DeviceType type) {
    for (int i = 0; i < without.size(); i++) {
      String name = without.get(i);
      boolean known =
          Stream.of(
                  catalogue.capabilities().stream(),
                  type.capabilities().stream(),
                  type.kinds().values().stream().flatMap(kind -> kind.capabilities().stream()))
              .flatMap(capabilities -> capabilities)
              .anyMatch(capability -> capability.action(name).isPresent());
      if (!known) {
        throw new BadDescriptionException(
            "no capability has an action '" + name + "'", "without", i);
      }
    }
  }

  private static Set<Trait> traits(List<String> words) {
    Set<Trait> traits = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      try {
        traits.add(Trait.ofWord(words.get(i)));
      } catch (IllegalArgumentException e) {
        throw new BadDescriptionException(String.valueOf(e.getMessage()), "traits", i);
      }
    }
    return traits;
  }
}
