package io.hearth.app.home;

import io.hearth.adapter.broker.EmbeddedBroker;
import io.hearth.adapter.wire.LinkUnavailableException;
import io.hearth.app.config.AppConfig;
import io.hearth.context.ContextEngine;
import io.hearth.gateway.Conversations;
import io.hearth.gateway.PolicyConfig;
import io.hearth.gateway.Turn;
import io.hearth.gateway.TurnLog;
import io.hearth.gateway.Turns;
import io.hearth.gateway.http.HttpGateway;
import io.hearth.gateway.http.HttpSettings;
import io.hearth.gateway.http.HttpUnavailableException;
import io.hearth.gateway.http.Said;
import io.hearth.learning.JournalConfig;
import io.hearth.learning.JournalUnavailableException;
import io.hearth.learning.TurnJournal;
import io.hearth.model.CommandDispatcher;
import io.hearth.model.HomeEvents;
import io.hearth.model.device.Catalogue;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Utterance;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.DeviceRegistry;
import io.hearth.registry.DeviceTypeFolder;
import io.hearth.registry.HomeFileException;
import io.hearth.registry.HomeFiles;
import io.hearth.registry.RegistryConfig;
import io.hearth.registry.RegistryUnavailableException;
import io.hearth.sim.Login;
import io.hearth.sim.SimulatedHome;
import io.hearth.sim.SimulationConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Hearth: one home with everything that belongs to it. */
public final class Hearth implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Hearth.class);
  private static final int EVENT_LOOPS = 2;
  private static final Duration BROKER_PATIENCE = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Closing closing = new Closing();
  private final DescribedHome described;
  private final HttpGateway http;
  private final Wire wire;
  private final Optional<SimulatedHome> simulation;
  private final DeviceRegistry registry;

  /**
   * Starts everything and returns when it can take turns; devices come by themselves.
   *
   * @throws StartException saying in one line what to do when it cannot start
   */
  public static Hearth start(AppConfig config) {
    return start(config, InstantSource.system());
  }

  static Hearth start(AppConfig config, InstantSource clock) {
    try {
      return new Hearth(config, clock);
    } catch (CompletionException e) {
      throw refusal(e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException e) {
      throw refusal(e);
    }
  }

  private Hearth(AppConfig config, InstantSource clock) {
    this.clock = clock;
    try {
      DataFolder data = closing.add(DataFolder.open(config.data()));
      DeviceTypeFolder deviceTypes = deviceTypes(config, data);
      Catalogue catalogue = DeviceTypeWatch.catalogue(deviceTypes);
      described = home(config, new HomeFiles(catalogue));
      // What takes long starts together: broker, language and rules.
      PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      BrokerRefusals refusals = new BrokerRefusals();
      Optional<EmbeddedBroker> broker = closing.addAll(Wire.broker(config, data, meters, refusals));
      Optional<Login> login = Wire.login(config, data);
      CompletableFuture<Turns> turns = CompletableFuture.supplyAsync(() -> turns(config));
      Vertx vertx =
          closing.add(
              Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS)),
              v -> v.close().await());
      HomeEvents events = new VertxHomeEvents(vertx);
      registry =
          closing.add(
              DeviceRegistry.open(
                  RegistryConfig.inFolder(data.path()), catalogue, described, events, clock));
      ContextEngine context = new ContextEngine(registry.home(), registry.states(), clock);
      closing.add(events.subscribe(context::accept));
      wire =
          closing.add(
              Wire.start(
                  config,
                  data,
                  broker,
                  refusals,
                  login,
                  registry::home,
                  registry::state,
                  registry,
                  events,
                  clock,
                  meters));
      DeviceTypeWatch watch =
          closing.add(
              DeviceTypeWatch.start(
                  deviceTypes,
                  registry,
                  wire.adapter(),
                  described.home(),
                  changed -> home(config, new HomeFiles(changed))));
      TurnJournal journal =
          closing.add(
              TurnJournal.open(
                  JournalConfig.inFolder(data.path())
                      .withRetention(Duration.ofDays(config.journal().retentionDays())),
                  clock));
      ScheduledExecutorService timer =
          closing.add(
              Executors.newSingleThreadScheduledExecutor(
                  Thread.ofPlatform().daemon().name("hearth-timer").factory()));
      Turn turn =
          turns
              .join()
              .live(context::snapshot, wire.adapter(), events, timer, TurnLog.in(journal), clock);
      http =
          new HttpGateway(
              new HttpSettings(
                  config.http().host(), config.http().port(), Secrets.httpToken(config.http())),
              new RegistryView(registry, wire.adapter()),
              said -> turn.take(utterance(said)),
              events,
              meters,
              new HealthReport(wire, registry, described.home())::health,
              wire.adapter());
      vertx.deployVerticle(http).toCompletionStage().toCompletableFuture().join();
      awaitBroker(config);
      var unused =
          timer.scheduleWithFixedDelay(
              this::giveUpUndescribed, GRACE.toSeconds(), GRACE.toSeconds(), TimeUnit.SECONDS);
      simulation =
          config.simulators()
              ? Optional.of(closing.add(simulate(config, deviceTypes.types(), login)))
              : Optional.empty();
      simulation.ifPresent(home -> watch.followedBy(home::follow));
      LOGGER.atInfo().addKeyValue("address", address()).log("hearth started");
    } catch (RuntimeException | Error e) {
      closing.close();
      throw e;
    }
  }

  /** What a connected broker has kept describes devices within seconds. */
  private void giveUpUndescribed() {
    if (wire.adapter().health().isConnected()) {
      registry.giveUpUndescribed();
    }
  }

  /**
   * Gives the adapter a moment to subscribe, so that it misses nothing of what devices say first; a
   * broker that is not there yet may come later.
   */
  private void awaitBroker(AppConfig config) {
    boolean connected = Waiting.until(() -> wire.adapter().health().isConnected(), BROKER_PATIENCE);
    if (!connected) {
      LOGGER
          .atWarn()
          .addKeyValue("broker", wire.brokerUri())
          .addKeyValue("external", config.mqtt().external().isPresent())
          .log("no broker yet, going on trying");
    }
  }

  /** The folder as it is now; made where it is not there, so that one finds it. */
  private static DeviceTypeFolder deviceTypes(AppConfig config, DataFolder data) {
    String given = config.deviceTypes().folder();
    Path folder = given == null || given.isBlank() ? data.folder("device-types") : Path.of(given);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StartException(
          "the folder of device types "
              + folder
              + " cannot be made; choose another with HEARTH_DEVICE_TYPES_FOLDER");
    }
    DeviceTypeFolder types = new DeviceTypeFolder(folder, DeviceTypeReading.files());
    types.refresh();
    return types;
  }

  private static Turns turns(AppConfig config) {
    Understandings parts = Understandings.english(config.language().statistical());
    return new Turns(parts.understanding(), parts.judgement(), PolicyConfig.standard());
  }

  private static DescribedHome home(AppConfig config, HomeFiles files) {
    String file = config.home();
    return file == null || file.isBlank() ? files.demo() : files.read(Path.of(file));
  }

  private SimulatedHome simulate(
      AppConfig config, List<OwnType> deviceTypes, Optional<Login> login) {
    SimulationConfig.Builder simulation =
        SimulationConfig.at(wire.brokerUri())
            .clock(clock)
            .deviceTypes(deviceTypes)
            .speed(config.simulation().speed())
            .seed(config.simulation().seed());
    wire.adapter()
        .coapPort()
        .ifPresent(port -> simulation.resourceDirectory(URI.create("coap://127.0.0.1:" + port)));
    login.ifPresent(simulation::login);
    return SimulatedHome.start(described.home(), described.states(), simulation.build());
  }

  private Utterance utterance(Said said) {
    return new Utterance(
        UUID.randomUUID().toString(),
        said.transcript(),
        said.area(),
        said.satellite(),
        said.speaker(),
        clock.instant(),
        Dialogue.fresh(
            said.dialogue()
                .orElseGet(
                    () -> Conversations.idOf(said.area(), said.satellite(), said.speaker()))));
  }

  /** Where the web app is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + http.actualPort() + "/");
  }

  /** Where MQTT devices connect. */
  public URI brokerAddress() {
    return wire.brokerUri();
  }

  /** The embedded broker, if it is the one in use. */
  Optional<EmbeddedBroker> embeddedBroker() {
    return wire.embeddedBroker();
  }

  /** The simulated devices, if there are any. */
  Optional<SimulatedHome> simulation() {
    return simulation;
  }

  CommandDispatcher commands() {
    return wire.adapter();
  }

  DeviceRegistry registry() {
    return registry;
  }

  /** Stops everything in reverse order; what was acknowledged is kept. */
  @Override
  public void close() {
    closing.close();
    LOGGER.atInfo().log("hearth stopped");
  }

  private static RuntimeException refusal(Throwable cause) {
    return switch (cause) {
      case StartException e -> e;
      case HomeFileException e -> new StartException(String.valueOf(e.getMessage()));
      case LinkUnavailableException e -> new StartException(String.valueOf(e.getMessage()));
      case RegistryUnavailableException e -> new StartException(String.valueOf(e.getMessage()));
      case JournalUnavailableException e -> new StartException(String.valueOf(e.getMessage()));
      case HttpUnavailableException e -> new StartException(String.valueOf(e.getMessage()));
      case IllegalArgumentException e -> new StartException(String.valueOf(e.getMessage()));
      case RuntimeException e -> e;
      default -> new IllegalStateException(cause);
    };
  }
}
