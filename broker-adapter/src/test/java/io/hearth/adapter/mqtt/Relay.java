package io.hearth.adapter.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a broker, which can be cut and mended while the broker runs. */
final class Relay implements AutoCloseable {

  private final int to;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket listener;

  Relay(URI broker) throws IOException {
    to = broker.getPort();
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    port = listener.getLocalPort();
    accept(listener);
  }

  URI uri() {
    return URI.create("mqtt://127.0.0.1:" + port);
  }

  void cut() {
    close(listener);
    open.forEach(Relay::close);
    open.clear();
  }

  void mend() throws IOException {
    listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    accept(listener);
  }

  @Override
  public void close() {
    cut();
  }

  private void accept(ServerSocket socket) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              Socket from = socket.accept();
              Socket broker = new Socket(InetAddress.getLoopbackAddress(), to);
              open.add(from);
              open.add(broker);
              pump(from, broker);
              pump(broker, from);
            }
          } catch (IOException cut) {
            // nobody gets through any more
          }
        });
  }

  private static void pump(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(() -> {
          try (InputStream in = from.getInputStream();
              OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
          } catch (IOException cut) {
            // the other direction ends as well
          }
        });
  }

  private static void close(AutoCloseable what) {
    try {
      what.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
