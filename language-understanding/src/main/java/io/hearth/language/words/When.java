package io.hearth.language.words;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.MonthDay;
import java.util.Optional;

/** When something is to happen, as it was said. */
public sealed interface When extends Meaning {

  /** "in ten minutes". */
  record After(Duration delay) implements When {}

  /** "at nine". */
  record At(ClockTime time) implements When {}

  /** "at sunset". */
  record AtSun(boolean rising) implements When {}

  /** "tomorrow", "on friday", without a time of day. */
  record OnDay(Optional<Integer> daysAhead, Optional<DayOfWeek> weekday) implements When {}

  /** "on march fifth", without a time of day. */
  record OnDate(MonthDay date) implements When {}

  /** "from six to eight". */
  record Between(ClockTime from, ClockTime to) implements When {}

  /** "for half an hour". */
  record Lasting(Duration duration) implements When {}

  /** "until nine". */
  record Until(ClockTime time) implements When {}

  /**
   * "every weekday at seven".
   *
   * @param rule an RFC 5545 rule without the time of day
   * @param time the time of day, empty when the rule needs none
   */
  record Every(String rule, Optional<ClockTime> time) implements When {}
}
