package io.hearth.model.state;

import java.time.LocalTime;

/** The part of the day by the clock of the home. */
public enum DayPart {
  NIGHT,
  MORNING,
  AFTERNOON,
  EVENING;

  /** Night until 5, morning until noon, afternoon until 18, evening until 22. */
  public static DayPart of(LocalTime time) {
    int hour = time.getHour();
    if (hour < 5 || hour >= 22) {
      return NIGHT;
    }
    if (hour < 12) {
      return MORNING;
    }
    return hour < 18 ? AFTERNOON : EVENING;
  }

  /** The word used in sentences. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
