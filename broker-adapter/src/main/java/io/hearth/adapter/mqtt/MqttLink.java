package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.Backoff;
import io.hearth.adapter.wire.DeviceLink;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkHealth;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.LinkThread;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link to an MQTT 5 broker: keeps itself connected, reads what devices publish and sends them
 * commands. While the broker is away its devices become unreachable; when it is back, what it has
 * retained makes everything right again.
 */
public final class MqttLink implements DeviceLink, MqttConnection.Listener, AutoCloseable {

  /** The link's name in routes and counters. */
  public static final String NAME = "mqtt";

  private static final Logger LOGGER = LoggerFactory.getLogger(MqttLink.class);
  private static final Duration STABLE = Duration.ofSeconds(10);

  /**
   * A broker may lose what is published while it is still taking the subscription (the embedded one
   * does), so what is retained is read once more, this long after.
   */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

  private final MqttConfig config;
  private final Inbox inbox;
  private final LinkMetrics metrics;
  private final InstantSource clock;
  private final Replies replies;
  private final MqttReader reader;
  private final List<Convention> conventions;
  private final Backoff backoff;
  private final Inbound inbound = new Inbound();
  private final LinkThread thread = new LinkThread("hearth-mqtt-link");
  private final List<DeviceId> silenced = new ArrayList<>(); // of the link's thread
  private boolean lookedAgain; // of the link's thread
  private volatile Status status;
  private volatile @Nullable MqttConnection connection;

  /** Whether commands can be sent, since when, and why not. */
  private record Status(boolean connected, Instant since, long nanos, String trouble) {}

  private MqttLink(MqttConfig config, Inbox inbox, LinkMetrics metrics, InstantSource clock) {
    this.config = config;
    this.inbox = inbox;
    this.metrics = metrics;
    this.clock = clock;
    this.replies = new Replies(metrics);
    this.conventions = List.of(new HearthConvention(config.prefix()));
    this.reader = new MqttReader(config, conventions, inbox, replies, metrics);
    this.backoff =
        new Backoff(
            config.reconnectFirst(), config.reconnectLongest(), RandomGenerator.getDefault());
    this.status = new Status(false, clock.instant(), System.nanoTime(), "not connected yet");
  }

  /** Starts connecting, and goes on until it is closed; never blocks and never fails. */
  public static MqttLink start(
      MqttConfig config, Inbox inbox, LinkMetrics metrics, InstantSource clock) {
    MqttLink link = new MqttLink(config, inbox, metrics, clock);
    link.thread.execute(link::connect);
    return link;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LinkHealth health() {
    Status now = status;
    return new LinkHealth(
        NAME,
        config.uri().toString(),
        now.connected(),
        now.since(),
        now.connected() ? Optional.empty() : Optional.of(now.trouble()),
        metrics.counts());
  }

  @Override
  public CompletableFuture<Answer> send(Command command, String correlation, Duration within) {
    MqttConnection current = connection;
    if (current == null || !status.connected()) {
      return CompletableFuture.completedFuture(new Answer.Undeliverable(noConnection()));
    }
    Outgoing message = reader.conventionOf(command.device()).command(command);
    CompletableFuture<Answer> answer = replies.await(correlation);
    current.publish(
        Outbound.of(message.topic(), message.payload(), false)
            .answered(MqttReader.replyTopic(config), correlation)
            .expiring(within)
            .telling(() -> {}, reason -> answer.complete(new Answer.Undeliverable(reason))));
    return answer.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.close(() -> {
      MqttConnection current = connection;
      connection = null;
      if (current != null) {
        current.close();
      }
      status = new Status(false, clock.instant(), System.nanoTime(), "it was closed");
      metrics.connected(false);
    });
    inbound.close();
  }

  @Override
  public void accepted(MqttConnection from, boolean resumed) {
    thread.execute(() -> {
      if (from.equals(connection)) {
        unsilence();
        lookedAgain = false;
        from.subscribe(filters());
      }
    });
  }

  @Override
  public void subscribed(MqttConnection from, List<String> refused) {
    thread.execute(() -> {
      if (!from.equals(connection)) {
        return;
      }
      if (!refused.isEmpty()) {
        LOGGER.atWarn().addKeyValue("filters", refused).log("broker refuses subscriptions");
      }
      if (!lookedAgain) {
        lookedAgain = true;
        thread.schedule(() -> lookAgain(from), LOOK_AGAIN);
        status = new Status(true, clock.instant(), System.nanoTime(), "");
        metrics.connected(true);
        LOGGER.atInfo().addKeyValue("broker", config.uri()).log("broker connected");
      }
    });
  }

  private void lookAgain(MqttConnection from) {
    if (from.equals(connection)) {
      from.subscribe(filters());
    }
  }

  @Override
  public void lost(MqttConnection from, String reason) {
    thread.execute(() -> {
      if (from.equals(connection)) {
        connection = null;
        from.close();
        lost(reason);
        retry();
      }
    });
  }

  @Override
  public void arrived(MqttConnection from, Publication message, Runnable acknowledge) {
    inbound.add(
        () -> reader.read(message).whenComplete((kept, never) -> thread.execute(acknowledge)));
  }

  private void connect() {
    MqttConnection next = new NettyConnection(config, this);
    connection = next;
    next.open();
  }

  private void retry() {
    Duration wait = backoff.next();
    thread.schedule(this::connect, wait);
  }

  private void lost(String reason) {
    Status before = status;
    if (before.connected()) {
      if (System.nanoTime() - before.nanos() > STABLE.toNanos()) {
        backoff.reset();
      }
      metrics.connected(false);
      LOGGER
          .atWarn()
          .addKeyValue("broker", config.uri())
          .addKeyValue("reason", reason)
          .log("broker lost, connecting again");
      status = new Status(false, clock.instant(), System.nanoTime(), reason);
      thread.schedule(this::silence, config.offlineAfter());
    } else {
      (backoff.failures() == 3 ? LOGGER.atWarn() : LOGGER.atDebug())
          .addKeyValue("broker", config.uri())
          .addKeyValue("reason", reason)
          .log("broker not reached, trying on");
      status = new Status(false, before.since(), before.nanos(), reason);
    }
  }

  /** The broker has been away for long: nobody can reach the devices behind it. */
  private void silence() {
    if (status.connected()
        || System.nanoTime() - status.nanos() < config.offlineAfter().toNanos()) {
      return;
    }
    for (DeviceId device : inbox.routes().on(NAME, Availability.OFFLINE)) {
      silenced.add(device);
      inbox.availability(device, Availability.OFFLINE, noConnection());
    }
  }

  /** The broker is back: what it has retained will tell which devices are. */
  private void unsilence() {
    for (DeviceId device : silenced) {
      inbox.availability(
          device, Availability.UNKNOWN, "the connection to the broker is back, not yet heard");
    }
    silenced.clear();
  }

  private List<Subscription> filters() {
    return Stream.concat(
            Stream.of(MqttReader.replyTopic(config)),
            conventions.stream().flatMap(convention -> convention.filters().stream()))
        .map(filter -> new Subscription(filter, 1))
        .toList();
  }

  private String noConnection() {
    return "no connection to the broker " + config.uri() + " (" + status.trouble() + ")";
  }
}
