package io.hearth.adapter.coap;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stands between one client and a server over UDP: can speak from another port in mid-session, and
 * drop, delay and so reorder datagrams.
 */
final class ForwardingProxy implements AutoCloseable {

  private final InetSocketAddress server;
  private final DatagramSocket front;
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private final Random random = new Random(7);
  private volatile DatagramSocket back;
  private volatile SocketAddress client;
  private volatile double loss;
  private volatile int delayMillis;

  ForwardingProxy(int serverPort) throws IOException {
    server = new InetSocketAddress("127.0.0.1", serverPort);
    front = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    back = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    pump(front);
    pump(back);
  }

  int port() {
    return front.getLocalPort();
  }

  /** From now on the server hears the client from another port. */
  void moves() throws IOException {
    DatagramSocket old = back;
    back = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    pump(back);
    old.close();
  }

  /** From now on datagrams are lost with that probability, and late by up to that time. */
  void disturbs(double newLoss, int newDelayMillis) {
    loss = newLoss;
    delayMillis = newDelayMillis;
  }

  private void pump(DatagramSocket from) {
    Thread.ofVirtual()
        .start(() -> {
          byte[] buffer = new byte[4096];
          try {
            while (true) {
              DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
              from.receive(packet);
              byte[] bytes = java.util.Arrays.copyOf(buffer, packet.getLength());
              boolean inward = from.equals(front);
              if (inward) {
                client = packet.getSocketAddress();
              }
              if (random.nextDouble() >= loss) {
                var unused =
                    later.schedule(
                        () -> send(inward, bytes),
                        delayMillis == 0 ? 0 : random.nextInt(delayMillis),
                        TimeUnit.MILLISECONDS);
              }
            }
          } catch (IOException | java.util.concurrent.RejectedExecutionException closed) {
            return;
          }
        });
  }

  private void send(boolean inward, byte[] bytes) {
    try {
      (inward ? back : front)
          .send(new DatagramPacket(bytes, bytes.length, inward ? server : client));
    } catch (IOException closed) {
      return;
    }
  }

  @Override
  public void close() {
    front.close();
    back.close();
    later.shutdownNow();
  }
}
