package io.hearth.adapter;

import io.hearth.adapter.wire.LinkUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT 5 broker inside this process, on loopback only, for a home without one of its own. It
 * starts beside everything else; its address is known at once.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedBroker.class);

  private static final long START_PATIENCE_SECONDS = 15;

  private final int port;
  private final ActiveMQServer server;
  private final CompletableFuture<Void> ready;

  private EmbeddedBroker(int port, ActiveMQServer server) {
    this.port = port;
    this.server = server;
    this.ready = CompletableFuture.runAsync(this::run, EmbeddedBroker::onOwnThread);
  }

  /**
   * Starts a broker and returns before it is ready.
   *
   * @throws LinkUnavailableException when the port is in use
   */
  public static EmbeddedBroker start(EmbeddedBrokerConfig config) {
    int port = free(config.port());
    return new EmbeddedBroker(port, ArtemisSettings.server(port, journal(config)));
  }

  /** A home is better off with a broker that forgets than with none. */
  private static Optional<Path> journal(EmbeddedBrokerConfig config) {
    if (config.journal().isPresent() && !ArtemisSettings.canKeep()) {
      LOGGER
          .atWarn()
          .addKeyValue("folder", config.journal().get())
          .addKeyValue("try", "--sun-misc-unsafe-memory-access=allow")
          .log("embedded broker keeps nothing on disk, because this JVM forbids it");
      return Optional.empty();
    }
    return config.journal();
  }

  /** Where clients connect, e.g. {@code mqtt://127.0.0.1:1883}. */
  public URI uri() {
    return URI.create("mqtt://127.0.0.1:" + port);
  }

  public int port() {
    return port;
  }

  /**
   * When it accepts clients.
   *
   * @return fails with a {@link LinkUnavailableException} when it cannot start
   */
  public CompletionStage<Void> ready() {
    return ready.minimalCompletionStage();
  }

  /** Stops it at once: clients see the connection break, as when a broker is killed. */
  @Override
  public void close() {
    try {
      // A start that waits for a folder another process holds never ends by itself.
      ready
          .handle((nothing, failure) -> "either way")
          .get(START_PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException stuck) {
      LOGGER
          .atWarn()
          .addKeyValue("address", uri())
          .log("embedded broker stopped before it was ready");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    try {
      server.stop();
    } catch (Exception failure) { // Artemis declares no less
      LOGGER.atWarn().setCause(failure).log("embedded broker stopped with a complaint");
    }
  }

  private void run() {
    long start = System.nanoTime();
    try {
      server.start();
      if (!server.isActive()) { // Artemis only logs what kept it from starting
        throw new IllegalStateException("it is not active; its log says why");
      }
    } catch (Exception failure) { // Artemis declares no less
      throw new LinkUnavailableException(
          "the embedded broker cannot start at port " + port + ": " + failure.getMessage(),
          failure);
    }
    LOGGER
        .atInfo()
        .addKeyValue("address", uri())
        .addKeyValue("millis", (System.nanoTime() - start) / 1_000_000)
        .log("embedded broker ready");
  }

  private static void onOwnThread(Runnable start) {
    Thread.ofPlatform().daemon().name("hearth-broker-start").start(start);
  }

  private static int free(int wanted) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      return probe.getLocalPort();
    } catch (IOException failure) {
      throw new LinkUnavailableException(
          "the embedded broker cannot use port "
              + wanted
              + " of 127.0.0.1 ("
              + failure.getMessage()
              + "); stop what uses it, set HEARTH_MQTT_PORT to another (0: any free port), or set"
              + " HEARTH_MQTT_URL to use the broker that is there",
          failure);
    }
  }
}
