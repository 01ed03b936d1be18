package io.hearth.adapter.broker;

import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption.RetainedHandlingPolicy;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Artemis' MQTT, except that what is retained is {@link RetainedMessages}: a publication to retain
 * is handed on as an ordinary one, and who subscribes is given what is retained by {@link Replay}.
 */
class RetainingHandler extends MQTTProtocolHandler {

  private static final int REFUSED = 0x80;
  private static final ThreadLocal<@Nullable RetainingHandler> ACTING = new ThreadLocal<>();

  private final ActiveMQServer server;
  private final RetainedMessages retained;
  private final Map<String, Queue> queues = new HashMap<>();
  private List<Integer> granted = List.of();
  private boolean retaining;

  RetainingHandler(ActiveMQServer server, MQTTProtocolManager mqtt, RetainedMessages retained) {
    super(server, mqtt);
    this.server = server;
    this.retained = retained;
  }

  /** Whether this thread is at a publication to retain. */
  static boolean isRetaining() {
    RetainingHandler acting = ACTING.get();
    return acting != null && acting.retaining;
  }

  /** A subscription of the client that this thread acts for has its queue. */
  static void noteConsumer(ServerConsumer consumer) {
    RetainingHandler acting = ACTING.get();
    if (acting != null) {
      acting.queues.put(consumer.getQueue().getAddress().toString(), consumer.getQueue());
    }
  }

  /** Called for one packet after the other of the same client. */
  @Override
  public void act(MqttMessage packet) {
    ACTING.set(this);
    try {
      switch (packet) {
        case MqttPublishMessage publish when publish.fixedHeader().isRetain() -> retain(publish);
        case MqttSubscribeMessage subscribe -> subscribe(subscribe);
        case MqttUnsubscribeMessage unsubscribe -> {
          queues.keySet().removeAll(unsubscribe.payload().topics());
          super.act(packet);
        }
        default -> super.act(packet);
      }
    } finally {
      ACTING.remove();
    }
  }

  private void retain(MqttPublishMessage publish) {
    MqttFixedHeader header = publish.fixedHeader();
    retaining = true;
    try {
      super.act(
          new MqttPublishMessage(
              new MqttFixedHeader(
                  header.messageType(),
                  header.isDup(),
                  header.qosLevel(),
                  false,
                  header.remainingLength()),
              publish.variableHeader(),
              publish.content()));
    } finally {
      retaining = false;
    }
  }

  private void subscribe(MqttSubscribeMessage packet) {
    List<MqttTopicSubscription> wanted = packet.payload().topicSubscriptions();
    Set<String> before = new HashSet<>(queues.keySet());
    granted = List.of();
    super.act(packet);
    for (int i = 0; i < granted.size() && i < wanted.size(); i++) {
      String filter = wanted.get(i).topicFilter();
      Queue queue = queues.get(filter);
      if (granted.get(i) < REFUSED
          && queue != null
          && wantsRetained(wanted.get(i).option().retainHandling(), before.contains(filter))) {
        new Replay(server, retained, queue, retained.matching(filter)).begin();
      }
    }
  }

  private static boolean wantsRetained(RetainedHandlingPolicy policy, boolean known) {
    return switch (policy) {
      case SEND_AT_SUBSCRIBE -> true;
      case SEND_AT_SUBSCRIBE_IF_NOT_YET_EXISTS -> !known;
      case DONT_SEND_AT_SUBSCRIBE -> false;
    };
  }

  @Override
  protected void sendToClient(MqttMessage packet) {
    if (packet instanceof MqttSubAckMessage answer) {
      granted = answer.payload().reasonCodes();
    }
    super.sendToClient(packet);
  }
}
