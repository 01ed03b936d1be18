package io.hearth.adapter.bench;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A reader that acknowledges and forgets: what any client at all can do with a load. */
public final class BareReader implements AutoCloseable {

  private final RawMqtt mqtt;
  private final AtomicInteger messages = new AtomicInteger();

  /**
   * Subscribes to a filter over MQTT 5.
   *
   * @param receiveMaximum messages that the broker may send unacknowledged
   */
  public BareReader(URI broker, String filter, int qos, int receiveMaximum) throws IOException {
    mqtt = new RawMqtt(broker, "bare", receiveMaximum);
    mqtt.subscribe(filter, qos, true);
    Thread.ofPlatform().daemon().name("bench-bare").start(this::read);
  }

  public int messages() {
    return messages.get();
  }

  private void read() {
    try {
      while (true) {
        RawMqtt.Packet packet = mqtt.read();
        if (packet.isPublish()) {
          mqtt.acknowledge(packet);
          messages.incrementAndGet();
        }
      }
    } catch (IOException closed) {
      // that is how it ends
    }
  }

  @Override
  public void close() {
    mqtt.close();
  }
}
