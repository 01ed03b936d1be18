package io.hearth.sim;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Makes the MQTT clients of a simulation: same broker, same threads, each its own connection. */
final class MqttClients {

  private static final int KEEP_ALIVE_SECONDS = 15;
  private static final int CONNECT_SECONDS = 5;

  private final String broker;
  private final Optional<Login> login;
  private final ScheduledExecutorService threads;

  MqttClients(URI broker, Optional<Login> login, ScheduledExecutorService threads) {
    this.broker = address(broker);
    this.login = login;
    this.threads = threads;
  }

  MqttAsyncClient create(String clientId) throws MqttException {
    return new MqttAsyncClient(broker, clientId, new MemoryPersistence(), null, threads);
  }

  /** For a fresh session that nothing of is kept when it ends. */
  MqttConnectionOptions options(Optional<Will> will) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setConnectionTimeout(CONNECT_SECONDS);
    login.ifPresent(l -> {
      options.setUserName(l.username());
      options.setPassword(l.password().getBytes(StandardCharsets.UTF_8));
    });
    will.ifPresent(w ->
        options.setWill(
            w.topic(),
            new MqttMessage(
                w.text().getBytes(StandardCharsets.UTF_8), 1, true, new MqttProperties())));
    return options;
  }

  private static String address(URI broker) {
    boolean secure = "mqtts".equals(broker.getScheme()) || "ssl".equals(broker.getScheme());
    int usualPort = secure ? 8883 : 1883;
    int port = broker.getPort() < 0 ? usualPort : broker.getPort();
    return (secure ? "ssl" : "tcp") + "://" + broker.getHost() + ":" + port;
  }

  /** What the broker says, retained, when a client is gone without a word. */
  record Will(String topic, String text) {}
}
