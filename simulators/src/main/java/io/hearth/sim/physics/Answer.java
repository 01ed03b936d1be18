package io.hearth.sim.physics;

/** What a simulated device answers to a command, at once and before the effect is complete. */
public sealed interface Answer {

  /** It does it. */
  record Accepted() implements Answer {}

  /**
   * It does not.
   *
   * @param reason in a few words, e.g. {@code obstructed}
   * @param fault whose fault it is
   */
  record Rejected(String reason, Fault fault) implements Answer {}

  /** What stands against a command. */
  enum Fault {
    /** The command itself: an unknown action, a bad argument. */
    COMMAND,
    /** The condition the device is in just now. */
    CONDITION
  }

  static Answer accepted() {
    return new Accepted();
  }

  static Answer badCommand(String reason) {
    return new Rejected(reason, Fault.COMMAND);
  }

  static Answer notNow(String reason) {
    return new Rejected(reason, Fault.CONDITION);
  }
}
