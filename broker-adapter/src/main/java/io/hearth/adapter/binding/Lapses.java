package io.hearth.adapter.binding;

import io.hearth.model.device.DeviceId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Watches for how long nothing was said where a device promised to speak; thread-safe. */
final class Lapses {

  private record Key(DeviceId device, Address at) {}

  private record Deadline(StateSource source, long nanos) {}

  private final Map<Key, Deadline> deadlines = new ConcurrentHashMap<>();

  /** A device spoke there just now. */
  void heard(DeviceId device, StateSource source) {
    source
        .lapse()
        .ifPresent(lapse ->
            deadlines.put(
                new Key(device, source.at()),
                new Deadline(source, System.nanoTime() + lapse.after().toNanos())));
  }

  void forget(DeviceId device) {
    deadlines.keySet().removeIf(key -> key.device().equals(device));
  }

  /** Tells of each that has been silent for too long, once. */
  void sweep(BiConsumer<DeviceId, StateSource> lapsed) {
    long now = System.nanoTime();
    deadlines.forEach((key, deadline) -> {
      if (deadline.nanos() - now <= 0 && deadlines.remove(key, deadline)) {
        lapsed.accept(key.device(), deadline.source());
      }
    });
  }
}
