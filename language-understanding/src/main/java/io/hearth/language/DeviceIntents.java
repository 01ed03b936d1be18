package io.hearth.language;

import static java.util.Map.entry;

import io.hearth.model.speech.Intent;
import java.util.Map;
import java.util.Optional;

/**
 * What the intents for devices are about: the property set, and what serves them where no action
 * does.
 */
final class DeviceIntents {

  private static final Map<Intent, String> PROPERTIES =
      Map.ofEntries(
          entry(Intent.SET_BRIGHTNESS, "brightness"),
          entry(Intent.ADJUST_BRIGHTNESS, "brightness"),
          entry(Intent.SET_COLOR_TEMPERATURE, "colorTemperature"),
          entry(Intent.ADJUST_COLOR_TEMPERATURE, "colorTemperature"),
          entry(Intent.SET_FAN_SPEED, "fanSpeed"),
          entry(Intent.ADJUST_FAN_SPEED, "fanSpeed"),
          entry(Intent.SET_POSITION, "position"),
          entry(Intent.ADJUST_POSITION, "position"),
          entry(Intent.SET_TEMPERATURE, "targetTemperature"),
          entry(Intent.ADJUST_TEMPERATURE, "targetTemperature"),
          entry(Intent.SET_HUMIDITY, "targetHumidity"),
          entry(Intent.ADJUST_HUMIDITY, "targetHumidity"),
          entry(Intent.SET_INTENSITY, "intensity"),
          entry(Intent.SET_VOLUME, "volume"),
          entry(Intent.ADJUST_VOLUME, "volume"),
          entry(Intent.SET_MODE, "mode"),
          entry(Intent.SELECT_SOURCE, "source"),
          entry(Intent.ARM, "armed"));

  private static final Map<Intent, Intent> SETTERS =
      Map.of(
          Intent.ADJUST_BRIGHTNESS, Intent.SET_BRIGHTNESS,
          Intent.ADJUST_FAN_SPEED, Intent.SET_FAN_SPEED,
          Intent.ADJUST_POSITION, Intent.SET_POSITION,
          Intent.ADJUST_VOLUME, Intent.SET_VOLUME,
          Intent.ADJUST_HUMIDITY, Intent.SET_HUMIDITY);

  private static final Map<Intent, String> ASKED =
      Map.of(
          Intent.QUERY_TIMER, "timers",
          Intent.QUERY_ALARM, "alarms",
          Intent.QUERY_LIST, "items",
          Intent.QUERY_CALENDAR, "events",
          Intent.QUERY_WEATHER, "condition");

  /** What is missing in a home that cannot serve the intent at all. */
  private static final Map<Intent, String> MISSING =
      Map.ofEntries(
          entry(Intent.SET_TIMER, "timer"),
          entry(Intent.CANCEL_TIMER, "timer"),
          entry(Intent.PAUSE_TIMER, "timer"),
          entry(Intent.RESUME_TIMER, "timer"),
          entry(Intent.ADJUST_TIMER, "timer"),
          entry(Intent.QUERY_TIMER, "timer"),
          entry(Intent.SET_ALARM, "alarm clock"),
          entry(Intent.CANCEL_ALARM, "alarm clock"),
          entry(Intent.QUERY_ALARM, "alarm clock"),
          entry(Intent.SNOOZE, "alarm clock"),
          entry(Intent.ADD_TO_LIST, "list"),
          entry(Intent.REMOVE_FROM_LIST, "list"),
          entry(Intent.COMPLETE_LIST_ITEM, "list"),
          entry(Intent.QUERY_LIST, "list"),
          entry(Intent.QUERY_CALENDAR, "calendar"),
          entry(Intent.SET_REMINDER, "calendar for reminders"),
          entry(Intent.QUERY_WEATHER, "weather station"),
          entry(Intent.BROADCAST, "speaker that can announce"));

  private DeviceIntents() {}

  /** The property that the intent sets or changes. */
  static Optional<String> property(Intent intent) {
    return Optional.ofNullable(PROPERTIES.get(intent));
  }

  /** The intent that sets what this one changes. */
  static Optional<Intent> setter(Intent intent) {
    return Optional.ofNullable(SETTERS.get(intent));
  }

  /** The property that tells the answer to a question. */
  static Optional<String> asked(Intent intent) {
    return Optional.ofNullable(ASKED.get(intent));
  }

  static Optional<String> missing(Intent intent) {
    return Optional.ofNullable(MISSING.get(intent));
  }
}
