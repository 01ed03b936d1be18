package io.hearth.sim;

import io.hearth.sim.physics.Answer;
import java.util.Optional;

/** What a link may ask of the device it connects; on the simulation's thread only. */
interface DeviceSide {

  /** JSON of what it is. */
  byte[] description();

  /** JSON of everything that is true of it now. */
  byte[] state();

  /** Whether it hangs: then nothing goes out either. */
  boolean isSilent();

  /**
   * Does a command, or repeats its answer when it came before.
   *
   * @param command JSON
   * @param correlation what tells one command from another; empty when the sender gave nothing
   * @return empty from a device that hangs
   */
  Optional<Answer> take(byte[] command, String correlation);

  /** The answer is out, so that what follows from the command may be told. */
  void answered();

  /** It was heard for the first time. */
  void joined();
}
