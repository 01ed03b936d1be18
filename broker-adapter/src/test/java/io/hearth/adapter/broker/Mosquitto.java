package io.hearth.adapter.broker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Mosquitto's own clients: what other people's programs make of the broker. */
final class Mosquitto {

  /** Options of the client that keeps its session. */
  static final String[] SESSION = {"-c", "-i", "sleeper", "-x", "3600"};

  private static final Path FOLDER = Path.of("/usr/bin");

  private Mosquitto() {}

  /** What a client said; its exit status tells nothing of refusals. */
  record Said(String text) {

    /** Whether a publication was acknowledged as good, or a message arrived. */
    boolean worked() {
      return text.contains("RC:0)") || text.endsWith(" {}\n");
    }
  }

  static void assumeInstalled() {
    assumeTrue(
        Files.isExecutable(FOLDER.resolve("mosquitto_pub")),
        "mosquitto_pub is not installed: install the package mosquitto-clients to run this");
  }

  /** Publishes one message with QoS 1 in MQTT 5; more are options of {@code mosquitto_pub}. */
  static Said publish(int port, String topic, String message, String... more) {
    return run(
        "mosquitto_pub", port, List.of("-d", "-q", "1", "-t", topic, "-m", message), List.of(more));
  }

  /** Waits up to ten seconds for one message, or as long as {@code -W} says. */
  static Said read(int port, String filter, String... more) {
    return run(
        "mosquitto_sub",
        port,
        List.of("-q", "1", "-C", "1", "-W", "10", "-t", filter, "-F", "%t %p"),
        List.of(more));
  }

  /** Subscribes in the {@link #SESSION} and leaves it behind when the broker has granted that. */
  static void leaveSession(int port, String filter) {
    read(port, filter, Stream.concat(Stream.of(SESSION), Stream.of("-E")).toArray(String[]::new));
  }

  private static Said run(String program, int port, List<String> these, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(FOLDER.resolve(program).toString());
    boolean other = more.contains("-h");
    command.addAll(List.of("-p", String.valueOf(port)));
    if (!other) {
      command.addAll(List.of("-h", "127.0.0.1"));
    }
    if (!more.contains("-V")) {
      command.addAll(List.of("-V", "5"));
    }
    command.addAll(these);
    command.addAll(more);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return new Said(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
