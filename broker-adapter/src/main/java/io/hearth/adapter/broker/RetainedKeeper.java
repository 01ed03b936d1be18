package io.hearth.adapter.broker;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.server.ActivateCallback;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retains what clients and last wills publish so, in place of Artemis, once it is known that they
 * may, and before anybody is given it: who subscribes meanwhile gets it one way or the other.
 */
final class RetainedKeeper
    implements ActiveMQServerMessagePlugin,
        ActiveMQServerConsumerPlugin,
        ActiveMQServerQueuePlugin,
        ActivateCallback {

  private static final Logger LOGGER = LoggerFactory.getLogger(RetainedKeeper.class);
  private static final int MEGABYTE = 1024 * 1024;

  private final ActiveMQServer server;
  private final RetainedMessages retained;
  private final Refusals refusals;
  private final Optional<Path> folder;
  private final BrokerLimits limits;

  /**
   * @param folder of the journal; empty to keep nothing on disk
   */
  RetainedKeeper(
      ActiveMQServer server,
      RetainedMessages retained,
      Refusals refusals,
      Optional<Path> folder,
      BrokerLimits limits) {
    this.server = server;
    this.retained = retained;
    this.refusals = refusals;
    this.folder = folder;
    this.limits = limits;
  }

  /** Before anybody can connect. */
  @Override
  public void activated() {
    try {
      if (folder.isPresent()) {
        retained.open(
            new RetainedJournal(
                folder.get(),
                limits.payload() + ArtemisSettings.HEADERS,
                ArtemisSettings.HAND_OVER_NANOS));
      }
      adoptOldQueues();
    } catch (Exception failure) { // Artemis declares no less
      throw new IllegalStateException("what was retained cannot be read", failure);
    }
  }

  @Override
  public void deActivate() {
    try {
      retained.close();
    } catch (Exception failure) { // Artemis declares no less
      LOGGER.atWarn().setCause(failure).log("the journal of retained messages did not close");
    }
  }

  @Override
  public void beforeSend(
      ServerSession session,
      Transaction tx,
      Message message,
      boolean direct,
      boolean noAutoCreateQueue) {
    if (RetainingHandler.isRetaining()) {
      message.putBooleanProperty(MQTTUtil.MQTT_MESSAGE_RETAIN_KEY, true);
    }
  }

  @Override
  public void beforeMessageRoute(
      Message message, RoutingContext context, boolean direct, boolean rejectDuplicates) {
    if (!message.getBooleanProperty(MQTTUtil.MQTT_MESSAGE_RETAIN_KEY)) {
      return;
    }
    String topic = message.getAddress();
    if (PackedMessage.isEmpty(message)) {
      retained.remove(topic);
    } else if (!retained.put(topic, message)) {
      refusals.add(
          BrokerProblem.full(
              topic,
              "not retained, because retained messages take all of the "
                  + retained.limit() / MEGABYTE
                  + " MB they may; give Hearth a larger heap (HEARTH_JAVA_OPTS=-Xmx512m) or use a"
                  + " broker of its own (HEARTH_MQTT_URL)"));
    }
  }

  @Override
  public void afterCreateConsumer(ServerConsumer consumer) {
    RetainingHandler.noteConsumer(consumer);
  }

  /** Artemis still makes a queue for what a last will retains. */
  @Override
  public void afterCreateQueue(Queue queue) {
    if (isOfArtemis(queue.getName())) {
      var unused =
          server.getScheduledPool().schedule(() -> remove(queue.getName()), 1, TimeUnit.SECONDS);
    }
  }

  /** Takes what an earlier version of Hearth left to Artemis. */
  private void adoptOldQueues() {
    server
        .getPostOffice()
        .getAllBindings()
        .map(Binding::getUniqueName)
        .filter(RetainedKeeper::isOfArtemis)
        .toList()
        .forEach(name -> {
          Queue queue = server.locateQueue(name);
          if (queue != null) {
            adopt(queue, name.toString().substring(MQTTUtil.MQTT_RETAIN_ADDRESS_PREFIX.length()));
            remove(name);
          }
        });
  }

  private void adopt(Queue queue, String topic) {
    try (LinkedListIterator<MessageReference> messages = queue.iterator()) {
      while (messages.hasNext()) {
        Message message = messages.next().getMessage();
        message.setAddress(topic);
        retained.putIfAbsent(topic, message);
      }
    }
  }

  private void remove(SimpleString queue) {
    try {
      server.destroyQueue(queue, null, false);
    } catch (Exception failure) { // Artemis declares no less
      LOGGER.atDebug().setCause(failure).log("a queue of what is retained is gone already");
    }
  }

  private static boolean isOfArtemis(SimpleString queue) {
    return queue.toString().startsWith(MQTTUtil.MQTT_RETAIN_ADDRESS_PREFIX);
  }
}
