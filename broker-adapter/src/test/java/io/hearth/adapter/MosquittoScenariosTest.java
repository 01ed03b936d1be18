package io.hearth.adapter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios over a Mosquitto of the machine. */
class MosquittoScenariosTest extends MqttScenarios {

  @TempDir Path folder;

  private Process mosquitto;
  private int port;

  @BeforeAll
  static void mosquittoIsInstalled() {
    assumeTrue(
        executable().isPresent(),
        "Mosquitto is not installed: the scenarios over an external broker are skipped;"
            + " install the package mosquitto to run them");
  }

  @Override
  URI startBroker() {
    try {
      port = port == 0 ? freePort() : port;
      Path config = folder.resolve("mosquitto.conf");
      Files.writeString(
          config,
          "listener "
              + port
              + " 127.0.0.1\nallow_anonymous true\npersistence false\nlog_type none\n");
      mosquitto =
          new ProcessBuilder(executable().orElseThrow().toString(), "-c", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    await().until(this::answers);
    return URI.create("mqtt://127.0.0.1:" + port);
  }

  @Override
  void killBroker() {
    mosquitto.destroyForcibly();
    await().until(() -> !mosquitto.isAlive());
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static Optional<Path> executable() {
    return Stream.of(
            "/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/opt/homebrew/sbin/mosquitto")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
