package io.hearth.gateway.http;

import io.hearth.model.device.DeviceId;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One follower of events; used on one event loop only. What it has not read yet waits in a bounded
 * queue, so that a slow follower costs little memory and delays no one.
 */
final class EventStream {

  private final HttpServerResponse response;
  private final int mostWaiting;
  private final Optional<DeviceId> only;
  private final Deque<String> waiting = new ArrayDeque<>();

  /**
   * @param only the device of which events are sent; empty for everything
   */
  EventStream(HttpServerResponse response, int mostWaiting, Optional<DeviceId> only) {
    this.only = only;
    this.response = response;
    this.mostWaiting = mostWaiting;
    response.drainHandler(drained -> flush());
  }

  /** Whether an event of a device, or of none, is for this follower. */
  boolean follows(Optional<DeviceId> device) {
    return only.isEmpty() || only.equals(device);
  }

  /**
   * Sends a part of the stream, now or when the follower has read what came before.
   *
   * @return false when too much waits already and the follower should be let go
   */
  boolean send(String part) {
    if (response.closed()) {
      return true;
    }
    if (waiting.isEmpty() && !response.writeQueueFull()) {
      var unused = response.write(part);
      return true;
    }
    waiting.addLast(part);
    return waiting.size() <= mostWaiting;
  }

  private void flush() {
    while (!waiting.isEmpty() && !response.writeQueueFull()) {
      var unused = response.write(waiting.removeFirst());
    }
  }

  void end() {
    if (!response.ended() && !response.closed()) {
      var unused = response.end();
    }
  }

  /** Breaks the connection off; a follower that does not read would not see an orderly end. */
  void drop() {
    waiting.clear();
    var unused = response.reset();
  }
}
