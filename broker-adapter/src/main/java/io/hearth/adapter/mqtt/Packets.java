package io.hearth.adapter.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribePayload;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The packets that Hearth sends, as MQTT 5 has them. */
final class Packets {

  static final byte[] ONLINE = "online".getBytes(StandardCharsets.US_ASCII);
  static final byte[] OFFLINE = "offline".getBytes(StandardCharsets.US_ASCII);

  private static final int HEADERS = 64 * 1024;

  /** Seconds in which Hearth may come back before the broker calls it offline. */
  private static final int WILL_DELAY = 5;

  private Packets() {}

  /**
   * Asks to be let in. The will waits a little and is dropped when Hearth is back by then, so that
   * the end of an old connection never overwrites what the new one says.
   *
   * @param presence where it says online, and the broker says offline when it is gone
   * @throws IOException when the password's file cannot be used
   */
  static MqttMessage connect(MqttConfig config, Optional<String> presence) throws IOException {
    MqttProperties properties = new MqttProperties();
    properties.add(number(MqttProperties.SESSION_EXPIRY_INTERVAL, seconds(config.sessionExpiry())));
    properties.add(number(MqttProperties.RECEIVE_MAXIMUM, config.receiveMaximum()));
    properties.add(number(MqttProperties.TOPIC_ALIAS_MAXIMUM, TopicNames.MAX_ALIASES));
    properties.add(number(MqttProperties.MAXIMUM_PACKET_SIZE, maxPacket(config)));
    MqttProperties willProperties = new MqttProperties();
    willProperties.add(number(MqttProperties.WILL_DELAY_INTERVAL, WILL_DELAY));
    MqttMessageBuilders.ConnectBuilder builder =
        MqttMessageBuilders.connect()
            .protocolVersion(MqttVersion.MQTT_5)
            .clientId(config.clientId())
            .cleanSession(config.sessionExpiry().isZero())
            .keepAlive((int) config.keepAlive().toSeconds())
            .properties(properties);
    presence.ifPresent(topic ->
        builder
            .willFlag(true)
            .willTopic(topic)
            .willMessage(OFFLINE)
            .willQoS(MqttQoS.AT_LEAST_ONCE)
            .willRetain(true)
            .willProperties(willProperties));
    config.login().user().ifPresent(user -> builder.hasUser(true).username(user));
    config
        .login()
        .secret(config.keys())
        .ifPresent(secret -> builder.hasPassword(true).password(secret));
    return builder.build();
  }

  /** Twice what is read, so that what is a little too large is counted rather than kept back. */
  static int maxPacket(MqttConfig config) {
    return (int)
        Math.min(
            256L * 1024 * 1024, Math.max(MqttLink.LARGEST, 2L * config.maxPayload()) + HEADERS);
  }

  static MqttMessage subscribe(int id, List<Subscription> subscriptions) {
    MqttMessageBuilders.SubscribeBuilder builder = MqttMessageBuilders.subscribe().messageId(id);
    for (Subscription wish : subscriptions) {
      builder.addSubscription(
          wish.filter(),
          new MqttSubscriptionOption(
              MqttQoS.valueOf(wish.qos()),
              !wish.local(),
              wish.asPublished(),
              wish.kept()
                  ? MqttSubscriptionOption.RetainedHandlingPolicy.SEND_AT_SUBSCRIBE
                  : MqttSubscriptionOption.RetainedHandlingPolicy.DONT_SEND_AT_SUBSCRIBE));
    }
    return builder.properties(MqttProperties.NO_PROPERTIES).build();
  }

  static MqttMessage unsubscribe(int id, List<String> filters) {
    return new MqttUnsubscribeMessage(
        new MqttFixedHeader(MqttMessageType.UNSUBSCRIBE, false, MqttQoS.AT_LEAST_ONCE, false, 0),
        new MqttMessageIdAndPropertiesVariableHeader(id, MqttProperties.NO_PROPERTIES),
        new MqttUnsubscribePayload(filters));
  }

  /**
   * A message to publish.
   *
   * @param id 0 for QoS 0
   * @param topic empty when the alias stands for it
   */
  static MqttPublishMessage publish(Outbound message, int id, String topic, OptionalInt alias) {
    MqttProperties properties = new MqttProperties();
    alias.ifPresent(number -> properties.add(number(MqttProperties.TOPIC_ALIAS, number)));
    message
        .expiry()
        .ifPresent(expiry ->
            properties.add(
                number(MqttProperties.PUBLICATION_EXPIRY_INTERVAL, Math.max(1, seconds(expiry)))));
    message
        .replyTo()
        .ifPresent(
            reply -> properties.add(new StringProperty(MqttProperties.RESPONSE_TOPIC, reply)));
    message
        .correlation()
        .ifPresent(text ->
            properties.add(
                new BinaryProperty(
                    MqttProperties.CORRELATION_DATA, text.getBytes(StandardCharsets.UTF_8))));
    message.more().listAll().forEach(properties::add);
    ByteBuf payload = Unpooled.wrappedBuffer(message.payload());
    return new MqttPublishMessage(
        new MqttFixedHeader(
            MqttMessageType.PUBLISH,
            false,
            id == 0 ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE,
            message.retain(),
            0),
        new MqttPublishVariableHeader(topic, id, properties),
        payload);
  }

  static MqttMessage disconnect() {
    return new MqttMessage(
        new MqttFixedHeader(MqttMessageType.DISCONNECT, false, MqttQoS.AT_MOST_ONCE, false, 0),
        new MqttReasonCodeAndPropertiesVariableHeader((byte) 0, MqttProperties.NO_PROPERTIES));
  }

  /** Sends soon; a failure reaches the handler's {@code exceptionCaught}. */
  static void send(ChannelHandlerContext context, Object packet) {
    var unused = context.writeAndFlush(packet, context.voidPromise());
  }

  static int number(MqttProperties properties, int id, int otherwise) {
    return properties.getProperty(id) instanceof IntegerProperty property
        ? property.value()
        : otherwise;
  }

  static Optional<String> text(MqttProperties properties, int id) {
    return properties.getProperty(id) instanceof StringProperty property
        ? Optional.of(property.value())
        : Optional.empty();
  }

  static Optional<String> correlation(MqttProperties properties) {
    return properties.getProperty(MqttProperties.CORRELATION_DATA)
            instanceof BinaryProperty property
        ? Optional.of(new String(property.value(), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static IntegerProperty number(int id, int value) {
    return new IntegerProperty(id, value);
  }

  private static int seconds(Duration duration) {
    return (int) Math.min(Integer.MAX_VALUE, (duration.toMillis() + 999) / 1000);
  }
}
