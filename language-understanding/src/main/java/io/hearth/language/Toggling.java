package io.hearth.language;

import io.hearth.language.reference.Grounded;
import io.hearth.language.reference.Need;
import io.hearth.language.reference.Situation;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a device to its other state, also where it has no action for that: a cover, a lock. */
record Toggling(Situation situation) implements Need {

  /** Two intents that undo each other. */
  private record Pair(Intent there, Intent back) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(Intent.OPEN, Intent.CLOSE),
          new Pair(Intent.LOCK, Intent.UNLOCK),
          new Pair(Intent.TURN_ON, Intent.TURN_OFF));

  @Override
  public boolean fits(Device device) {
    return intent(device).isPresent();
  }

  @Override
  public boolean isQuestion() {
    return false;
  }

  @Override
  public boolean each() {
    return false;
  }

  /** One request for the devices that are to do the same. */
  List<Request> requests(Grounded grounded, Map<String, Value> slots, Optional<Schedule> schedule) {
    Map<Intent, List<DeviceId>> byIntent = new LinkedHashMap<>();
    for (Device device : grounded.devices()) {
      intent(device)
          .ifPresent(
              intent -> byIntent.computeIfAbsent(intent, i -> new ArrayList<>()).add(device.id()));
    }
    if (byIntent.isEmpty()) {
      byIntent.put(Intent.TOGGLE, List.of());
    }
    List<Request> requests = new ArrayList<>();
    byIntent.forEach((intent, devices) ->
        requests.add(
            new Request(
                intent, slots, devices, grounded.grounding(), schedule, grounded.problems())));
    return requests;
  }

  private Optional<Intent> intent(Device device) {
    if (can(device, Intent.TOGGLE)) {
      return Optional.of(Intent.TOGGLE);
    }
    for (Pair pair : PAIRS) {
      if (can(device, pair.there()) && can(device, pair.back())) {
        return Optional.of(isThere(device, pair) ? pair.back() : pair.there());
      }
    }
    return Optional.empty();
  }

  private boolean can(Device device, Intent intent) {
    return situation.lexicon().able(intent.word()).contains(device.id());
  }

  private boolean isThere(Device device, Pair pair) {
    String property =
        switch (pair.there()) {
          case OPEN -> device.property("locked").isPresent() ? "locked" : "position";
          case LOCK -> "locked";
          default -> "on";
        };
    Optional<Value> now = situation.snapshot().value(device.id(), property);
    if (now.isEmpty()) {
      return situation.snapshot().isActive(device.id());
    }
    boolean holds =
        switch (now.get()) {
          case Value.Number(double number) -> number > 0;
          case Value value -> value.isTrue();
        };
    boolean locked = property.equals("locked") && pair.there() == Intent.OPEN;
    return locked != holds;
  }
}
