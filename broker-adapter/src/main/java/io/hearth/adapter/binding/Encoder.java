package io.hearth.adapter.binding;

import java.util.List;

/** Puts a command into the words of a device. */
@FunctionalInterface
public interface Encoder {

  /**
   * What to send, in order; at least one message.
   *
   * @throws CannotCommandException when it cannot be said to this device, now
   */
  List<Outgoing> encode(Call call) throws CannotCommandException;
}
