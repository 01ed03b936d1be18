package io.hearth.model.speech;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a request is to be carried out, if not now. */
public sealed interface Schedule {

  /** How long it lasts, when it ends by itself. */
  Optional<Duration> lasting();

  /** At a moment. */
  record At(ZonedDateTime time, Optional<Duration> lasting) implements Schedule {}

  /** After some time from now. */
  record After(Duration delay, Optional<Duration> lasting) implements Schedule {}

  /**
   * Again and again.
   *
   * @param rule an RFC 5545 recurrence rule, e.g. {@code FREQ=DAILY;BYHOUR=7}
   */
  record Every(String rule, Optional<Duration> lasting) implements Schedule {}

  /** Now, but ending by itself. */
  record NowFor(Duration duration) implements Schedule {
    @Override
    public Optional<Duration> lasting() {
      return Optional.of(duration);
    }
  }
}
