package io.hearth.adapter.binding;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A way to addresses of one kind. What arrives goes to {@link BoundDevices#arrived}. */
public interface Transport {

  boolean carries(Address address);

  /** The way into the house of what is heard here. */
  Inbox inbox();

  /** Listens there from now on, what was said before included; those listened to already stay. */
  void watch(Set<Address> addresses);

  /** Listens there no more. */
  void unwatch(Set<Address> addresses);

  /**
   * Listens by further filters of conventions at once; with the next connection all are asked for.
   */
  default void listen(List<Convention.Filter> filters) {}

  /**
   * Sees to it that what is said there next is heard at once, however much else is on its way, and
   * told to {@link BoundDevices#overheard}.
   *
   * @param filters topics, with {@code +} and {@code #}
   * @return completes when that is so, or cannot be
   */
  default CompletableFuture<Void> overhear(Set<String> filters) {
    return CompletableFuture.completedFuture(null);
  }

  /**
   * Sends a message; never blocks.
   *
   * @param correlation goes with it where the protocol has a place for it
   * @param within how long it is worth something
   * @return the answer of the other side: of the device over CoAP and HTTP, of the broker over
   *     MQTT; fails with a {@link java.util.concurrent.TimeoutException} when there is none
   */
  CompletableFuture<Answer> send(Outgoing message, String correlation, Duration within);
}
