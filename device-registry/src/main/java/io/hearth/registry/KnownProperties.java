package io.hearth.registry;

import io.hearth.model.device.Capability;
import io.hearth.model.device.Property;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what a property means when it is not among the capabilities of a device. */
final class KnownProperties {

  private KnownProperties() {}

  /**
   * The capability that has a property, cut down to that property and without actions; of several
   * one that only measures.
   */
  static Optional<Capability> measuring(Collection<Capability> capabilities, String property) {
    return capabilities.stream()
        .filter(capability -> capability.property(property).isPresent())
        .min(Comparator.comparing(capability -> !capability.actions().isEmpty()))
        .map(capability -> cut(capability, property));
  }

  private static Capability cut(Capability capability, String name) {
    List<Property> only =
        capability.properties().stream().filter(p -> p.name().equals(name)).toList();
    return new Capability(capability.name(), only, List.of());
  }
}
