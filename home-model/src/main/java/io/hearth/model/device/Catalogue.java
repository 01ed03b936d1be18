package io.hearth.model.device;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All capabilities and device types that are known; read from data, immutable. */
public final class Catalogue {

  private final Map<String, Capability> capabilities;
  private final Map<String, DeviceType> types;

  /**
   * @param capabilities with distinct names
   * @param types with distinct ids
   */
  public Catalogue(Collection<Capability> capabilities, Collection<DeviceType> types) {
    Map<String, Capability> byName = new LinkedHashMap<>();
    for (Capability capability : capabilities) {
      if (byName.put(capability.name(), capability) != null) {
        throw new IllegalArgumentException("capability " + capability.name() + " is defined twice");
      }
    }
    Map<String, DeviceType> byId = new LinkedHashMap<>();
    for (DeviceType type : types) {
      if (byId.put(type.id(), type) != null) {
        throw new IllegalArgumentException("device type " + type.id() + " is defined twice");
      }
    }
    this.capabilities = Collections.unmodifiableMap(byName);
    this.types = Collections.unmodifiableMap(byId);
  }

  public Optional<Capability> capability(String name) {
    return Optional.ofNullable(capabilities.get(name));
  }

  public Optional<DeviceType> type(String id) {
    return Optional.ofNullable(types.get(id));
  }

  public Collection<Capability> capabilities() {
    return capabilities.values();
  }

  public Collection<DeviceType> types() {
    return types.values();
  }

  /**
   * This catalogue and further types.
   *
   * @throws IllegalArgumentException when it has one of them already
   */
  public Catalogue with(Collection<DeviceType> further) {
    List<DeviceType> all = new ArrayList<>(types());
    all.addAll(further);
    return new Catalogue(capabilities(), all);
  }
}
