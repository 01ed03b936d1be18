package io.hearth.adapter.wire;

import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Command;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One way to devices: a broker connection, or the CoAP endpoint. */
public interface DeviceLink {

  /** The protocol's word, e.g. {@code mqtt}; tells links apart in routes and counters. */
  String name();

  /**
   * Sends a command once; never blocks.
   *
   * @param correlation the same for every attempt of one command, so that a device can tell a
   *     repetition from a new command
   * @param within how long the answer is waited for; a message that can expire does so after it
   * @return fails with a {@link java.util.concurrent.TimeoutException} when nothing came back
   */
  CompletableFuture<Answer> send(Command command, String correlation, Duration within);

  /**
   * Whether a device that cannot be reached only sleeps: a command may be sent to it all the same,
   * and is kept until it wakes up.
   */
  default boolean isAsleep(DeviceId device) {
    return false;
  }

  LinkHealth health();
}
