package io.hearth.sim;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.sim.own.OwnDevices;
import io.hearth.sim.own.OwnWire;
import io.hearth.sim.physics.DeviceModel;
import io.hearth.sim.physics.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A home whose devices are simulated: each connects on its own, tells its state and does what it is
 * told, until the home is closed.
 */
public final class SimulatedHome implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(SimulatedHome.class);

  /** Types that stand for something that is no device. */
  private static final Set<String> NO_DEVICES = Set.of("person", "helper");

  private static final Duration TICK = Duration.ofMillis(200);
  private static final long SHORTEST_TICK_MILLIS = 20;

  private final SimulationLoop loop;
  private final Links links;
  private final SimulatedTime time;
  private final SimulationConfig config;
  private final WireJson json = new WireJson();
  private final Surroundings surroundings;
  private final LocalControl control;
  private final ControlTopic controlTopic;

  /** Those that are not away from the beginning. */
  private final List<SimulatedDevice> expected;

  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Map<DeviceId, SimulatedDevice> devices = Map.of();
  private volatile Runnable ticking = () -> {};

  /** The types of one's own by their devices; on the loop. */
  private Map<DeviceId, OwnType> types = Map.of();

  private SimulatedHome(Home home, Map<DeviceId, DeviceState> initial, SimulationConfig config) {
    this.config = config;
    loop = new SimulationLoop("hearth-sim-" + home.id());
    links = new Links(loop, config, json);
    time = new SimulatedTime(config.clock(), config.speed());
    surroundings = Surroundings.of(home, config.physics(), config.seed());
    Map<DeviceId, SimulatedDevice> all = new LinkedHashMap<>();
    Map<DeviceId, OwnType> own = new LinkedHashMap<>();
    for (OwnType type : config.deviceTypes()) {
      for (Device device : OwnDevices.of(type, home)) {
        all.put(device.id(), own(device, type, initial));
        own.put(device.id(), type);
      }
    }
    for (Device device : home.devices()) {
      if (!NO_DEVICES.contains(device.type().id()) && !own.containsKey(device.id())) {
        all.put(device.id(), plain(device, initial));
      }
    }
    devices = Collections.unmodifiableMap(all);
    types = own;
    expected = all.values().stream().filter(d -> !isAway(initial, d.device().id())).toList();
    control = new LocalControl(loop, id -> Optional.ofNullable(devices.get(id)));
    controlTopic = new ControlTopic(loop, links.clients(), home.id().value(), json, control);
  }

  /**
   * Starts all devices of a home but people and helpers; returns at once, while they connect and
   * keep trying for as long as there is nobody to connect to.
   *
   * @param initial what is true of them at first; a device that is offline there stays away until
   *     it is brought back
   */
  public static SimulatedHome start(
      Home home, Map<DeviceId, DeviceState> initial, SimulationConfig config) {
    SimulatedHome simulated = new SimulatedHome(home, initial, config);
    simulated.begin(config.speed());
    return simulated;
  }

  /**
   * Simulates the devices of these types of one's own from now on, and of no others; those whose
   * type is the same go on as they are.
   *
   * @param home with the devices that the home file has now
   */
  public void follow(Home home, List<OwnType> now) {
    loop.execute(() -> {
      Map<DeviceId, SimulatedDevice> all = new LinkedHashMap<>(devices);
      Map<DeviceId, OwnType> next = new LinkedHashMap<>();
      for (OwnType type : now) {
        OwnDevices.of(type, home).forEach(device -> next.put(device.id(), type));
      }
      types.forEach((id, type) -> {
        SimulatedDevice before = all.get(id);
        if (before != null && !type.equals(next.get(id))) {
          all.remove(id);
          var unused = before.leave();
        }
      });
      for (OwnType type : now) {
        for (Device device : OwnDevices.of(type, home)) {
          if (!all.containsKey(device.id())) {
            SimulatedDevice added = own(device, type, Map.of());
            all.put(device.id(), added);
            added.goOnline();
          }
        }
      }
      types = next;
      devices = Collections.unmodifiableMap(all);
    });
  }

  /** What people and accidents may do to the devices. */
  public SimulationControl control() {
    return control;
  }

  /** The devices that are simulated. */
  public Set<DeviceId> devices() {
    return Set.copyOf(devices.keySet());
  }

  /**
   * Completes when every device that is not away from the beginning was on the network once, and
   * the control topic is listened to.
   */
  public CompletionStage<Void> ready() {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    all.add(controlTopic.ready());
    expected.forEach(device -> all.add(device.firstJoined()));
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  /** Takes all devices off the network as it should be done; waits for that, a few seconds. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    ticking.run();
    List<CompletableFuture<Void>> leaving =
        loop.call(() -> {
          List<CompletableFuture<Void>> all = new ArrayList<>();
          devices.values().forEach(device -> all.add(device.leave()));
          all.add(controlTopic.close());
          return all;
        });
    CompletableFuture.allOf(leaving.toArray(CompletableFuture[]::new)).join();
    loop.close();
    links.close();
    LOGGER.atInfo().addKeyValue("devices", devices.size()).log("simulation ended");
  }

  private void begin(double speed) {
    loop.execute(() -> {
      controlTopic.open();
      expected.forEach(SimulatedDevice::goOnline);
    });
    long tick = Math.max(SHORTEST_TICK_MILLIS, (long) (TICK.toMillis() / Math.max(1, speed)));
    ticking = loop.every(Duration.ofMillis(tick), this::advance);
    LOGGER.atInfo().addKeyValue("devices", devices.size()).log("simulation started");
  }

  private void advance() {
    devices.values().forEach(device -> device.advance(time.instant()));
  }

  private SimulatedDevice plain(Device device, Map<DeviceId, DeviceState> initial) {
    return new SimulatedDevice(
        new DeviceModel(device, values(initial, device), surroundings, time.instant()),
        json,
        config.clock(),
        side -> links.of(device.id(), config.protocols().apply(device), side));
  }

  /** One whose id is none of its type speaks as Hearth's own do. */
  private SimulatedDevice own(Device device, OwnType type, Map<DeviceId, DeviceState> initial) {
    Optional<OwnWire> wire = OwnWire.of(type, device);
    return new SimulatedDevice(
        new DeviceModel(
            device, values(initial, device), surroundings, time.instant(), type.simulation()),
        json,
        config.clock(),
        side ->
            wire.isPresent()
                ? links.of(device.id(), wire.get(), side)
                : links.of(device.id(), config.protocols().apply(device), side));
  }

  private static boolean isAway(Map<DeviceId, DeviceState> initial, DeviceId id) {
    return Optional.ofNullable(initial.get(id))
        .filter(state -> state.availability() == Availability.OFFLINE)
        .isPresent();
  }

  private static Map<String, Value> values(Map<DeviceId, DeviceState> initial, Device device) {
    Map<String, Value> values = new LinkedHashMap<>();
    Optional.ofNullable(initial.get(device.id()))
        .ifPresent(state -> state.properties().forEach((name, p) -> values.put(name, p.value())));
    return values;
  }
}
