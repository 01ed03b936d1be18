package io.hearth.model.state;

import io.hearth.model.device.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is believed of one property.
 *
 * @param previous the value before this one, where known
 * @param since when it took this value
 * @param reportedAt when it was last said, not before {@code since}
 * @param stale true after a restart or a loss of contact until the device says it again
 */
public record PropertyState(
    Value value,
    Optional<Value> previous,
    Instant since,
    Instant reportedAt,
    Source source,
    boolean stale) {

  /** A first value. */
  public static PropertyState first(Value value, Instant at, Source source) {
    return new PropertyState(value, Optional.empty(), at, at, source, source == Source.RETAINED);
  }

  /**
   * What is believed after the value was said again or anew; an older saying changes nothing.
   *
   * @param at when the device said it
   */
  public PropertyState then(Value newValue, Instant at, Source newSource) {
    if (at.isBefore(reportedAt)) {
      return this;
    }
    boolean nowStale =
        newSource == Source.RETAINED && (stale || !newValue.equals(value)); // nobody saw it change
    return newValue.equals(value)
        ? new PropertyState(value, previous, sinceSaid(at, newSource), at, newSource, nowStale)
        : new PropertyState(newValue, Optional.of(value), at, at, newSource, nowStale);
  }

  /** A home file does not say since when; the first saying of the device is the earliest known. */
  private Instant sinceSaid(Instant at, Source by) {
    return since.equals(Instant.EPOCH) && by != Source.DESCRIBED ? at : since;
  }

  public PropertyState asStale() {
    return stale ? this : new PropertyState(value, previous, since, reportedAt, source, true);
  }

  /** How long ago it was last said; never negative, also after the clock was set back. */
  public Duration age(Instant now) {
    Duration age = Duration.between(reportedAt, now);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
