package io.hearth.sim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one MQTT client connected: whenever the connection is lost it makes a fresh one, with
 * pauses that grow. Used on the simulation's thread only, and calls its listener there.
 */
final class MqttConnection {

  private static final Logger LOGGER = LoggerFactory.getLogger(MqttConnection.class);
  private static final Duration ATTEMPT = Duration.ofSeconds(10);
  private static final Duration LEAVE = Duration.ofSeconds(2);

  /** What happens on a connection. */
  interface Listener {
    /** It is there, fresh: nothing is subscribed yet. */
    void opened();

    void arrived(String topic, MqttMessage message);
  }

  private final SimulationLoop loop;
  private final MqttClients clients;
  private final String clientId;
  private final Optional<MqttClients.Will> will;
  private final Listener listener;
  private final Backoff backoff;
  private @Nullable MqttSession session;
  private boolean open;
  private boolean wanted;

  MqttConnection(
      SimulationLoop loop,
      MqttClients clients,
      String clientId,
      Optional<MqttClients.Will> will,
      Listener listener) {
    this.loop = loop;
    this.clients = clients;
    this.clientId = clientId;
    this.will = will;
    this.listener = listener;
    this.backoff = new Backoff(clientId.hashCode());
  }

  boolean isOpen() {
    return open;
  }

  void open() {
    wanted = true;
    connect();
  }

  /** Drops the connection without a word, so that the broker tells the will. */
  void cut() {
    wanted = false;
    drop();
  }

  /** Ends the connection as it should; completes when that is done or has taken too long. */
  CompletableFuture<Void> close() {
    wanted = false;
    MqttSession ending = session;
    session = null;
    boolean wasOpen = open;
    open = false;
    if (ending == null) {
      return CompletableFuture.completedFuture(null);
    }
    if (!wasOpen) {
      ending.drop();
      return CompletableFuture.completedFuture(null);
    }
    return ending
        .end()
        .completeOnTimeout(null, LEAVE.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((done, failure) -> ending.drop());
  }

  void subscribe(List<String> topics, Runnable subscribed) {
    MqttSession current = session;
    if (current == null) {
      return;
    }
    int[] qos = topics.stream().mapToInt(topic -> 1).toArray();
    MqttActionListener then =
        current.listener(subscribed, failure -> lost(current, "cannot subscribe: " + failure));
    try {
      current.client().subscribe(topics.toArray(new String[0]), qos, null, then);
    } catch (MqttException e) {
      lost(current, "cannot subscribe: " + e.getMessage());
    }
  }

  void publish(String topic, MqttMessage message) {
    publish(topic, message, () -> {});
  }

  /**
   * Sends it if the connection is there; what cannot be sent is worth nothing later.
   *
   * @param taken is run when the broker has taken it
   */
  void publish(String topic, MqttMessage message, Runnable taken) {
    MqttSession current = session;
    if (current == null || !open) {
      return;
    }
    try {
      current.client().publish(topic, message, null, current.listener(taken, failure -> {}));
    } catch (MqttException e) {
      LOGGER
          .atDebug()
          .addKeyValue("topic", topic)
          .addKeyValue("reason", e.getMessage())
          .log("message could not be sent");
    }
  }

  private void connect() {
    if (!wanted || session != null) {
      return;
    }
    try {
      MqttSession fresh =
          new MqttSession(loop, clients.create(clientId), this::lost, this::arrived);
      session = fresh;
      fresh.begin(clients.options(will), () -> opened(fresh));
      loop.later(ATTEMPT, () -> giveUp(fresh));
    } catch (MqttException e) {
      LOGGER.atWarn().addKeyValue("clientId", clientId).setCause(e).log("client cannot be made");
      session = null;
      tryLater();
    }
  }

  private void opened(MqttSession fresh) {
    if (fresh.equals(session)) {
      open = true;
      backoff.reset();
      listener.opened();
    } else {
      fresh.drop(); // It came after it was given up.
    }
  }

  private void giveUp(MqttSession attempt) {
    if (!open) {
      lost(attempt, "the broker does not answer");
    }
  }

  private void arrived(MqttSession from, String topic, MqttMessage message) {
    if (from.equals(session)) {
      listener.arrived(topic, message);
    }
  }

  private void lost(MqttSession from, String reason) {
    if (!from.equals(session)) {
      return;
    }
    LOGGER
        .atDebug()
        .addKeyValue("clientId", clientId)
        .addKeyValue("reason", reason)
        .log("connection lost");
    drop();
    tryLater();
  }

  private void drop() {
    MqttSession dropped = session;
    session = null;
    open = false;
    if (dropped != null) {
      dropped.drop();
    }
  }

  private void tryLater() {
    if (wanted) {
      loop.later(backoff.next(), this::connect);
    }
  }
}
