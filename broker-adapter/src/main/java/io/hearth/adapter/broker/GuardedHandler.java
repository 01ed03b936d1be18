package io.hearth.adapter.broker;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodes;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;

/**
 * Looks at each packet before Artemis does: what is too large or has an illegal topic is answered
 * and dropped, and the connection goes on, because a client that loses it would only send the same
 * again.
 */
final class GuardedHandler extends RetainingHandler {

  private static final int MQTT_5 = 5;

  private final BrokerLimits limits;
  private final Refusals refusals;
  private boolean five;
  private String clientId = "";

  GuardedHandler(
      ActiveMQServer server,
      MQTTProtocolManager mqtt,
      RetainedMessages retained,
      BrokerLimits limits,
      Refusals refusals) {
    super(server, mqtt, retained);
    this.limits = limits;
    this.refusals = refusals;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object packet) {
    if (packet instanceof MqttMessage message
        && message.decoderResult().isSuccess()
        && isRefused(ctx, message)) {
      ReferenceCountUtil.release(packet);
    } else {
      super.channelRead(ctx, packet);
    }
  }

  private boolean isRefused(ChannelHandlerContext ctx, MqttMessage message) {
    return switch (message) {
      case MqttConnectMessage connect -> isRefused(ctx, connect);
      case MqttPublishMessage publish -> isRefused(ctx, publish);
      case MqttSubscribeMessage subscribe -> isRefused(ctx, subscribe);
      default -> false;
    };
  }

  private boolean isRefused(ChannelHandlerContext ctx, MqttConnectMessage connect) {
    five = connect.variableHeader().version() >= MQTT_5;
    clientId = String.valueOf(connect.payload().clientIdentifier());
    if (five) {
      shorten(connect.variableHeader().properties(), MqttProperties.SESSION_EXPIRY_INTERVAL);
    }
    if (!connect.variableHeader().isWillFlag()) {
      return false;
    }
    if (five) {
      shorten(connect.payload().willProperties(), MqttProperties.WILL_DELAY_INTERVAL);
    }
    String topic = connect.payload().willTopic();
    Optional<String> problem =
        Topics.problemOfTopic(topic, limits)
            .or(() -> problemOfSize(connect.payload().willMessageInBytes().length));
    problem.ifPresent(reason -> {
      refuse(ctx, BrokerProblem.Kind.ILLEGAL, topic, "its last will: " + reason);
      MqttConnAckMessage answer =
          MqttMessageBuilders.connAck()
              .returnCode(
                  five
                      ? MqttConnectReturnCode.CONNECTION_REFUSED_TOPIC_NAME_INVALID
                      : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED)
              .build();
      var unused = ctx.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    });
    return problem.isPresent();
  }

  /** A session or will that is to wait for years would be kept for years. */
  private void shorten(MqttProperties properties, int what) {
    long most = limits.willDelay().toSeconds();
    if (properties.getProperty(what) instanceof MqttProperties.IntegerProperty wanted
        && Integer.toUnsignedLong(wanted.value()) > most) {
      properties.add(new MqttProperties.IntegerProperty(what, (int) most));
    }
  }

  private boolean isRefused(ChannelHandlerContext ctx, MqttPublishMessage publish) {
    String topic = String.valueOf(publish.variableHeader().topicName());
    boolean alias = five && topic.isEmpty();
    Optional<String> size = problemOfSize(publish.payload().readableBytes());
    Optional<String> problem =
        size.or(() -> alias ? Optional.empty() : Topics.problemOfTopic(topic, limits));
    problem.ifPresent(reason -> {
      refuse(
          ctx,
          size.isPresent() ? BrokerProblem.Kind.SIZE : BrokerProblem.Kind.ILLEGAL,
          topic,
          reason);
      acknowledge(
          ctx,
          publish,
          size.isPresent()
              ? MqttReasonCodes.PubAck.QUOTA_EXCEEDED
              : MqttReasonCodes.PubAck.TOPIC_NAME_INVALID);
    });
    return problem.isPresent();
  }

  private void acknowledge(
      ChannelHandlerContext ctx, MqttPublishMessage publish, MqttReasonCodes.PubAck reason) {
    MqttQoS qos = publish.fixedHeader().qosLevel();
    if (qos == MqttQoS.AT_MOST_ONCE) {
      return;
    }
    MqttMessageType type =
        qos == MqttQoS.AT_LEAST_ONCE ? MqttMessageType.PUBACK : MqttMessageType.PUBREC;
    var unused =
        ctx.writeAndFlush(
            new MqttMessage(
                new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0),
                new MqttPubReplyMessageVariableHeader(
                    publish.variableHeader().packetId(),
                    five ? reason.byteValue() : 0,
                    MqttProperties.NO_PROPERTIES)),
            ctx.voidPromise());
  }

  private boolean isRefused(ChannelHandlerContext ctx, MqttSubscribeMessage subscribe) {
    for (MqttTopicSubscription wanted : subscribe.payload().topicSubscriptions()) {
      Optional<String> problem = Topics.problemOfFilter(wanted.topicFilter(), limits);
      if (problem.isPresent()) {
        refuse(ctx, BrokerProblem.Kind.ILLEGAL, wanted.topicFilter(), problem.get());
        MqttMessageBuilders.SubAckBuilder answer =
            MqttMessageBuilders.subAck().packetId(subscribe.variableHeader().messageId());
        subscribe
            .payload()
            .topicSubscriptions()
            .forEach(each -> answer.addGrantedQos(MqttQoS.FAILURE));
        var unused = ctx.writeAndFlush(answer.build(), ctx.voidPromise());
        return true;
      }
    }
    return false;
  }

  private Optional<String> problemOfSize(int bytes) {
    return bytes > limits.payload()
        ? Optional.of("a payload of " + bytes + " bytes; " + limits.payload() + " are the most")
        : Optional.empty();
  }

  private void refuse(
      ChannelHandlerContext ctx, BrokerProblem.Kind kind, String topic, String reason) {
    String shown = topic.length() > 200 ? topic.substring(0, 200) + "…" : topic;
    refusals.add(
        new BrokerProblem(
            kind, "", clientId, String.valueOf(ctx.channel().remoteAddress()), shown, reason));
  }
}
