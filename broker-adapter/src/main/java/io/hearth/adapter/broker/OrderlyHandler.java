package io.hearth.adapter.broker;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.jspecify.annotations.Nullable;

/**
 * Artemis' MQTT, except that a client's farewell is dealt with before the end of its connection.
 * Artemis does both at the same time on two threads; the end then takes away what the farewell is
 * about to close (AMQ834001 in its log), and the session stays for ever.
 */
class OrderlyHandler extends MQTTProtocolHandler {

  private static final long PATIENCE_SECONDS = 2;

  private volatile @Nullable CompletableFuture<Void> farewell;

  OrderlyHandler(ActiveMQServer server, MQTTProtocolManager mqtt) {
    super(server, mqtt);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object packet) {
    if (packet instanceof MqttMessage message && isFarewell(message)) {
      farewell = new CompletableFuture<>();
    }
    super.channelRead(ctx, packet);
  }

  @Override
  public void act(MqttMessage packet) {
    CompletableFuture<Void> said = isFarewell(packet) ? farewell : null;
    super.act(packet);
    if (said != null) {
      said.complete(null);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    CompletableFuture<Void> said = farewell;
    if (said == null) {
      ctx.fireChannelInactive();
      return;
    }
    var unused =
        said.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
            .thenRunAsync(ctx::fireChannelInactive, ctx.executor());
  }

  /** A client that does not wait for what is still on its way to it resets its connection. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (farewell == null) {
      ctx.fireExceptionCaught(cause);
    } else {
      var unused = ctx.close();
    }
  }

  private static boolean isFarewell(MqttMessage packet) {
    return packet.decoderResult().isSuccess()
        && packet.fixedHeader().messageType() == MqttMessageType.DISCONNECT;
  }
}
