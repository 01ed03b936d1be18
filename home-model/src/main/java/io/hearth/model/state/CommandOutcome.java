package io.hearth.model.state;

import java.time.Duration;

/**
 * How a command ended on the wire; whether its effect came true is told by the device's reports.
 */
public sealed interface CommandOutcome {

  Command command();

  /** The device said that it does it. */
  record Acknowledged(Command command, Duration after) implements CommandOutcome {}

  /**
   * The device said that it does not.
   *
   * @param reason the device's own word
   */
  record Rejected(Command command, String reason) implements CommandOutcome {}

  /** It was sent and nothing came back, the retry of an idempotent command included. */
  record TimedOut(Command command, Duration waited) implements CommandOutcome {}

  /**
   * The device sleeps; it is told when it wakes up, if that is in time. What became of it is
   * another outcome then.
   *
   * @param within how long it may take to wake up
   */
  record Postponed(Command command, Duration within) implements CommandOutcome {}

  /** It could not be sent. */
  record Unreachable(Command command, String reason) implements CommandOutcome {}

  /**
   * It was handed over, and by its nature nobody will ever say whether it was done: the device
   * reports nothing that it changes.
   *
   * @param reason why nothing can be said, to be shown to a person
   */
  record Unconfirmed(Command command, String reason) implements CommandOutcome {}
}
