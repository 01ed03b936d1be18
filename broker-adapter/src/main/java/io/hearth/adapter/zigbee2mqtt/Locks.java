package io.hearth.adapter.zigbee2mqtt;

import io.hearth.model.device.Value;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Door locks: what the bolt does counts more than what the lock was told. */
final class Locks {

  private Locks() {}

  static void add(Expose lock, Zigbee device) {
    device.draft().type("lock").capability("DoorLock");
    Optional<Expose> bolt = lock.feature("lock_state").filter(Expose::isReported);
    lock.feature("state")
        .ifPresent(state -> {
          device.reads(state, "locked", message -> locked(state, bolt, message));
          device.command(
              "lock",
              state,
              "locked",
              call -> Zigbee.member(state.property(), state.binaryWord(true)));
          device.command(
              "unlock",
              state,
              "locked",
              call -> Zigbee.member(state.property(), state.binaryWord(false)));
        });
    bolt.ifPresent(said ->
        device.reads(
            said,
            "jammed",
            message -> said.word(message).map(word -> Value.of(word.equals("not_fully_locked")))));
  }

  private static Optional<Value> locked(Expose state, Optional<Expose> bolt, JsonNode message) {
    Optional<Value> byBolt =
        bolt.flatMap(said -> said.word(message))
            .filter(word -> word.equals("locked") || word.equals("unlocked"))
            .map(word -> Value.of(word.equals("locked")));
    return byBolt.or(() -> state.binary(message).map(Value::of));
  }
}
