package io.hearth.adapter;

import io.hearth.model.device.DeviceId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One lane for each device: what is to be done with it waits until what came before has ended, so
 * that a command that is sent again never overtakes a later one. Thread-safe.
 */
final class Lanes {

  static final int ROOM = 32;

  private final Map<DeviceId, Deque<Supplier<? extends CompletionStage<?>>>> waiting =
      new HashMap<>();

  /** Does it when its turn comes; false when too much waits already, and it is not done. */
  boolean enter(DeviceId device, Supplier<? extends CompletionStage<?>> work) {
    synchronized (waiting) {
      var lane = waiting.get(device);
      if (lane != null) {
        return lane.size() < ROOM && lane.add(work);
      }
      waiting.put(device, new ArrayDeque<>());
    }
    run(device, work);
    return true;
  }

  private void run(DeviceId device, Supplier<? extends CompletionStage<?>> work) {
    work.get().whenComplete((result, failure) -> next(device));
  }

  private void next(DeviceId device) {
    Supplier<? extends CompletionStage<?>> work;
    synchronized (waiting) {
      var lane = waiting.get(device);
      work = lane == null ? null : lane.poll();
      if (work == null) {
        waiting.remove(device);
        return;
      }
    }
    run(device, work);
  }
}
