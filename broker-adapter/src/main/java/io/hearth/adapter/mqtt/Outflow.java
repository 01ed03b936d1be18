package io.hearth.adapter.mqtt;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is published: no more at once than the broker takes, the rest waits its turn, though not for
 * ever. Used by the connection's thread only.
 */
final class Outflow {

  private static final int MAX_ID = 65_535;
  private static final int MAX_WAITING = 10_000;
  private static final int HEADERS = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChannelHandlerContext context;
  private final TopicNames names;
  private final MqttReasons reasons;
  private final int atOnce;
  private final long largest;
  private final Map<Integer, Outbound> unacknowledged = new HashMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int lastId;

  private record Waiting(Outbound message, long deadline) {}

  /**
   * @param atOnce how many messages the broker takes before it has acknowledged the first
   * @param largest bytes of the largest packet that it takes
   */
  Outflow(
      ChannelHandlerContext context,
      TopicNames names,
      MqttReasons reasons,
      int atOnce,
      long largest) {
    this.context = context;
    this.names = names;
    this.reasons = reasons;
    this.atOnce = atOnce;
    this.largest = largest;
  }

  void publish(Outbound message) {
    if (message.payload().length + message.topic().length() + HEADERS > largest) {
      message.undelivered().accept("it is larger than the " + largest + " bytes the broker takes");
    } else if (message.qos() == 0) {
      TopicNames.Written topic = names.write(message.topic());
      context
          .writeAndFlush(Packets.publish(message, 0, topic.topic(), topic.alias()))
          .addListener(written -> {
            if (written.isSuccess()) {
              message.delivered().run();
            } else {
              message.undelivered().accept("the connection to the broker was lost");
            }
          });
    } else if (unacknowledged.size() < atOnce) {
      int id = nextId();
      unacknowledged.put(id, message);
      write(message, id);
    } else if (waiting.size() < MAX_WAITING) {
      long patience = message.expiry().orElse(PATIENCE).toNanos();
      waiting.add(new Waiting(message, System.nanoTime() + patience));
    } else {
      message.undelivered().accept("too many messages wait for the broker");
    }
  }

  /** The broker answered for a message. */
  void answered(int id, int code) {
    @Nullable Outbound message = unacknowledged.remove(id);
    if (message != null) {
      reasons.ofPublication(code).ifPresentOrElse(message.undelivered(), message.delivered());
    }
    while (unacknowledged.size() < atOnce && !waiting.isEmpty()) {
      Waiting next = waiting.remove();
      if (System.nanoTime() - next.deadline() > 0) {
        next.message().undelivered().accept("the broker takes no more messages");
      } else {
        publish(next.message());
      }
    }
  }

  /** The connection is lost: what still waited surely went to nobody. */
  void end(String reason) {
    waiting.forEach(next -> next.message().undelivered().accept(reason));
    waiting.clear();
    unacknowledged.clear();
  }

  /** An id for a packet that the broker answers. */
  int nextId() {
    do {
      lastId = lastId % MAX_ID + 1;
    } while (unacknowledged.containsKey(lastId));
    return lastId;
  }

  private void write(Outbound message, int id) {
    TopicNames.Written topic = names.write(message.topic());
    Packets.send(context, Packets.publish(message, id, topic.topic(), topic.alias()));
  }
}
