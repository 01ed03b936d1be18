package io.hearth.adapter.binding;

import io.hearth.model.device.DeviceId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who describes which device, and whose description holds: that of the most preferred convention.
 * Two descriptions are of one device when they have the same id or share an identity. Not
 * thread-safe.
 */
final class BindingTable {

  private final Map<DeviceId, SortedMap<Integer, DeviceBinding>> offers = new HashMap<>();
  private final Map<String, SortedMap<Integer, Set<DeviceId>>> byIdentity = new HashMap<>();

  /**
   * Takes a description, or that there is none any more.
   *
   * @param rank of the convention; the lower, the more preferred
   * @return the devices for which another description may hold now
   */
  Set<DeviceId> offer(int rank, DeviceId device, Optional<DeviceBinding> binding) {
    Set<DeviceId> concerned = new LinkedHashSet<>();
    concerned.add(device);
    SortedMap<Integer, DeviceBinding> own = offers.computeIfAbsent(device, id -> new TreeMap<>());
    DeviceBinding before = binding.isPresent() ? own.put(rank, binding.get()) : own.remove(rank);
    if (own.isEmpty()) {
      offers.remove(device);
    }
    if (before != null) {
      before.identities().forEach(identity -> forget(identity, rank, device, concerned));
    }
    binding.ifPresent(
        now -> now.identities().forEach(identity -> note(identity, rank, device, concerned)));
    return concerned;
  }

  private void note(String identity, int rank, DeviceId device, Set<DeviceId> concerned) {
    SortedMap<Integer, Set<DeviceId>> holders =
        byIdentity.computeIfAbsent(identity, key -> new TreeMap<>());
    holders.values().forEach(concerned::addAll);
    holders.computeIfAbsent(rank, key -> new LinkedHashSet<>()).add(device);
  }

  private void forget(String identity, int rank, DeviceId device, Set<DeviceId> concerned) {
    SortedMap<Integer, Set<DeviceId>> holders = byIdentity.get(identity);
    if (holders == null) {
      return;
    }
    holders.values().forEach(concerned::addAll);
    holders.computeIfPresent(
        rank,
        (key, devices) -> {
          devices.remove(device);
          return devices.isEmpty() ? null : devices;
        });
    if (holders.isEmpty()) {
      byIdentity.remove(identity);
    }
  }

  /** The rank of the most preferred description of a device. */
  Optional<Integer> rank(DeviceId device) {
    return Optional.ofNullable(offers.get(device)).map(ranks -> ranks.firstKey());
  }

  /** The description that holds; empty when there is none, or another device is the same thing. */
  Optional<DeviceBinding> holding(DeviceId device) {
    SortedMap<Integer, DeviceBinding> own = offers.get(device);
    if (own == null) {
      return Optional.empty();
    }
    int rank = own.firstKey();
    DeviceBinding best = own.sequencedValues().getFirst();
    boolean displaced =
        best.identities().stream()
            .map(byIdentity::get)
            .anyMatch(holders -> holders != null && holders.firstKey() < rank);
    return displaced ? Optional.empty() : Optional.of(best);
  }

  /**
   * Another convention that describes a device of that id which is not the same hardware.
   *
   * @return its rank
   */
  Optional<Integer> strangerHolding(DeviceId device, int rank, Set<String> identities) {
    SortedMap<Integer, DeviceBinding> own = offers.get(device);
    if (own == null || own.containsKey(rank)) {
      return Optional.empty();
    }
    int holder = own.firstKey();
    Set<String> known = own.sequencedValues().getFirst().identities();
    return Collections.disjoint(known, identities) ? Optional.of(holder) : Optional.empty();
  }
}
