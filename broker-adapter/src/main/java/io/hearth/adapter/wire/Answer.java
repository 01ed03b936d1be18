package io.hearth.adapter.wire;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What came back for a command that a link was asked to send. */
public sealed interface Answer {

  /** The device said that it does it. */
  record Accepted() implements Answer {}

  /**
   * The device said that it does not.
   *
   * @param reason the device's own word
   */
  record Rejected(String reason) implements Answer {}

  /**
   * It never left, or nobody was there to get it.
   *
   * @param reason why, to be shown to a person
   */
  record Undeliverable(String reason) implements Answer {}

  /**
   * The device sleeps; it is told when it wakes up.
   *
   * @param within how long that may take; after it, it is not done any more
   * @param later what came back then; {@link Undeliverable} when it did not wake up
   */
  record Kept(Duration within, CompletableFuture<Answer> later) implements Answer {}

  /**
   * It was handed over, and nothing will ever tell whether it was done.
   *
   * @param reason why, to be shown to a person
   */
  record Unconfirmed(String reason) implements Answer {}
}
