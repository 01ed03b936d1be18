package io.hearth.adapter.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Mosquitto of this machine on a free port of loopback, to be killed and started again. */
public final class MosquittoProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path config;
  private final int port;
  private @Nullable Process process;

  /**
   * Starts it as Debian's package configures it, but for the port.
   *
   * @param folder where its configuration may be written
   * @param lines what else to configure
   * @throws IOException when it is not installed or does not start
   */
  public MosquittoProcess(Path folder, List<String> lines) throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    config = folder.resolve("mosquitto-" + port + ".conf");
    Files.write(
        config,
        Stream.concat(
                Stream.of("listener " + port + " 127.0.0.1", "allow_anonymous true"),
                lines.stream())
            .toList());
    start();
  }

  /** Where Mosquitto is installed, if it is. */
  public static Optional<Path> executable() {
    return Stream.of(
            "/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/opt/homebrew/sbin/mosquitto")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  public URI uri() {
    return URI.create("mqtt://127.0.0.1:" + port);
  }

  /** Starts it, again after {@link #kill()}, and waits until it accepts clients. */
  public void start() throws IOException {
    Path program = executable().orElseThrow(() -> new IOException("mosquitto is not installed"));
    process =
        new ProcessBuilder(program.toString(), "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new IOException("mosquitto does not start with " + config);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** Kills it without a warning, as {@code kill -9} does. */
  public void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
