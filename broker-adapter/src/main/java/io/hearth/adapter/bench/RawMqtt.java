package io.hearth.adapter.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * MQTT as plainly as it can be spoken over a blocking socket, so that what measures costs little
 * and shares nothing with what is measured. One thread may read while another writes.
 */
public final class RawMqtt implements AutoCloseable {

  /** A packet as it came: its first byte, and all after the length. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Packet(int first, byte[] body) {

    public boolean isPublish() {
      return first >> 4 == 3;
    }

    public boolean isAcknowledgement() {
      return first >> 4 == 4;
    }

    public boolean isRetained() {
      return (first & 1) != 0;
    }

    int qos() {
      return (first >> 1) & 3;
    }

    /** The packet id of an acknowledgement. */
    public int acknowledged() {
      return number(0);
    }

    public String topic() {
      return new String(body, 2, number(0), StandardCharsets.UTF_8);
    }

    int id() {
      return number(2 + number(0));
    }

    /** The properties of a message that came over MQTT 5 with QoS 1; shorter than 128 bytes. */
    ByteBuffer properties() {
      int at = 2 + number(0) + 2;
      return ByteBuffer.wrap(body, at + 1, body[at]).slice();
    }

    private int number(int at) {
      return ((body[at] & 0xFF) << 8) | (body[at + 1] & 0xFF);
    }
  }

  private static final int TIMEOUT_MILLIS = 5_000;

  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final OutputStream out;

  /**
   * Connects and waits until the broker lets it in.
   *
   * @param receiveMaximum above 0 to speak MQTT 5 with this window, 0 to speak MQTT 3.1.1
   */
  public RawMqtt(URI broker, String clientId, int receiveMaximum) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(broker.getHost(), broker.getPort()), TIMEOUT_MILLIS);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    out = socket.getOutputStream();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(body);
    data.writeUTF("MQTT");
    data.writeByte(receiveMaximum > 0 ? 5 : 4);
    data.writeByte(2); // clean start
    data.writeShort(0); // no keep alive
    if (receiveMaximum > 0) {
      data.writeByte(3);
      data.writeByte(0x21);
      data.writeShort(receiveMaximum);
    }
    data.writeUTF(clientId);
    write(0x10, body.toByteArray());
    Packet answer = read();
    if (answer.first() != 0x20 || answer.body()[1] != 0) {
      throw new IOException("the broker refuses " + clientId);
    }
  }

  /** Subscribes and waits for the answer, which must come before any message. */
  public void subscribe(String filter, int qos, boolean five) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(body);
    data.writeShort(1);
    if (five) {
      data.writeByte(0);
    }
    data.writeUTF(filter);
    data.writeByte(qos);
    write(0x82, body.toByteArray());
  }

  /** One message as bytes, to be sent as often as wanted; MQTT 3.1.1, QoS 1. */
  public static byte[] publication(String topic, byte[] payload, int id, boolean retained) {
    byte[] name = topic.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(retained ? 0x33 : 0x32);
    length(2 + name.length + 2 + payload.length, packet);
    packet.write(name.length >> 8);
    packet.write(name.length);
    packet.writeBytes(name);
    packet.write(id >> 8);
    packet.write(id);
    packet.writeBytes(payload);
    return packet.toByteArray();
  }

  public void send(byte[] bytes, int count) throws IOException {
    out.write(bytes, 0, count);
  }

  /** Acknowledges a message that came with QoS 1. */
  public void acknowledge(Packet message) throws IOException {
    if (message.qos() > 0) {
      int id = message.id();
      out.write(new byte[] {0x40, 2, (byte) (id >> 8), (byte) id});
    }
  }

  /** The next packet; waits for it. */
  public Packet read() throws IOException {
    int first = in.readUnsignedByte();
    int length = 0;
    int shift = 0;
    int part;
    do {
      part = in.readUnsignedByte();
      length |= (part & 0x7F) << shift;
      shift += 7;
    } while (part >= 0x80);
    return new Packet(first, in.readNBytes(length));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  void write(int first, byte[] body) throws IOException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(first);
    length(body.length, packet);
    packet.writeBytes(body);
    out.write(packet.toByteArray());
  }

  private static void length(int value, ByteArrayOutputStream to) {
    int rest = value;
    while (rest >= 0x80) {
      to.write((rest & 0x7F) | 0x80);
      rest >>= 7;
    }
    to.write(rest);
  }
}
