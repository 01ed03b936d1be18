package io.hearth.adapter.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What arrived and is not yet done with. It is acknowledged in the order in which it came, as MQTT
 * demands, many at once.
 */
final class Inflow {

  private static final int OVERHEAD = 256; // bytes of what a message costs beside its text
  private static final int PUBACK = 0x40;
  private static final int PUBACK_BYTES = 4;

  private final ChannelHandlerContext context;
  private final Reservoir reservoir;
  private final AtomicBoolean draining = new AtomicBoolean();
  private final Deque<Arrival> arrivals = new ArrayDeque<>(); // of the session's thread

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
   * @param reservoir counts what is kept
   */
  Inflow(ChannelHandlerContext context, Reservoir reservoir) {
    this.context = context;
    this.reservoir = reservoir;
  }

  /** A message arrived; the answer is to be run when it is done with, on any thread. */
  Runnable arrived(int id, int size) {
    Arrival arrival = new Arrival(id, size + OVERHEAD);
    arrivals.add(arrival);
    reservoir.add(arrival.bytes);
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
    long done = 0;
    Arrival first = arrivals.peek();
    while (first != null && first.done) {
      arrivals.remove();
      done += first.bytes;
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
    reservoir.remove(done);
  }
}
