package io.hearth.adapter.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/**
 * Clients that publish 100 bytes at a time at least once, at an even rate or as fast as they can.
 */
final class Publishers implements AutoCloseable {

  private static final int BYTES = 100;
  private static final int UNACKNOWLEDGED = 2000;

  private final long origin;
  private final List<MqttAsyncClient> clients = new ArrayList<>();
  private final Semaphore room = new Semaphore(UNACKNOWLEDGED);

  Publishers(URI broker, int count, long origin) throws MqttException {
    this.origin = origin;
    for (int i = 0; i < count; i++) {
      MqttAsyncClient client =
          new MqttAsyncClient(
              "tcp://" + broker.getHost() + ":" + broker.getPort(),
              "bench-" + i,
              new MemoryPersistence());
      MqttConnectionOptions options = new MqttConnectionOptions();
      options.setCleanStart(true);
      client.connect(options).waitForCompletion();
      clients.add(client);
    }
  }

  /** Publishes evenly for a while; returns how many it published. */
  int publish(int perSecond, Duration during) throws MqttException, InterruptedException {
    long start = System.nanoTime();
    int sent = 0;
    while (true) {
      long elapsed = System.nanoTime() - start;
      if (elapsed >= during.toNanos()) {
        return sent;
      }
      long due = elapsed * perSecond / 1_000_000_000L;
      while (sent < due) {
        publish(sent % clients.size(), "hearth/bench" + sent % clients.size() + "/state", false);
        sent++;
      }
      LockSupport.parkNanos(200_000);
    }
  }

  /** Leaves one retained message in each of as many topics. */
  void retain(int topics) throws MqttException, InterruptedException {
    for (int i = 0; i < topics; i++) {
      publish(i % clients.size(), "hearth/retained" + i + "/state", true);
    }
    room.acquire(UNACKNOWLEDGED);
    room.release(UNACKNOWLEDGED);
  }

  @Override
  public void close() throws MqttException {
    for (MqttAsyncClient client : clients) {
      client.disconnectForcibly(0, 1, false);
      client.close(true);
    }
  }

  private void publish(int client, String topic, boolean retained)
      throws MqttException, InterruptedException {
    room.acquire();
    MqttMessage message = new MqttMessage(payload(), 1, retained, null);
    clients.get(client).publish(topic, message, null, new GivesRoom());
  }

  private byte[] payload() {
    String head =
        "{\"" + Latencies.SENT + "\":" + (System.nanoTime() - origin) / 1000 + ",\"padding\":\"";
    return (head + "x".repeat(Math.max(0, BYTES - 2 - head.length())) + "\"}")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Counts acknowledged messages. */
  private final class GivesRoom implements MqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      room.release();
    }

    @Override
    public void onFailure(IMqttToken token, @Nullable Throwable failure) {
      room.release();
    }
  }
}
