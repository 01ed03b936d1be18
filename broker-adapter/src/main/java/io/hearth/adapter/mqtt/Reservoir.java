package io.hearth.adapter.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All that came from the socket and is not yet done with, decoded or not. A broker that hands over
 * a large retained home writes it in one go and drops what the socket does not take, so the socket
 * is emptied at once, on a thread that does nothing else; only when this is full is it left alone,
 * which slows the broker.
 */
final class Reservoir {

  private static final long ROOM =
      Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 4);

  private final Channel channel;
  private final AtomicLong bytes = new AtomicLong();

  Reservoir(Channel channel) {
    this.channel = channel;
  }

  /** So many bytes more are kept in memory. */
  void add(long size) {
    if (bytes.addAndGet(size) > ROOM) {
      channel.config().setAutoRead(false);
    }
  }

  /** So many bytes are done with. */
  void remove(long size) {
    if (bytes.addAndGet(-size) < ROOM / 2 && !channel.config().isAutoRead()) {
      channel.config().setAutoRead(true);
    }
  }

  /** Counts what the socket brings; to stand on the socket's thread. */
  ChannelInboundHandlerAdapter inlet() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        add(((ByteBuf) message).capacity());
        context.fireChannelRead(message);
      }
    };
  }

  /** Counts what is decoded; to stand on the session's thread before the decoder. */
  ChannelInboundHandlerAdapter outlet() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        int size = ((ByteBuf) message).capacity();
        context.fireChannelRead(message);
        remove(size);
      }
    };
  }
}
