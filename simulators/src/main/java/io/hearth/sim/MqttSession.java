package io.hearth.sim;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of one client, from its attempt to its end; brings what happens to the loop. */
final class MqttSession implements MqttCallback {

  private static final Logger LOGGER = LoggerFactory.getLogger(MqttSession.class);
  private static final long QUIESCE_MILLIS = 1000;

  private final SimulationLoop loop;
  private final MqttAsyncClient client;
  private final Lost lost;
  private final Arrived arrived;

  MqttSession(SimulationLoop loop, MqttAsyncClient client, Lost lost, Arrived arrived) {
    this.loop = loop;
    this.client = client;
    this.lost = lost;
    this.arrived = arrived;
  }

  MqttAsyncClient client() {
    return client;
  }

  void begin(MqttConnectionOptions options, Runnable connected) throws MqttException {
    client.setCallback(this);
    client.connect(options, null, listener(connected, why -> lost.accept(this, why)));
  }

  /** Sends what is under way, then takes leave of the broker. */
  CompletableFuture<Void> end() {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    besideTheLoop(
        () ->
            client.disconnect(
                QUIESCE_MILLIS,
                null,
                listener(() -> ended.complete(null), why -> ended.complete(null)),
                0,
                new MqttProperties()),
        () -> ended.complete(null));
    return ended;
  }

  /** Closes the socket without a word. */
  void drop() {
    besideTheLoop(
        () -> {
          if (client.isConnected()) {
            client.disconnectForcibly(0, 0, false);
          }
          client.close(true);
        },
        () -> {});
  }

  /** The client sleeps for a tenth of a second at a time when it is to end. */
  private static void besideTheLoop(ClientCall call, Runnable failed) {
    Thread.ofPlatform()
        .daemon()
        .name("hearth-sim-end")
        .start(() -> {
          try {
            call.run();
          } catch (MqttException e) {
            LOGGER.atDebug().addKeyValue("reason", e.getMessage()).log("client ended already");
            failed.run();
          }
        });
  }

  /** Something asked of a client. */
  @FunctionalInterface
  private interface ClientCall {
    void run() throws MqttException;
  }

  MqttActionListener listener(Runnable success, Consumer<String> failure) {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        loop.execute(success);
      }

      @Override
      public void onFailure(IMqttToken token, Throwable cause) {
        loop.execute(() -> failure.accept(String.valueOf(cause)));
      }
    };
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    loop.execute(() -> arrived.accept(this, topic, message));
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    loop.execute(() -> lost.accept(this, String.valueOf(response)));
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    LOGGER.atDebug().addKeyValue("reason", exception.getMessage()).log("client complains");
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Nobody waits for that: what matters is told again on every connection.
  }

  @Override
  public void connectComplete(boolean reconnect, String uri) {
    // The listener of the connect is told.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // No enhanced authentication.
  }

  /** The connection is gone. */
  @FunctionalInterface
  interface Lost {
    void accept(MqttSession session, String reason);
  }

  /** A message came. */
  @FunctionalInterface
  interface Arrived {
    void accept(MqttSession session, String topic, MqttMessage message);
  }
}
