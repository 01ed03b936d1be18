package io.hearth.gateway.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows the events of a gateway; each event comes as a chunk of its own, so lines stay whole. */
final class Follower implements AutoCloseable {

  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
  private final Socket socket;

  Follower(URI uri) {
    try {
      socket = new Socket(uri.getHost(), uri.getPort());
      String request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(uri.getPath());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      Thread.ofVirtual().start(() -> read(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(BufferedReader lines) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          events.add(JsonMapper.shared().readTree(line.substring(6)));
        }
      }
    } catch (IOException e) {
      // closed by the test
    }
  }

  /** The next events, waiting up to ten seconds for each. */
  List<JsonNode> next(int count) {
    List<JsonNode> next = new ArrayList<>();
    try {
      while (next.size() < count) {
        JsonNode event = events.poll(10, TimeUnit.SECONDS);
        if (event == null) {
          throw new AssertionError("only " + next.size() + " of " + count + " events: " + next);
        }
        next.add(event);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return next;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
