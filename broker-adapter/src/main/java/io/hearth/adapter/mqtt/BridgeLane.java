package io.hearth.adapter.mqtt;

import io.hearth.adapter.mqtt.BridgeMetrics.Fate;
import io.hearth.adapter.wire.LinkThread;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What passes a bridge in one direction, in the order in which it came. While the side it goes to
 * is there, a message is acknowledged when that side has it, so that a slow one slows the other
 * down. While it is away messages wait here, the oldest give way when there are too many, and what
 * is retained is then read again. Used on the bridge's thread only.
 */
final class BridgeLane {

  private static final int AT_ONCE = 256;
  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final int OVERHEAD = 256;
  private static final int HEAD = 80;
  private static final int MOST_LOSSES = 3;

  private final BridgeConfig config;
  private final BridgeRoute route;
  private final BridgeEnd source;
  private final BridgeEnd target;
  private final LinkThread thread;
  private final BridgeMetrics metrics;
  private final Deque<Parcel> waiting = new ArrayDeque<>();
  private final Set<Parcel> flying = new LinkedHashSet<>();
  private final AtomicInteger waits = new AtomicInteger();
  private long bytes;
  private long dropped;
  private boolean keptIsOwed = true; // what is retained has not been read yet, or not all

  /** A message on its way. */
  private static final class Parcel {
    private final Publication message;
    private final Runnable acknowledge;
    private final long since = System.nanoTime();
    private int losses;

    Parcel(Publication message, Runnable acknowledge) {
      this.message = message;
      this.acknowledge = acknowledge;
    }

    int size() {
      return message.payload().length + message.topic().length() + OVERHEAD;
    }

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - since);
    }
  }

  BridgeLane(
      BridgeConfig config,
      BridgeRoute route,
      BridgeEnd source,
      BridgeEnd target,
      LinkThread thread,
      BridgeMetrics metrics) {
    this.config = config;
    this.route = route;
    this.source = source;
    this.target = target;
    this.thread = thread;
    this.metrics = metrics;
    metrics.watch(route, waits);
  }

  /** Whether anything is to pass it. */
  boolean isUsed() {
    return !route.filters().isEmpty();
  }

  /** Whether messages of that end are its. */
  boolean comesFrom(BridgeEnd end) {
    return end.equals(source);
  }

  /** The side that messages come from is there. */
  void sourceThere(boolean resumed) {
    keptIsOwed |= !resumed;
    subscribe();
  }

  /** The side that messages go to is there. */
  void targetThere(boolean resumed) {
    keptIsOwed |= !resumed; // it may have lost all it had
    if (keptIsOwed) {
      subscribe();
    }
    if (dropped > 0) {
      metrics.solved(place());
      dropped = 0;
    }
    pump();
  }

  private void subscribe() {
    if (!source.isThere()) {
      return;
    }
    boolean kept = keptIsOwed && target.isThere();
    source.subscribe(route.subscriptions(config.qos(), kept));
    keptIsOwed &= !kept;
  }

  /** The side that messages go to is away: what was on its way waits again. */
  void targetAway() {
    flying.stream()
        .filter(parcel -> parcel.losses == MOST_LOSSES)
        .toList()
        .forEach(parcel -> refuse(parcel, "each time it was sent there the connection was lost"));
    List<Parcel> again = new ArrayList<>(flying);
    flying.clear();
    for (Parcel parcel : again.reversed()) {
      parcel.losses++;
      waiting.addFirst(parcel);
      bytes += parcel.size();
    }
    waiting.forEach(parcel -> parcel.acknowledge.run());
    trim();
  }

  /** Takes a message. */
  void take(Publication message, Runnable acknowledge) {
    Optional<String> bridge = BridgeMark.on(message);
    boolean own = bridge.filter(config.other().clientId()::equals).isPresent();
    if (own || !route.carries(message.topic())) { // or the broker knows an older subscription
      acknowledge.run();
      return;
    }
    if (bridge.isPresent()) {
      metrics.count(route, Fate.CAME_BY_BRIDGE);
      acknowledge.run();
      return;
    }
    Parcel parcel = new Parcel(message, acknowledge);
    waiting.addLast(parcel);
    bytes += parcel.size();
    if (target.isThere()) {
      pump();
    } else {
      acknowledge.run();
      trim();
    }
  }

  private void trim() {
    while (waiting.size() > config.queue() || bytes > MOST_BYTES) {
      Parcel oldest = waiting.removeFirst();
      bytes -= oldest.size();
      keptIsOwed = true;
      dropped++;
      finish(oldest, Fate.DROPPED);
      metrics.problem(
          place(),
          dropped
              + " messages were dropped because too many waited while it is away; what is retained"
              + " goes again when it is back (more wait with a larger "
              + BridgeConfig.KEYS
              + ".queue)",
          "");
    }
    waits.set(waiting.size());
  }

  private void pump() {
    while (!waiting.isEmpty() && target.isThere() && mayFly(waiting.getFirst())) {
      Parcel next = waiting.removeFirst();
      bytes -= next.size();
      Duration age = next.age();
      Optional<Duration> expiry = BridgeMark.expiry(next.message).map(given -> given.minus(age));
      boolean old = !next.message.retained() && age.compareTo(config.queueFor()) > 0;
      if (old || expiry.filter(left -> left.isNegative() || left.isZero()).isPresent()) {
        finish(next, Fate.EXPIRED);
      } else {
        flying.add(next);
        target.publish(outbound(next, expiry));
      }
    }
    waits.set(waiting.size());
  }

  /**
   * A message with which the connection was lost flies alone, so that one is known which a broker
   * ends the connection for.
   */
  private boolean mayFly(Parcel parcel) {
    boolean careful =
        parcel.losses > 0 || flying.stream().findFirst().filter(f -> f.losses > 0).isPresent();
    return flying.size() < (careful ? 1 : AT_ONCE);
  }

  private Outbound outbound(Parcel parcel, Optional<Duration> expiry) {
    Publication message = parcel.message;
    Outbound outbound =
        Outbound.of(route.translate(message.topic()), message.payload(), message.retained())
            .passing(config.qos(), BridgeMark.passed(message, route, config.other().clientId()))
            .telling(
                () -> thread.execute(() -> settled(parcel, Fate.CARRIED)),
                reason -> thread.execute(() -> undelivered(parcel, reason)));
    return expiry.map(outbound::expiring).orElse(outbound);
  }

  private void undelivered(Parcel parcel, String reason) {
    if (!target.isThere() || !flying.contains(parcel)) {
      return; // the connection is lost, so it goes with the next
    }
    if (reason.equals(MqttReasons.NOBODY)) {
      settled(parcel, Fate.CARRIED); // the broker took it, but nobody listens there
      return;
    }
    refuse(parcel, reason);
    pump();
  }

  private void refuse(Parcel parcel, String reason) {
    byte[] payload = parcel.message.payload();
    metrics.problem(
        route.word() + " " + parcel.message.topic(),
        "the message does not pass the bridge to " + target.address() + ": " + reason,
        new String(payload, 0, Math.min(payload.length, HEAD), StandardCharsets.UTF_8));
    flying.remove(parcel);
    finish(parcel, Fate.REFUSED);
  }

  private void settled(Parcel parcel, Fate fate) {
    if (flying.remove(parcel)) {
      finish(parcel, fate);
      pump();
    }
  }

  private void finish(Parcel parcel, Fate fate) {
    metrics.count(route, fate);
    parcel.acknowledge.run();
  }

  private String place() {
    return route.word() + " to " + target.address();
  }
}
