package io.hearth.adapter.binding;

import java.util.Optional;

/**
 * A message as it arrived.
 *
 * @param retained true when it was said before we listened: the broker had kept it
 * @param correlation which command it answers, where the protocol says so
 */
public record Message(
    Address from, Payload payload, boolean retained, Optional<String> correlation) {

  /** A live message without correlation. */
  public static Message live(Address from, Payload payload) {
    return new Message(from, payload, false, Optional.empty());
  }

  /** The topic it came by, the resource's address where it is no topic. */
  public String place() {
    return from.toString();
  }
}
