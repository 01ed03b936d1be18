package io.hearth.adapter.homeassistant;

import io.hearth.adapter.template.TemplateException;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Locks and alarm panels. A code that a panel asks for is never known here, so it is not sent. */
final class Guards {

  private static final Map<String, String> ARMED =
      Map.of(
          "disarmed", "disarmed",
          "armed_home", "home",
          "armed_away", "away",
          "armed_vacation", "away",
          "armed_night", "night");

  private Guards() {}

  static void lock(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    device.draft().type("lock").capability("DoorLock");
    Object locked = Switches.orElse(fields.raw("state_locked"), "LOCKED");
    Object unlocked = Switches.orElse(fields.raw("state_unlocked"), "UNLOCKED");
    Object jammed = Switches.orElse(fields.raw("state_jammed"), "JAMMED");
    Optional<Source> state = device.source(fields, "state_topic", "value_template");
    if (state.isPresent() && device.claims("locked") && device.claims("jammed")) {
      device.reads(
          state.get().topic(),
          Set.of("locked", "jammed"),
          (payload, said) ->
              state
                  .get()
                  .read(payload)
                  .ifPresent(value -> {
                    Switches.either(value, locked, unlocked)
                        .ifPresent(is -> {
                          said.put("locked", is);
                          said.put("jammed", Value.of(false));
                        });
                    if (Words.same(value, jammed)) {
                      said.put("jammed", Value.of(true));
                    }
                  }));
    }
    Optional<Target> target = device.target(fields, "command_topic", "command_template");
    if (target.isPresent()) {
      Object toLock = Switches.orElse(fields.raw("payload_lock"), "LOCK");
      Object toUnlock = Switches.orElse(fields.raw("payload_unlock"), "UNLOCK");
      device.command("lock", "locked", call -> List.of(target.get().send(toLock)));
      device.command("unlock", "locked", call -> List.of(target.get().send(toUnlock)));
    }
  }

  static void alarm(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    device.draft().type("alarm_panel").capability("AlarmControl");
    Optional<Source> state = device.source(fields, "state_topic", "value_template");
    if (state.isPresent() && device.claims("armed") && device.claims("triggered")) {
      device.reads(
          state.get().topic(),
          Set.of("armed", "triggered"),
          (payload, said) ->
              state
                  .get()
                  .read(payload)
                  .map(Words::written)
                  .ifPresent(word -> {
                    String armed = ARMED.get(word);
                    if (armed != null) {
                      said.put("armed", Value.of(armed));
                      said.put("triggered", Value.of(false));
                    } else if (word.equals("triggered")) {
                      said.put("triggered", Value.of(true));
                    }
                  }));
    }
    Optional<Target> target = device.target(fields, "command_topic", "command_template");
    boolean wantsNoCode = !fields.has("code");
    if (target.isEmpty()) {
      return;
    }
    if (wantsNoCode || !fields.flag("code_arm_required", true)) {
      Map<String, Object> words = new LinkedHashMap<>();
      words.put("home", Switches.orElse(fields.raw("payload_arm_home"), "ARM_HOME"));
      words.put("away", Switches.orElse(fields.raw("payload_arm_away"), "ARM_AWAY"));
      words.put("night", Switches.orElse(fields.raw("payload_arm_night"), "ARM_NIGHT"));
      device.command(
          "arm",
          "armed",
          call -> {
            Object word = words.get(call.word("armed"));
            Object toArm = word == null ? words.get("away") : word;
            return List.of(target.get().send(toArm, Map.of("action", String.valueOf(toArm))));
          });
    }
    if (wantsNoCode || !fields.flag("code_disarm_required", true)) {
      Object word = Switches.orElse(fields.raw("payload_disarm"), "DISARM");
      device.command(
          "disarm",
          "armed",
          call -> List.of(target.get().send(word, Map.of("action", Words.written(word)))));
    }
  }
}
