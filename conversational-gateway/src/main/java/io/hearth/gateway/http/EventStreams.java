package io.hearth.gateway.http;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All followers of events, as server-sent events; sends from one event loop. */
final class EventStreams {

  private static final Logger LOGGER = LoggerFactory.getLogger(EventStreams.class);
  private static final long HEART_BEAT_MILLIS = 15_000;
  private static final int MOST_FOLLOWERS = 128;
  private static final int MOST_WAITING = 256;
  private static final int WRITE_QUEUE_BYTES = 256 * 1024;

  private final Vertx vertx;
  private final Context context;
  private final GatewayMetrics metrics;
  private final Set<EventStream> streams = new LinkedHashSet<>();
  private volatile int followers;
  private long heartBeat;

  EventStreams(Vertx vertx, Context context, GatewayMetrics metrics) {
    this.vertx = vertx;
    this.context = context;
    this.metrics = metrics;
    metrics.show("hearth.event.clients", "Followers of events", () -> followers);
  }

  void start() {
    heartBeat = vertx.setPeriodic(HEART_BEAT_MILLIS, timer -> sendToAll(": alive\n\n"));
  }

  /** Whether an event would reach anybody; for any thread. */
  boolean hasFollowers() {
    return followers > 0;
  }

  /**
   * Sends an event to all who follow everything, or the device; for any thread, in the order of
   * each.
   */
  void publish(Object document, Optional<DeviceId> device) {
    String part = "data: " + Json.text(document) + "\n\n";
    context.runOnContext(ignored -> send(part, stream -> stream.follows(device)));
  }

  void follow(RoutingContext ctx) {
    follow(ctx, Optional.empty());
  }

  /** Only the events of one device. */
  void follow(RoutingContext ctx, Device device) {
    follow(ctx, Optional.of(device.id()));
  }

  private void follow(RoutingContext ctx, Optional<DeviceId> only) {
    if (streams.size() >= MOST_FOLLOWERS) {
      Answers.error(ctx, 503, "too many follow the events already; try again later");
      return;
    }
    var response =
        ctx.response()
            .setChunked(true)
            .setWriteQueueMaxSize(WRITE_QUEUE_BYTES)
            .putHeader("Content-Type", "text/event-stream; charset=utf-8")
            .putHeader("Cache-Control", "no-store")
            .putHeader("X-Accel-Buffering", "no");
    if (ctx.request().method().equals(HttpMethod.HEAD)) {
      var unused = response.end();
      return;
    }
    EventStream stream = new EventStream(response, MOST_WAITING, only);
    streams.add(stream);
    followers = streams.size();
    ctx.addEndHandler(ended -> forget(stream));
    stream.send("retry: 2000\n: following\n\n");
  }

  private void sendToAll(String part) {
    send(part, stream -> true);
  }

  private void send(String part, Predicate<EventStream> who) {
    for (EventStream stream : new ArrayList<>(streams)) {
      if (who.test(stream) && !stream.send(part)) {
        forget(stream);
        stream.drop();
        metrics.countDroppedClient();
        LOGGER.atWarn().log("a follower of events read too slowly and was let go");
      }
    }
  }

  private void forget(EventStream stream) {
    streams.remove(stream);
    followers = streams.size();
  }

  void stop() {
    vertx.cancelTimer(heartBeat);
    new ArrayList<>(streams).forEach(EventStream::end);
    streams.clear();
    followers = 0;
  }
}
