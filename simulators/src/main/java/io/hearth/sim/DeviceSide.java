package io.hearth.sim;

import io.hearth.model.device.Value;
import io.hearth.sim.physics.Answer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a link may ask of the device it connects; on the simulation's thread only. */
interface DeviceSide {

  /** JSON of what it is. */
  byte[] description();

  /** JSON of everything that is true of it now. */
  byte[] state();

  /** Everything that is true of it now, by property. */
  Map<String, Value> values();

  /** The real time. */
  Instant now();

  /**
   * Does an order that was understood already.
   *
   * @return empty from a device that hangs
   */
  Optional<Answer> take(String action, Map<String, Value> arguments);

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
