package io.hearth.adapter.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The line between a client and a broker; it can be cut in the middle of anything. */
final class CutLine implements AutoCloseable {

  private final ServerSocket front;
  private final InetSocketAddress broker;
  private final AtomicLong sent = new AtomicLong();
  private final List<Socket> ends = new CopyOnWriteArrayList<>();

  CutLine(URI broker) throws IOException {
    this.broker = new InetSocketAddress("127.0.0.1", broker.getPort());
    front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  URI uri() {
    return URI.create("mqtt://127.0.0.1:" + front.getLocalPort());
  }

  /** How often the client has sent something. */
  long sent() {
    return sent.get();
  }

  /** Ends every connection without a word; the next one goes through again. */
  void cut() {
    ends.forEach(CutLine::end);
    ends.clear();
  }

  private void accept() {
    try {
      while (true) {
        Socket one = front.accept();
        Socket other = new Socket();
        ends.add(one);
        ends.add(other);
        try {
          other.connect(broker);
          pump(one, other, sent);
          pump(other, one, new AtomicLong());
        } catch (IOException away) {
          end(one);
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static void pump(Socket from, Socket to, AtomicLong count) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            byte[] buffer = new byte[8192];
            int length = from.getInputStream().read(buffer);
            while (length >= 0) {
              count.incrementAndGet();
              to.getOutputStream().write(buffer, 0, length);
              length = from.getInputStream().read(buffer);
            }
          } catch (IOException cut) {
            // what was on the way is lost
          }
          end(from);
          end(to);
        });
  }

  private static void end(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException already) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      front.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    cut();
  }
}
