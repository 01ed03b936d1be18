package io.hearth.adapter.broker;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;

/**
 * Gives a new subscription what is retained, as fast as its client takes it: however much it is, no
 * more than a portion waits in memory, and nothing is dropped.
 */
final class Replay implements Runnable {

  private static final int PORTION = 500;
  private static final int PORTION_BYTES = 512 * 1024;
  private static final int PAUSE_MILLIS = 2;
  private static final int PAUSE_WHILE_AWAY_MILLIS = 500;

  private final ActiveMQServer server;
  private final RetainedMessages retained;
  private final Queue queue;
  private final Iterator<String> topics;

  Replay(ActiveMQServer server, RetainedMessages retained, Queue queue, List<String> topics) {
    this.server = server;
    this.retained = retained;
    this.queue = queue;
    this.topics = topics.iterator();
  }

  void begin() {
    if (topics.hasNext()) {
      server.getThreadPool().execute(this);
    }
  }

  @Override
  public void run() {
    if (!queue.equals(server.locateQueue(queue.getName()))) {
      return; // it unsubscribed, or its session is over
    }
    if (queue.getMessageCount() < PORTION && !server.getPagingManager().isGlobalFull()) {
      addPortion();
    }
    if (topics.hasNext()) {
      int pause = queue.getConsumerCount() == 0 ? PAUSE_WHILE_AWAY_MILLIS : PAUSE_MILLIS;
      var unused =
          server
              .getScheduledPool()
              .schedule(() -> server.getThreadPool().execute(this), pause, TimeUnit.MILLISECONDS);
    }
  }

  private void addPortion() {
    int bytes = 0;
    for (int i = 0; i < PORTION && bytes < PORTION_BYTES && topics.hasNext(); i++) {
      bytes += add(topics.next());
    }
  }

  /** Once more if a newer message came meanwhile, which the queue may hold before the older one. */
  private int add(String topic) {
    int bytes = 0;
    Optional<RetainedMessages.Kept> now = retained.get(topic);
    Optional<RetainedMessages.Kept> added = Optional.empty();
    while (now.isPresent() && !now.equals(added)) {
      add(now.get().message());
      bytes += now.get().size();
      added = now;
      now = retained.get(topic);
    }
    return bytes;
  }

  private void add(Message message) {
    if (message.isExpired()) {
      return;
    }
    message.setMessageID(server.getStorageManager().generateID());
    message.setDurable(false); // it is kept already
    message.putStringProperty(
        MQTTUtil.MQTT_MESSAGE_RETAIN_INITIAL_DISTRIBUTION_KEY.toString(), (String) null);
    message.setOwner(queue.getPagingStore());
    MessageReference reference = MessageReference.Factory.createReference(message, queue);
    queue.refUp(reference);
    queue.addTail(reference, false);
  }
}
