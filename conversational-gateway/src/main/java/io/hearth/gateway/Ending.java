package io.hearth.gateway;

import java.util.Locale;

/** How a command ended, as far as it is known when the turn is over. */
enum Ending {
  /** The device reported its effect, or took a command that has none to be seen. */
  DONE,
  /** It took the command and reported nothing in time. */
  SILENT,
  /** It stopped before it was there. */
  HALTED,
  /** It stopped where it had been before. */
  RETURNED,
  /** It refused because something is in the way. */
  BLOCKED,
  /** It reported that it is jammed. */
  JAMMED,
  /** It reported an error. */
  FAILED,
  /** It was still on the way when the time was over. */
  MOVING,
  /** It became unreachable meanwhile. */
  LOST,
  /** It refused for its own reason. */
  REFUSED,
  /** It did not say whether it took the command. */
  UNHEARD,
  /** It was told, and never says whether it did it. */
  UNTOLD,
  /** The device sleeps and is told when it wakes up. */
  ASLEEP,
  /** The command could not be sent. */
  UNREACHABLE;

  /** Its key among the phrases. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
