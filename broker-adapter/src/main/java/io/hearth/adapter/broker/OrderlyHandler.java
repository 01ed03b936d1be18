package io.hearth.adapter.broker;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;

/**
 * Artemis' MQTT, except that after a client's farewell its connection is not read until the
 * farewell is dealt with, which ends the connection: Artemis would see the end on another thread at
 * the same time and take away what the farewell is about to close.
 */
class OrderlyHandler extends MQTTProtocolHandler {

  private static final long PATIENCE_SECONDS = 2;

  OrderlyHandler(ActiveMQServer server, MQTTProtocolManager mqtt) {
    super(server, mqtt);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object packet) {
    if (packet instanceof MqttMessage message
        && message.decoderResult().isSuccess()
        && message.fixedHeader().messageType() == MqttMessageType.DISCONNECT) {
      ctx.channel().config().setAutoRead(false);
      var unused =
          ctx.executor()
              .schedule(
                  () -> ctx.channel().config().setAutoRead(true),
                  PATIENCE_SECONDS,
                  TimeUnit.SECONDS);
    }
    super.channelRead(ctx, packet);
  }
}
