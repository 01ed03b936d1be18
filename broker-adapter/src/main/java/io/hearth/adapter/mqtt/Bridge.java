package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.LinkHealth;
import io.hearth.adapter.wire.LinkThread;
import io.hearth.adapter.wire.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Carries messages between the home's broker and another one, over connections of its own, so that
 * nothing it does slows the home's link. What it publishes never comes back over it.
 */
public final class Bridge implements BridgeEnd.Owner, AutoCloseable {

  /** The bridge's name in problems and health. */
  public static final String NAME = "bridge";

  private final LinkThread thread = new LinkThread("hearth-bridge");
  private final InstantSource clock;
  private final BridgeMetrics metrics;
  private final BridgeEnd home;
  private final BridgeEnd other;
  private final List<BridgeLane> lanes;
  private volatile Status status;

  private record Status(boolean connected, Instant since, Optional<String> trouble) {}

  private Bridge(
      BridgeConfig config, MqttConfig atHome, BridgeMetrics metrics, InstantSource clock) {
    this.clock = clock;
    this.metrics = metrics;
    this.home = new BridgeEnd(end(atHome, config), thread, this);
    this.other = new BridgeEnd(end(config.other(), config), thread, this);
    this.lanes =
        Stream.of(
                new BridgeLane(config, config.outward(), home, other, thread, metrics),
                new BridgeLane(config, config.homeward(), other, home, thread, metrics))
            .filter(BridgeLane::isUsed)
            .toList();
    this.status = new Status(false, clock.instant(), Optional.of("not connected yet"));
  }

  /** A broker keeps for the bridge what it may still carry afterwards. */
  private static MqttConfig end(MqttConfig broker, BridgeConfig config) {
    return broker.toBuilder()
        .clientId(config.other().clientId())
        .sessionExpiry(config.queueFor())
        .build();
  }

  /**
   * Starts connecting, and goes on until it is closed; never blocks and never fails.
   *
   * @param home how Hearth reaches the home's broker
   */
  public static Bridge start(
      BridgeConfig config,
      MqttConfig home,
      Problems problems,
      MeterRegistry meters,
      InstantSource clock) {
    Bridge bridge = new Bridge(config, home, new BridgeMetrics(meters, problems), clock);
    bridge.thread.execute(bridge.home::open);
    bridge.thread.execute(bridge.other::open);
    return bridge;
  }

  public LinkHealth health() {
    Status now = status;
    return new LinkHealth(
        NAME, other.address(), now.connected(), now.since(), now.trouble(), metrics.counts());
  }

  @Override
  public void there(BridgeEnd end, boolean resumed) {
    metrics.solved(place(end));
    for (BridgeLane lane : lanes) {
      if (lane.comesFrom(end)) {
        lane.sourceThere(resumed);
      } else {
        lane.targetThere(resumed);
      }
    }
    if (home.isThere() && other.isThere()) {
      tell(true, Optional.empty());
    }
  }

  @Override
  public void away(BridgeEnd end, String reason) {
    lanes.stream().filter(lane -> !lane.comesFrom(end)).forEach(BridgeLane::targetAway);
    String trouble = place(end) + " is not reached: " + reason;
    metrics.problem(place(end), "not reached: " + reason, "");
    tell(false, Optional.of(trouble));
  }

  @Override
  public void refused(BridgeEnd end, List<String> filters) {
    metrics.problem(place(end), "the broker does not allow the bridge to read " + filters, "");
  }

  @Override
  public void arrived(BridgeEnd end, Publication message, Runnable acknowledge) {
    lanes.stream()
        .filter(lane -> lane.comesFrom(end))
        .findFirst()
        .ifPresentOrElse(lane -> lane.take(message, acknowledge), acknowledge);
  }

  private void tell(boolean connected, Optional<String> trouble) {
    Instant since = status.connected() == connected ? status.since() : clock.instant();
    status = new Status(connected, since, trouble);
    metrics.connected(connected);
  }

  private String place(BridgeEnd end) {
    return (end.equals(home) ? "the home's broker " : "the other broker ") + end.address();
  }

  @Override
  public void close() {
    thread.close(() -> {
      home.close();
      other.close();
      tell(false, Optional.of("it was closed"));
    });
  }
}
