package io.hearth.adapter.broker;

import io.hearth.adapter.wire.LinkUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT 5 broker inside this process, on loopback unless told otherwise, for a home without one
 * of its own. It starts beside everything else; its address is known at once.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedBroker.class);

  private static final long START_PATIENCE_SECONDS = 15;

  private final EmbeddedBrokerConfig config;
  private final ArtemisSettings.Listeners listeners;
  private final Supplier<ActiveMQServer> servers;
  private final CompletableFuture<Void> ready;
  private volatile ActiveMQServer server;

  private EmbeddedBroker(
      EmbeddedBrokerConfig config,
      ArtemisSettings.Listeners listeners,
      Supplier<ActiveMQServer> servers) {
    this.config = config;
    this.listeners = listeners;
    this.servers = servers;
    this.server = servers.get();
    this.ready = CompletableFuture.runAsync(this::run, EmbeddedBroker::onOwnThread);
  }

  /** Starts a broker that counts for nobody. */
  public static EmbeddedBroker start(EmbeddedBrokerConfig config) {
    return start(config, new SimpleMeterRegistry(), problem -> {});
  }

  /**
   * Starts a broker and returns before it is ready.
   *
   * @param problems hears what it refuses, on the broker's threads: it must not block
   * @throws LinkUnavailableException when a port is in use
   * @throws IllegalArgumentException in one line when others could connect and nobody is known, or
   *     a file cannot be used
   */
  public static EmbeddedBroker start(
      EmbeddedBrokerConfig asked, MeterRegistry meters, Consumer<BrokerProblem> problems) {
    EmbeddedBrokerConfig config = keepable(asked);
    BrokerUsers users = new BrokerUsers(config.users().orElse(Path.of("no-such-file-of-logins")));
    Logins logins = new Logins(users, config.prefix(), config.secret());
    if (config.isWide() && logins.isEmpty()) {
      throw new IllegalArgumentException(
          "the embedded broker does not listen at "
              + (config.tls().isPresent() ? "broker.tls.host" : "broker.host " + config.host())
              + " for others than this machine, because it knows no login; add one with ./hearth"
              + " broker-user add NAME, or set broker.host to 127.0.0.1");
    }
    Refusals refusals = new Refusals(meters, problems);
    Gate gate = new Gate(logins, config.anybodyHere(), refusals);
    ArtemisSettings.Listeners listeners =
        new ArtemisSettings.Listeners(
            free(config.host(), config.port(), "HEARTH_MQTT_PORT"),
            config.tls().map(t -> free(t.host(), t.port(), "HEARTH_BROKER_TLS_PORT")).orElse(0));
    return new EmbeddedBroker(
        config, listeners, () -> ArtemisSettings.server(config, listeners, gate, refusals));
  }

  /** A home is better off with a broker that forgets than with none. */
  private static EmbeddedBrokerConfig keepable(EmbeddedBrokerConfig config) {
    if (config.journal().isPresent() && !ArtemisSettings.canKeep()) {
      LOGGER
          .atWarn()
          .addKeyValue("folder", config.journal().get())
          .addKeyValue("try", "--sun-misc-unsafe-memory-access=allow")
          .log("embedded broker keeps nothing on disk, because this JVM forbids it");
      return config.withoutJournal();
    }
    return config;
  }

  /** Where clients of this machine connect, e.g. {@code mqtt://127.0.0.1:1883}. */
  public URI uri() {
    return URI.create("mqtt://127.0.0.1:" + listeners.plain());
  }

  public int port() {
    return listeners.plain();
  }

  /** The port with TLS; 0 where there is none. */
  public int tlsPort() {
    return listeners.tls();
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
    stop();
  }

  private void stop() {
    try {
      server.stop();
    } catch (Exception failure) { // Artemis declares no less
      LOGGER.atWarn().setCause(failure).log("embedded broker stopped with a complaint");
    }
  }

  private void run() {
    long start = System.nanoTime();
    try {
      begin();
    } catch (Exception failure) { // Artemis declares no less
      Optional<Path> aside = config.journal().flatMap(BrokenJournal::moveAside);
      if (aside.isEmpty()) {
        throw unavailable(failure);
      }
      LOGGER
          .atError()
          .addKeyValue("folder", aside.get())
          .addKeyValue("reason", String.valueOf(failure.getMessage()))
          .log(
              "the embedded broker's journal cannot be read and was moved aside; lost are retained"
                  + " messages until devices publish them again, and what was queued for clients"
                  + " that were away");
      beginAgain();
    }
    LOGGER
        .atInfo()
        .addKeyValue("address", uri())
        .addKeyValue("millis", (System.nanoTime() - start) / 1_000_000)
        .log("embedded broker ready");
  }

  private void beginAgain() {
    stop();
    server = servers.get();
    try {
      begin();
    } catch (Exception failure) { // Artemis declares no less
      throw unavailable(failure);
    }
  }

  private void begin() throws Exception {
    JournalComplaints complaints = new JournalComplaints();
    server.registerActivationFailureListener(complaints);
    server.start();
    if (!server.isActive()) { // Artemis only logs what kept it from starting
      throw complaints.failure();
    }
  }

  private LinkUnavailableException unavailable(Exception failure) {
    return new LinkUnavailableException(
        "the embedded broker cannot start at port " + port() + ": " + failure.getMessage(),
        failure);
  }

  private static void onOwnThread(Runnable start) {
    Thread.ofPlatform().daemon().name("hearth-broker-start").start(start);
  }

  private static int free(String host, int wanted, String variable) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(EmbeddedBrokerConfig.address("broker.host", host), wanted));
      return probe.getLocalPort();
    } catch (IOException failure) {
      throw new LinkUnavailableException(
          "the embedded broker cannot use port "
              + wanted
              + " of "
              + host
              + " ("
              + failure.getMessage()
              + "); stop what uses it, set "
              + variable
              + " to another (0: any free port), or set HEARTH_MQTT_URL to use the broker that is"
              + " there",
          failure);
    }
  }
}
