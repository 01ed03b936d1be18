package io.hearth.adapter.binding;

import java.util.Optional;

/**
 * How a device sleeps that cannot always hear: what may wait does.
 *
 * @param told where it says whether it sleeps: it is not there while it does
 * @param silently whether it may sleep without a word, so that one that does not answer may be
 *     asleep
 */
public record Sleep(Optional<AvailabilityRule.Probe> told, boolean silently) {

  /** One that never says that it sleeps. */
  public static Sleep unannounced() {
    return new Sleep(Optional.empty(), true);
  }

  /** One that says so. */
  public static Sleep announcedAt(AvailabilityRule.Probe probe) {
    return new Sleep(Optional.of(probe), false);
  }
}
