package io.hearth.adapter.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What arrived and is not yet done with. It is acknowledged in the order in which it came, as MQTT
 * demands, many at once; while there is too much of it nothing more is read from the socket.
 */
final class Inflow {

  private static final long MAX_BYTES = 32L * 1024 * 1024;
  private static final int PUBACK = 0x40;
  private static final int PUBACK_BYTES = 4;

  private final ChannelHandlerContext context;
  private final int maxMessages;
  private final AtomicBoolean draining = new AtomicBoolean();
  private final Deque<Arrival> arrivals = new ArrayDeque<>(); // of the connection's thread
  private long bytes; // of the connection's thread

  /** One message; its id is 0 when the broker waits for no acknowledgement. */
  private static final class Arrival {
    private final int id;
    private final int bytes;
    private volatile boolean done;

    Arrival(int id, int bytes) {
      this.id = id;
      this.bytes = bytes;
    }
  }

  /**
   * @param receiveMaximum what the broker sends unacknowledged; as many again may come of those
   *     that need no acknowledgement
   */
  Inflow(ChannelHandlerContext context, int receiveMaximum) {
    this.context = context;
    this.maxMessages = 2 * receiveMaximum;
  }

  /** A message arrived; the answer is to be run when it is done with, on any thread. */
  Runnable arrived(int id, int size) {
    Arrival arrival = new Arrival(id, size);
    arrivals.add(arrival);
    bytes += size;
    if (isFull()) {
      context.channel().config().setAutoRead(false);
    }
    return () -> {
      arrival.done = true;
      if (draining.compareAndSet(false, true)) {
        context.executor().execute(this::drain);
      }
    };
  }

  private void drain() {
    draining.set(false); // before looking, so that what is done from now on is looked at again
    ByteBuf acknowledgements = context.alloc().buffer(64 * PUBACK_BYTES);
    Arrival first = arrivals.peek();
    while (first != null && first.done) {
      arrivals.remove();
      bytes -= first.bytes;
      if (first.id != 0) {
        acknowledgements.writeByte(PUBACK).writeByte(2).writeShort(first.id);
      }
      first = arrivals.peek();
    }
    if (acknowledgements.isReadable()) {
      Packets.send(context, acknowledgements);
    } else {
      acknowledgements.release();
    }
    if (!context.channel().config().isAutoRead() && isHalfEmpty()) {
      context.channel().config().setAutoRead(true);
    }
  }

  boolean isFull() {
    return arrivals.size() >= maxMessages || bytes >= MAX_BYTES;
  }

  private boolean isHalfEmpty() {
    return arrivals.size() <= maxMessages / 2 && bytes <= MAX_BYTES / 2;
  }
}
