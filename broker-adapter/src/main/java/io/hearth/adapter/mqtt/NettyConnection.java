package io.hearth.adapter.mqtt;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection over Netty: its packets are written and read by Netty's codec, their order, windows
 * and acknowledgements are {@link Session}'s.
 */
final class NettyConnection implements MqttConnection {

  private static final Logger LOGGER = LoggerFactory.getLogger(NettyConnection.class);
  private static final int CONNECT_MILLIS = 5_000;
  private static final long CLOSE_MILLIS = 500;

  /** The two threads hand the last steps of a channel's end to each other; then they end. */
  private static final long QUIET_MILLIS = 200;

  private static final long END_MILLIS = 2_000;
  private static final int FLUSH_AFTER = 256;

  private final MqttConfig config;
  private final Optional<String> presence;
  private final Listener listener;
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1,
          Thread.ofPlatform().daemon().name("hearth-mqtt-io").factory(),
          NioIoHandler.newFactory());
  private final EventExecutorGroup sessions =
      new DefaultEventExecutorGroup(
          1, Thread.ofPlatform().daemon().name("hearth-mqtt-session").factory());
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable ChannelHandlerContext context;

  /**
   * Prepares a connection; nothing is sent yet.
   *
   * @param presence topic on which it says that it is there, and the broker when it is not
   */
  NettyConnection(MqttConfig config, Optional<String> presence, Listener listener) {
    this.config = config;
    this.presence = presence;
    this.listener = listener;
  }

  @Override
  public void open() {
    try {
      Optional<SslContext> tls =
          config.isTls() ? Optional.of(config.tls().context(config.keys())) : Optional.empty();
      MqttMessage hello = Packets.connect(config, presence);
      var unused =
          new Bootstrap()
              .group(group)
              .channel(NioSocketChannel.class)
              .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
              .option(ChannelOption.TCP_NODELAY, true)
              .handler(pipeline(tls, hello))
              .connect(config.uri().getHost(), config.port())
              .addListener(connecting -> {
                if (!connecting.isSuccess()) {
                  end(config.reasons().of(connecting.cause()));
                }
              });
    } catch (IOException unusable) {
      end(String.valueOf(unusable.getMessage()));
    } catch (RejectedExecutionException closed) {
      end("it was closed");
    }
  }

  private ChannelInitializer<SocketChannel> pipeline(Optional<SslContext> tls, MqttMessage hello) {
    return new ChannelInitializer<>() {
      @Override
      @SuppressWarnings("deprecation") // a thread for decoding is what is wanted here
      protected void initChannel(SocketChannel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        tls.ifPresent(ssl ->
            pipeline.addLast(
                ssl.newHandler(channel.alloc(), config.uri().getHost(), config.port())));
        Reservoir reservoir = new Reservoir(channel);
        Session session =
            new Session(
                config,
                presence,
                hello,
                NettyConnection.this,
                listener,
                reservoir,
                NettyConnection.this::end);
        pipeline.addLast(new FlushConsolidationHandler(FLUSH_AFTER, true), reservoir.inlet());
        pipeline.addLast(
            sessions,
            reservoir.outlet(),
            new MqttDecoder(Packets.maxPacket(config)),
            MqttEncoder.INSTANCE,
            session);
        context = pipeline.context(session);
      }
    };
  }

  @Override
  public void subscribe(List<Subscription> subscriptions) {
    onLoop((session, at) -> session.subscribe(at, subscriptions));
  }

  @Override
  public void unsubscribe(List<String> filters) {
    onLoop((session, at) -> session.unsubscribe(at, filters));
  }

  @Override
  public void publish(Outbound message) {
    Topics.fault(message.topic())
        .ifPresentOrElse(
            message.undelivered(),
            () -> {
              if (!onLoop((session, at) -> session.publish(message))) {
                message.undelivered().accept("no connection to the broker");
              }
            });
  }

  @Override
  public boolean isOpen() {
    ChannelHandlerContext at = context;
    return at != null && at.channel().isActive() && !over.get();
  }

  @Override
  public void close() {
    over.set(true);
    onLoop((session, at) -> {
      session.leave(at);
      var unused = at.close();
    });
    ChannelHandlerContext at = context;
    if (at != null && !at.channel().closeFuture().awaitUninterruptibly(CLOSE_MILLIS)) {
      LOGGER.atDebug().log("connection closed without a goodbye");
    }
    // The session's thread is told by the socket's, so it ends after it.
    group.terminationFuture().addListener(ended -> shutDown(sessions));
    shutDown(group);
  }

  private static void shutDown(EventExecutorGroup threads) {
    var unused = threads.shutdownGracefully(QUIET_MILLIS, END_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void end(String reason) {
    ChannelHandlerContext at = context;
    if (at != null) {
      var unused = at.close();
    }
    if (over.compareAndSet(false, true)) {
      listener.lost(this, reason);
    }
  }

  /** Runs a step on the connection's thread; false when there is none any more. */
  private boolean onLoop(BiConsumer<Session, ChannelHandlerContext> step) {
    ChannelHandlerContext at = context;
    if (at == null || at.isRemoved()) {
      return false;
    }
    try {
      at.executor().execute(() -> step.accept((Session) at.handler(), at));
      return true;
    } catch (RejectedExecutionException closed) {
      return false;
    }
  }
}
