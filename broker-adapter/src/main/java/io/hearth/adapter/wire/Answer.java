package io.hearth.adapter.wire;

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
   * It was handed over, and nothing will ever tell whether it was done.
   *
   * @param reason why, to be shown to a person
   */
  record Unconfirmed(String reason) implements Answer {}
}
