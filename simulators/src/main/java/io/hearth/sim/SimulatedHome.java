package io.hearth.sim;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.sim.own.OwnWire;
import io.hearth.sim.physics.DeviceModel;
import io.hearth.sim.physics.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
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
  private final LinkThreads linkThreads;
  private final CoapThreads coapThreads;
  private final SimulatedTime time;
  private final Map<DeviceId, SimulatedDevice> devices = new LinkedHashMap<>();
  private final LocalControl control;
  private final ControlTopic controlTopic;

  /** Those that are not away from the beginning. */
  private final List<SimulatedDevice> expected;

  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Runnable ticking = () -> {};

  private SimulatedHome(Home home, Map<DeviceId, DeviceState> initial, SimulationConfig config) {
    loop = new SimulationLoop("hearth-sim-" + home.id());
    linkThreads = new LinkThreads();
    coapThreads = new CoapThreads();
    time = new SimulatedTime(config.clock(), config.speed());
    WireJson json = new WireJson();
    MqttClients clients = new MqttClients(config.broker(), config.login(), linkThreads);
    Surroundings surroundings = Surroundings.of(home, config.physics(), config.seed());
    for (Device device : home.devices()) {
      if (!NO_DEVICES.contains(device.type().id())) {
        Map<String, Value> first = values(initial, device);
        Optional<OwnType> own = ownType(config, device);
        DeviceModel model =
            own.isPresent()
                ? new DeviceModel(
                    device, first, surroundings, time.instant(), own.get().simulation())
                : new DeviceModel(device, first, surroundings, time.instant());
        devices.put(
            device.id(),
            connected(model, config, clients, json, own.flatMap(t -> OwnWire.of(t, device))));
      }
    }
    expected = devices.values().stream().filter(d -> !isAway(initial, d.device().id())).toList();
    control = new LocalControl(loop, devices);
    controlTopic = new ControlTopic(loop, clients, home.id().value(), json, control);
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
    coapThreads.close();
    linkThreads.shutdownNow();
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

  private SimulatedDevice connected(
      DeviceModel model,
      SimulationConfig config,
      MqttClients clients,
      WireJson json,
      Optional<OwnWire> own) {
    DeviceId id = model.device().id();
    if (own.isPresent()) {
      return new SimulatedDevice(
          model, json, config.clock(), side -> new OwnLink(loop, clients, own.get(), id, side));
    }
    return new SimulatedDevice(
        model,
        json,
        config.clock(),
        side ->
            switch (config.protocols().apply(model.device())) {
              case MQTT -> new MqttLink(loop, clients, json, config.topicPrefix(), id, side);
              case COAP ->
                  new CoapLink(
                      loop,
                      coapThreads,
                      json,
                      config.coapHost(),
                      id,
                      side,
                      registration(config, id));
            });
  }

  private static Optional<OwnType> ownType(SimulationConfig config, Device device) {
    return config.deviceTypes().stream()
        .filter(type -> type.id().equals(device.type().id()))
        .findFirst();
  }

  private Optional<Registration> registration(SimulationConfig config, DeviceId id) {
    return config
        .resourceDirectory()
        .map(uri -> new Registration(loop, uri, id.value(), config.registrationLifetime()));
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
