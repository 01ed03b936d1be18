package io.hearth.language.words;

import java.time.Duration;
import java.util.Optional;

/** When something is to happen, as it was said. */
public sealed interface When extends Meaning {

  /** "in ten minutes". */
  record After(Duration delay) implements When {}

  /** "at nine". */
  record At(ClockTime time) implements When {}

  /** "at sunset". */
  record AtSun(boolean rising) implements When {}

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
