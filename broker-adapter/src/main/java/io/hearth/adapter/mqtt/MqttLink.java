package io.hearth.adapter.mqtt;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.BoundDevices;
import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.Transport;
import io.hearth.adapter.hearth.HearthConvention;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link to an MQTT 5 broker: keeps itself connected, reads what devices publish and sends them
 * commands. While the broker is away its devices become unreachable; when it is back, what it has
 * retained makes everything right again.
 */
public final class MqttLink
    implements DeviceLink, Transport, MqttConnection.Listener, AutoCloseable {

  /** The link's name in routes and counters. */
  public static final String NAME = "mqtt";

  private static final Logger LOGGER = LoggerFactory.getLogger(MqttLink.class);
  private static final Duration STABLE = Duration.ofSeconds(10);

  /** When what is retained is read again; see {@link Retained}. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

  /** Half of what Mosquitto hands over unacknowledged, unless it is told otherwise. */
  private static final int MUCH = 10;

  /** How long an unused session for overhearing is kept. */
  private static final Duration OVERHEARING = Duration.ofSeconds(30);

  /** Filters in one packet. */
  private static final int AT_ONCE = 100;

  /** Bytes; one message may describe all devices behind a bridge. */
  static final int LARGEST = 16 * 1024 * 1024;

  private final MqttConfig config;
  private final Inbox inbox;
  private final LinkMetrics metrics;
  private final InstantSource clock;
  private final BoundDevices devices;
  private final String replyTopic;
  private final Watched watched = new Watched();
  private final Backoff backoff;
  private final Inbound inbound = new Inbound();
  private final LinkThread thread = new LinkThread("hearth-mqtt-link");
  private final List<DeviceId> silenced = new ArrayList<>(); // of the link's thread
  private final Retained retained = new Retained();
  private @Nullable SecondLook look; // of the link's thread
  private @Nullable Overhearing overhearing; // of the link's thread
  private long overheardAt; // of the link's thread
  private boolean subscribed; // of the link's thread
  private final AtomicInteger unread = new AtomicInteger();
  private volatile Status status;
  private volatile @Nullable MqttConnection connection;

  /** Whether commands can be sent, since when, and why not. */
  private record Status(boolean connected, Instant since, long nanos, String trouble) {}

  private MqttLink(
      MqttConfig config,
      BoundDevices devices,
      Inbox inbox,
      LinkMetrics metrics,
      InstantSource clock) {
    this.config = config;
    this.devices = devices;
    this.replyTopic = HearthConvention.replyTopic(config.prefix(), config.clientId());
    this.inbox = inbox;
    this.metrics = metrics;
    this.clock = clock;
    this.backoff =
        new Backoff(
            config.reconnectFirst(), config.reconnectLongest(), RandomGenerator.getDefault());
    this.status = new Status(false, clock.instant(), System.nanoTime(), "not connected yet");
  }

  /**
   * Starts connecting, and goes on until it is closed; never blocks and never fails.
   *
   * @param devices whom it carries, and who hear what arrives
   */
  public static MqttLink start(
      MqttConfig config,
      BoundDevices devices,
      Inbox inbox,
      LinkMetrics metrics,
      InstantSource clock) {
    MqttLink link = new MqttLink(config, devices, inbox, metrics, clock);
    devices.carriedBy(link);
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
    return devices.sendOrKeep(command, correlation, within);
  }

  @Override
  public boolean isAsleep(DeviceId device) {
    return devices.isAsleep(device);
  }

  @Override
  public boolean carries(Address address) {
    return address instanceof Address.Mqtt;
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public void watch(Set<Address> addresses) {
    thread.execute(() -> {
      List<String> topics = addresses.stream().map(Address::toString).filter(this::isOwn).toList();
      List<String> more = watched.add(topics);
      MqttConnection current = connection;
      if (current != null && status.connected()) { // else all of it is asked for once connected
        subscribe(current, reports(more));
      }
    });
  }

  @Override
  public void unwatch(Set<Address> addresses) {
    thread.execute(() -> {
      List<String> less = watched.remove(addresses.stream().map(Address::toString).toList());
      MqttConnection current = connection;
      if (current != null && !less.isEmpty()) {
        current.unsubscribe(less);
      }
    });
  }

  @Override
  public void listen(List<Convention.Filter> filters) {
    thread.execute(() -> {
      MqttConnection current = connection;
      if (current != null && status.connected()) { // else all of it is asked for once connected
        subscribe(current, subscriptions(filters));
      }
    });
  }

  private static List<Subscription> subscriptions(List<Convention.Filter> filters) {
    return filters.stream().map(f -> new Subscription(f.filter(), f.qos())).toList();
  }

  /**
   * Whether a topic must be asked for: what is reported by a filter of a convention comes anyway.
   */
  private boolean isOwn(String topic) {
    return !devices.isReported(topic);
  }

  private static List<Subscription> reports(List<String> filters) {
    return filters.stream().map(filter -> new Subscription(filter, 1)).toList();
  }

  static void subscribe(MqttConnection current, List<Subscription> subscriptions) {
    for (int from = 0; from < subscriptions.size(); from += AT_ONCE) {
      current.subscribe(
          subscriptions.subList(from, Math.min(from + AT_ONCE, subscriptions.size())));
    }
  }

  @Override
  public CompletableFuture<Answer> send(Outgoing message, String correlation, Duration within) {
    MqttConnection current = connection;
    if (current == null || !status.connected()) {
      return CompletableFuture.completedFuture(new Answer.Undeliverable(noConnection()));
    }
    CompletableFuture<Answer> taken = new CompletableFuture<>();
    current.publish(
        Outbound.of(message.to().toString(), message.payload(), message.retain())
            .answered(replyTopic, correlation)
            .expiring(within)
            .telling(
                () -> taken.complete(new Answer.Accepted()),
                reason -> taken.complete(new Answer.Undeliverable(reason))));
    return taken.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Only while much is unread: else what is said comes at once by the main session. */
  @Override
  public CompletableFuture<Void> overhear(Set<String> filters) {
    if (unread.get() < MUCH) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> listening = new CompletableFuture<>();
    thread.execute(() -> {
      if (overhearing == null || overhearing.isOver()) {
        overhearing = new Overhearing(config, message -> devices.overheard(message(message)));
      }
      overheardAt = System.nanoTime();
      thread.schedule(this::endUnusedOverhearing, OVERHEARING);
      var unused = overhearing.listen(filters).thenRun(() -> listening.complete(null));
    });
    return listening;
  }

  private void endUnusedOverhearing() {
    if (System.nanoTime() - overheardAt >= OVERHEARING.toNanos()) {
      endOverhearing();
    }
  }

  private void endOverhearing() {
    Overhearing current = overhearing;
    overhearing = null;
    if (current != null) {
      current.close();
    }
  }

  @Override
  public void close() {
    thread.close(() -> {
      endLook();
      endOverhearing();
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
        subscribed = false;
        retained.begin();
        subscribe(from, filters());
        from.subscribe(List.of(new Subscription(Retained.DROPPED, 0)));
      }
    });
  }

  @Override
  public void subscribed(MqttConnection from, List<String> refused) {
    thread.execute(() -> {
      if (!from.equals(connection)) {
        return;
      }
      if (!refused.isEmpty() && !refused.equals(List.of(Retained.DROPPED))) {
        LOGGER.atWarn().addKeyValue("filters", refused).log("broker refuses subscriptions");
        subscribe(from, reports(watched.refused(refused)));
      }
      if (!subscribed) {
        subscribed = true;
        thread.schedule(() -> lookAgain(from), LOOK_AGAIN);
        status = new Status(true, clock.instant(), System.nanoTime(), "");
        metrics.connected(true);
        LOGGER.atInfo().addKeyValue("broker", config.uri()).log("broker connected");
        devices.hello().forEach(message -> greet(from, message));
      }
    });
  }

  private static void greet(MqttConnection from, Outgoing message) {
    from.publish(Outbound.of(message.to().toString(), message.payload(), message.retain()));
  }

  private void lookAgain(@Nullable MqttConnection from) {
    endLook();
    if (from != null && from.equals(connection) && retained.isWorthAnotherLook()) {
      look =
          new SecondLook(
              config,
              filters(),
              message ->
                  inbound.add(() -> {
                    var unused = read(message);
                  }));
      thread.schedule(() -> lookAgain(from), LOOK_AGAIN);
    }
  }

  private void endLook() {
    SecondLook current = look;
    look = null;
    if (current != null) {
      current.close();
      metrics.looked();
    }
  }

  private void dropped(Publication count) {
    retained
        .dropped(new String(count.payload(), StandardCharsets.UTF_8))
        .ifPresent(many -> {
          metrics.problem(
              count.topic(),
              "the broker dropped "
                  + many
                  + " messages for slow clients, perhaps ours; in mosquitto.conf a larger"
                  + " max_queued_messages helps (e.g. 100000)");
          thread.execute(() -> lookAgain(connection));
        });
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
    if (message.topic().equals(replyTopic)) { // who waits for it does not wait behind a flood
      read(message).whenComplete((kept, never) -> acknowledge.run());
      return;
    }
    unread.incrementAndGet();
    inbound.add(() ->
        read(message)
            .whenComplete((kept, never) -> {
              unread.decrementAndGet();
              acknowledge.run();
            }));
  }

  private CompletionStage<Void> read(Publication message) {
    if (message.topic().equals(Retained.DROPPED)) {
      dropped(message);
      return CompletableFuture.completedFuture(null);
    }
    retained.note(message);
    int size = message.payload().length;
    boolean tooLarge =
        size > config.maxPayload() && !(size <= LARGEST && devices.isDescription(message.topic()));
    if (tooLarge) {
      metrics.malformed(message.topic(), "larger than " + config.maxPayload() + " bytes");
      return CompletableFuture.completedFuture(null);
    }
    return devices.arrived(message(message));
  }

  private static Message message(Publication message) {
    return new Message(
        new Address.Mqtt(message.topic()),
        Payload.of(message.payload()),
        message.retained(),
        message.correlation());
  }

  private void connect() {
    MqttConnection next = new NettyConnection(config, presence(), this);
    connection = next;
    next.open();
  }

  /** Where devices look for whether somebody listens to them. */
  private Optional<String> presence() {
    return devices
        .farewell()
        .map(message -> message.to().toString())
        .or(() -> Optional.of(config.statusTopic()));
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
    List<Subscription> all = new ArrayList<>(subscriptions(devices.filters()));
    all.addAll(reports(watched.filters()));
    return all;
  }

  private String noConnection() {
    return "no connection to the broker " + config.uri() + " (" + status.trouble() + ")";
  }
}
