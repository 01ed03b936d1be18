package io.hearth.registry;

import io.hearth.model.device.Capability;
import io.hearth.model.device.Catalogue;
import io.hearth.model.device.Property;
import io.hearth.model.device.Range;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a device has beyond its capabilities because its state is described with it: a
 * property known elsewhere in the catalogue keeps its meaning and unit, any other its shape.
 */
final class DescribedProperties {

  private static final String BEYOND = "Described";
  private static final String ON_OFF = "OnOff";

  private final Catalogue catalogue;
  private final List<Capability> typical;
  private final boolean mayBeSwitched;

  /**
   * @param typical what the type has, which a device may restrict
   * @param mayBeSwitched whether a described {@code on} shows that it can be switched
   */
  DescribedProperties(Catalogue catalogue, List<Capability> typical, boolean mayBeSwitched) {
    this.catalogue = catalogue;
    this.typical = typical;
    this.mayBeSwitched = mayBeSwitched;
  }

  List<Capability> added(
      List<Capability> given, Optional<Property> measured, Map<String, Value> state) {
    List<Capability> all = new ArrayList<>(switchable(given, state));
    List<Property> beyond = new ArrayList<>();
    measured
        .filter(property -> isMissing(all, property.name()))
        .ifPresent(property -> place(property, all, beyond));
    state.forEach((name, value) -> {
      if (isMissing(all, name) && beyond.stream().noneMatch(p -> p.name().equals(name))) {
        place(shape(name, value), all, beyond);
      }
    });
    if (!beyond.isEmpty()) {
      all.add(new Capability(BEYOND, beyond, List.of()));
    }
    return all;
  }

  private List<Capability> switchable(List<Capability> given, Map<String, Value> state) {
    boolean canBeTold = given.stream().anyMatch(capability -> !capability.actions().isEmpty());
    if (!mayBeSwitched || !canBeTold || !state.containsKey("on") || !isMissing(given, "on")) {
      return given;
    }
    List<Capability> all = new ArrayList<>();
    catalogue.capability(ON_OFF).ifPresent(all::add);
    all.addAll(given);
    return all;
  }

  private static boolean isMissing(List<Capability> capabilities, String property) {
    return capabilities.stream().noneMatch(c -> c.property(property).isPresent());
  }

  /** Puts a property where the catalogue has it if its shape is the same there. */
  private void place(Property property, List<Capability> all, List<Property> beyond) {
    Optional<Capability> known =
        KnownProperties.measuring(typical, property.name())
            .or(() -> KnownProperties.measuring(catalogue.capabilities(), property.name()))
            .filter(capability ->
                capability.properties().getFirst().kind() == kindIn(capability, property));
    if (known.isEmpty()) {
      beyond.add(property);
    } else if (all.stream().anyMatch(c -> c.name().equals(known.get().name()))) {
      beyond.add(known.get().properties().getFirst());
    } else {
      all.add(known.get());
    }
  }

  private static Property.Kind kindIn(Capability capability, Property property) {
    boolean word =
        property.kind() == Property.Kind.TEXT
            && capability.properties().getFirst().kind() == Property.Kind.OPTION;
    return word ? Property.Kind.OPTION : property.kind();
  }

  private static Property shape(String name, Value value) {
    return switch (value) {
      case Value.Bool bool -> Property.bool(name);
      case Value.Number number -> Property.number(name, Unit.NONE);
      case Value.Text text -> ofKind(name, Property.Kind.TEXT);
      case Value.Items items -> ofKind(name, Property.Kind.ITEMS);
      case Value.Fields fields -> ofKind(name, Property.Kind.FIELDS);
    };
  }

  private static Property ofKind(String name, Property.Kind kind) {
    Range any = Unit.NONE.range();
    return new Property(name, kind, Unit.NONE, any, List.of());
  }
}
