package io.hearth.adapter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** A device made of Mosquitto's own clients, which answers by a script. */
final class MosquittoDevice implements AutoCloseable {

  /** A message to publish; an empty retained one clears its topic. */
  record Pub(String topic, String payload, boolean retain) {

    static Pub retained(String topic, String payload) {
      return new Pub(topic, payload, true);
    }

    static Pub live(String topic, String payload) {
      return new Pub(topic, payload, false);
    }
  }

  private final int port;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Process listener;

  MosquittoDevice(int port, String topic, BiFunction<String, String, List<Pub>> script) {
    this.port = port;
    listener = start("mosquitto_sub", "-q", "1", "-t", topic, "-F", "%t %p");
    Thread.ofVirtual().start(() -> listen(script));
  }

  private void listen(BiFunction<String, String, List<Pub>> script) {
    try (BufferedReader lines = listener.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.add(line);
        int space = line.indexOf(' ');
        say(script.apply(line.substring(0, space), line.substring(space + 1)));
      }
    } catch (IOException ended) {
      heard.add("ended");
    }
  }

  void say(List<Pub> all) {
    for (Pub pub : all) {
      List<String> command =
          new ArrayList<>(List.of("mosquitto_pub", "-q", "1", "-t", pub.topic()));
      if (pub.retain()) {
        command.add("-r");
      }
      command.addAll(pub.payload().isEmpty() ? List.of("-n") : List.of("-m", pub.payload()));
      try {
        start(command.toArray(String[]::new)).waitFor();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  List<String> heard() {
    return heard;
  }

  private Process start(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(1, List.of("-h", "127.0.0.1", "-p", String.valueOf(port)));
    try {
      return new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    listener.destroyForcibly();
  }
}
