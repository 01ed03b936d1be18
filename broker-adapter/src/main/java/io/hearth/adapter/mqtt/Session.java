package io.hearth.adapter.mqtt;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/** Our side of the conversation with the broker; used by the session's thread only. */
final class Session extends SimpleChannelInboundHandler<MqttMessage> {

  private static final Duration HELLO_PATIENCE = Duration.ofSeconds(5);
  private static final int UNLIMITED = 65_535;
  private static final ChannelOption<Boolean> QUICK_ACK =
      NioChannelOption.of(ExtendedSocketOptions.TCP_QUICKACK);

  private final MqttConfig config;
  private final Optional<String> presence;
  private final MqttMessage hello;
  private final MqttConnection connection;
  private final MqttConnection.Listener listener;
  private final Reservoir reservoir;
  private final Consumer<String> end;
  private final TopicNames names = new TopicNames();
  private final Map<Integer, List<Subscription>> asked = new HashMap<>();
  private @Nullable Inflow inflow;
  private @Nullable Outflow outflow;
  private boolean justAnswered;

  /**
   * @param hello the first packet
   * @param reservoir counts what arrived
   * @param end ends the connection for a reason; may be called more than once
   */
  Session(
      MqttConfig config,
      Optional<String> presence,
      MqttMessage hello,
      MqttConnection connection,
      MqttConnection.Listener listener,
      Reservoir reservoir,
      Consumer<String> end) {
    this.config = config;
    this.presence = presence;
    this.hello = hello;
    this.connection = connection;
    this.listener = listener;
    this.reservoir = reservoir;
    this.end = end;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    inflow = new Inflow(context, reservoir);
    Packets.send(context, hello);
    var unused =
        context
            .executor()
            .schedule(this::stillNobody, HELLO_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void stillNobody() {
    if (outflow == null) {
      end.accept("the broker does not answer");
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, MqttMessage packet) {
    if (packet.decoderResult().isFailure()) {
      end.accept("the broker sent what is no MQTT: " + packet.decoderResult().cause());
      return;
    }
    switch (packet.fixedHeader().messageType()) {
      case CONNACK -> accepted(context, (MqttConnAckMessage) packet);
      case PUBLISH -> arrived((MqttPublishMessage) packet);
      case PUBACK -> answered((MqttMessageIdVariableHeader) packet.variableHeader());
      case SUBACK -> granted((MqttSubAckMessage) packet);
      case DISCONNECT -> dismissed(packet);
      case UNSUBACK, PINGRESP -> {} // nothing waits for it
      default -> end.accept("the broker sent an unexpected " + packet.fixedHeader().messageType());
    }
  }

  private void accepted(ChannelHandlerContext context, MqttConnAckMessage answer) {
    int code = Byte.toUnsignedInt(answer.variableHeader().connectReturnCode().byteValue());
    if (code != 0) {
      end.accept(config.reasons().of(code, "the broker refuses the connection"));
      return;
    }
    MqttProperties said = answer.variableHeader().properties();
    names.allow(Packets.number(said, MqttProperties.TOPIC_ALIAS_MAXIMUM, 0));
    Outflow out =
        new Outflow(
            context,
            names,
            config.reasons(),
            Packets.number(said, MqttProperties.RECEIVE_MAXIMUM, UNLIMITED),
            Integer.toUnsignedLong(Packets.number(said, MqttProperties.MAXIMUM_PACKET_SIZE, -1)));
    outflow = out;
    long keepAlive =
        1000L
            * Packets.number(
                said, MqttProperties.SERVER_KEEP_ALIVE, (int) config.keepAlive().toSeconds());
    if (keepAlive > 0) {
      context
          .pipeline()
          .addFirst(
              "idle", new IdleStateHandler(keepAlive * 3 / 4, keepAlive, 0, TimeUnit.MILLISECONDS));
    }
    presence.ifPresent(topic -> out.publish(Outbound.of(topic, Packets.ONLINE, true)));
    listener.accepted(connection, answer.variableHeader().isSessionPresent());
  }

  private void arrived(MqttPublishMessage packet) {
    Inflow in = inflow;
    if (in == null || packet.fixedHeader().qosLevel() == MqttQoS.EXACTLY_ONCE) {
      end.accept("the broker sent a message with a QoS that was not asked for");
      return;
    }
    MqttProperties said = packet.variableHeader().properties();
    String topic;
    try {
      topic =
          names.read(
              packet.variableHeader().topicName(),
              Packets.number(said, MqttProperties.TOPIC_ALIAS, 0));
    } catch (IllegalArgumentException fault) {
      end.accept("the broker broke the protocol: " + fault.getMessage());
      return;
    }
    MqttFixedHeader header = packet.fixedHeader();
    byte[] payload = ByteBufUtil.getBytes(packet.payload());
    int id = header.qosLevel() == MqttQoS.AT_MOST_ONCE ? 0 : packet.variableHeader().packetId();
    listener.arrived(
        connection,
        new Publication(topic, payload, header.isRetain(), said),
        in.arrived(id, payload.length + topic.length()));
  }

  private void answered(MqttMessageIdVariableHeader answer) {
    Outflow out = outflow;
    justAnswered = true;
    if (out != null) {
      out.answered(
          answer.messageId(),
          answer instanceof MqttPubReplyMessageVariableHeader reply
              ? Byte.toUnsignedInt(reply.reasonCode())
              : 0);
    }
  }

  private void granted(MqttSubAckMessage answer) {
    List<Subscription> wishes = asked.remove(answer.variableHeader().messageId());
    if (wishes != null) {
      List<Integer> codes = answer.payload().reasonCodes();
      listener.subscribed(
          connection,
          IntStream.range(0, Math.min(codes.size(), wishes.size()))
              .filter(i -> MqttReasons.isRefusal(codes.get(i)))
              .mapToObj(i -> wishes.get(i).filter())
              .toList());
    }
  }

  private void dismissed(MqttMessage packet) {
    if (packet.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader said) {
      end.accept(
          config
              .reasons()
              .of(
                  Byte.toUnsignedInt(said.reasonCode()),
                  Packets.text(said.properties(), MqttProperties.REASON_STRING)
                      .orElse("the broker ended the connection")));
    } else {
      end.accept("the broker ended the connection");
    }
  }

  void subscribe(ChannelHandlerContext context, List<Subscription> subscriptions) {
    Outflow out = outflow;
    if (out != null) {
      int id = out.nextId();
      asked.put(id, List.copyOf(subscriptions));
      Packets.send(context, Packets.subscribe(id, subscriptions));
    }
  }

  void unsubscribe(ChannelHandlerContext context, List<String> filters) {
    Outflow out = outflow;
    if (out != null) {
      Packets.send(context, Packets.unsubscribe(out.nextId(), filters));
    }
  }

  void publish(Outbound message) {
    Outflow out = outflow;
    if (out == null) {
      message.undelivered().accept("no connection to the broker");
    } else {
      out.publish(message);
    }
  }

  /** Says goodbye, so that the broker does not publish the will. */
  void leave(ChannelHandlerContext context) {
    Outflow out = outflow;
    if (out != null) {
      presence.ifPresent(topic -> out.publish(Outbound.of(topic, Packets.OFFLINE, true)));
      Packets.send(context, Packets.disconnect());
    }
  }

  /**
   * Acknowledges at once what the broker answered: it may be holding back what comes next until
   * that acknowledgement (Nagle's algorithm), which a kernel delays by 40 ms.
   */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (justAnswered) {
      justAnswered = false;
      context.channel().config().setOption(QUICK_ACK, true); // false where there is no such option
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (!(event instanceof IdleStateEvent idle)) {
      return;
    }
    boolean reading = context.channel().config().isAutoRead();
    switch (idle.state()) {
      case READER_IDLE -> {
        if (idle.isFirst() || !reading) {
          Packets.send(context, MqttMessage.PINGREQ);
        } else {
          end.accept("the broker is silent");
        }
      }
      case WRITER_IDLE -> Packets.send(context, MqttMessage.PINGREQ);
      default -> {}
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    Outflow out = outflow;
    if (out == null) {
      end.accept("the broker closed the connection before it let us in");
    } else {
      out.end("the connection to the broker was lost");
      end.accept("the broker closed the connection");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    end.accept(config.reasons().of(failure));
  }
}
