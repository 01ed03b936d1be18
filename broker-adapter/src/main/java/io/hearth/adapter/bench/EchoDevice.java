package io.hearth.adapter.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A device of the Hearth convention that accepts every command at once. */
public final class EchoDevice implements AutoCloseable {

  private static final int RESPONSE_TOPIC = 8;
  private static final int CORRELATION = 9;
  private static final byte[] ACCEPTED =
      "{\"outcome\":\"accepted\"}".getBytes(StandardCharsets.US_ASCII);

  private final RawMqtt mqtt;
  private final AtomicInteger answered = new AtomicInteger();

  /** Connects and listens to the commands of one device. */
  public EchoDevice(URI broker, String device) throws IOException {
    mqtt = new RawMqtt(broker, "echo-" + device, 100);
    mqtt.subscribe("hearth/" + device + "/command", 1, true);
    Thread.ofPlatform().daemon().name("bench-device").start(this::answer);
  }

  /** How many commands it accepted. */
  public int answered() {
    return answered.get();
  }

  private void answer() {
    try {
      while (true) {
        RawMqtt.Packet packet = mqtt.read();
        if (packet.isPublish()) {
          mqtt.acknowledge(packet);
          reply(packet);
        }
      }
    } catch (IOException closed) {
      // that is how it ends
    }
  }

  private void reply(RawMqtt.Packet command) throws IOException {
    ByteBuffer properties = command.properties();
    byte[] topic = new byte[0];
    byte[] correlation = new byte[0];
    while (properties.hasRemaining()) {
      switch (properties.get()) {
        case RESPONSE_TOPIC -> topic = text(properties);
        case CORRELATION -> correlation = text(properties);
        default -> properties.position(properties.position() + Integer.BYTES); // the expiry
      }
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(body);
    data.writeShort(topic.length);
    data.write(topic);
    data.writeByte(3 + correlation.length);
    data.writeByte(CORRELATION);
    data.writeShort(correlation.length);
    data.write(correlation);
    data.write(ACCEPTED);
    mqtt.write(0x30, body.toByteArray());
    answered.incrementAndGet();
  }

  private static byte[] text(ByteBuffer from) {
    byte[] text = new byte[Short.toUnsignedInt(from.getShort())];
    from.get(text);
    return text;
  }

  @Override
  public void close() {
    mqtt.close();
  }
}
