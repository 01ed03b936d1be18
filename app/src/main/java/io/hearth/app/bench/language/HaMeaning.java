package io.hearth.app.bench.language;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which intents of ours say what an intent of Home Assistant says. Its "turn on" opens covers and
 * valves, locks locks, and runs scenes and scripts; its shopping list has "remove" for "complete";
 * to ask for the state of a timer or the weather by name is to ask for either. A greeting or a
 * question about the assistant is right when nothing is done to the home. A command that waits for
 * a timer is right when it is scheduled.
 */
final class HaMeaning {

  private static final Map<String, Set<String>> INTENTS =
      Map.ofEntries(
          Map.entry("HassTurnOn", Set.of("TurnOn", "Open", "Lock", "ActivateScene", "RunScript")),
          Map.entry("HassTurnOff", Set.of("TurnOff", "Close", "Unlock")),
          Map.entry("HassGetState", Set.of("QueryState")),
          Map.entry("HassLightSet", Set.of("SetBrightness", "SetColor", "SetColorTemperature")),
          Map.entry("HassClimateSetTemperature", Set.of("SetTemperature")),
          Map.entry("HassClimateGetTemperature", Set.of("QueryState")),
          Map.entry("HassFanSetSpeed", Set.of("SetFanSpeed")),
          Map.entry("HassSetPosition", Set.of("SetPosition")),
          Map.entry("HassSetVolume", Set.of("SetVolume")),
          Map.entry("HassSetVolumeRelative", Set.of("AdjustVolume")),
          Map.entry("HassMediaPlayerMute", Set.of("Mute")),
          Map.entry("HassMediaPlayerUnmute", Set.of("Unmute")),
          Map.entry("HassMediaPause", Set.of("Pause")),
          Map.entry("HassMediaUnpause", Set.of("Resume")),
          Map.entry("HassMediaNext", Set.of("Next")),
          Map.entry("HassMediaPrevious", Set.of("Previous")),
          Map.entry("HassMediaSearchAndPlay", Set.of("Play")),
          Map.entry("HassStartTimer", Set.of("SetTimer")),
          Map.entry("HassIncreaseTimer", Set.of("AdjustTimer")),
          Map.entry("HassDecreaseTimer", Set.of("AdjustTimer")),
          Map.entry("HassCancelTimer", Set.of("CancelTimer")),
          Map.entry("HassCancelAllTimers", Set.of("CancelTimer")),
          Map.entry("HassPauseTimer", Set.of("PauseTimer")),
          Map.entry("HassUnpauseTimer", Set.of("ResumeTimer")),
          Map.entry("HassTimerStatus", Set.of("QueryTimer", "QueryState")),
          Map.entry("HassListAddItem", Set.of("AddToList")),
          Map.entry("HassShoppingListAddItem", Set.of("AddToList")),
          Map.entry("HassListCompleteItem", Set.of("CompleteListItem")),
          Map.entry("HassShoppingListCompleteItem", Set.of("CompleteListItem", "RemoveFromList")),
          Map.entry("HassListRemoveItem", Set.of("RemoveFromList")),
          Map.entry("HassVacuumStart", Set.of("Start", "CleanArea")),
          Map.entry("HassVacuumReturnToBase", Set.of("Dock")),
          Map.entry("HassVacuumCleanArea", Set.of("CleanArea", "Start")),
          Map.entry("HassLawnMowerStartMowing", Set.of("Start")),
          Map.entry("HassLawnMowerDock", Set.of("Dock")),
          Map.entry("HassGetWeather", Set.of("QueryWeather", "QueryState")),
          Map.entry("HassGetCurrentDate", Set.of("QueryDate")),
          Map.entry("HassGetCurrentTime", Set.of("QueryTime")),
          Map.entry("HassBroadcast", Set.of("Broadcast")),
          Map.entry("HassNevermind", Set.of("Cancel")));

  private HaMeaning() {}

  static boolean isIntentRight(HaTests.Case one, Understood understood) {
    if (one.intent().equals("HassRespond")) {
      return understood.json().path("commands").isEmpty();
    }
    if (one.slots().has("conversation_command")) {
      return !understood.json().path("schedule").isNull() && !understood.isOutOfDomain();
    }
    return INTENTS.getOrDefault(one.intent(), Set.of()).contains(understood.intent())
        && isDirectionRight(one, understood.slot("delta").asDouble(0));
  }

  private static boolean isDirectionRight(HaTests.Case one, double delta) {
    JsonNode step = one.slots().path("volume_step");
    return switch (one.intent()) {
      case "HassIncreaseTimer" -> delta > 0;
      case "HassDecreaseTimer" -> delta < 0;
      case "HassSetVolumeRelative" ->
          step.isNumber()
              ? delta == step.asDouble()
              : delta * (step.asString().equals("up") ? 1 : -1) > 0;
      default -> true;
    };
  }
}
