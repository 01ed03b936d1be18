package io.hearth.adapter;

import io.hearth.adapter.binding.BoundDevices;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.coap.CoapLink;
import io.hearth.adapter.hearth.HearthConvention;
import io.hearth.adapter.mqtt.Bridge;
import io.hearth.adapter.mqtt.MqttLink;
import io.hearth.adapter.owntype.OwnTypes;
import io.hearth.adapter.wire.DeviceFacts;
import io.hearth.adapter.wire.DeviceLink;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.KeptCommands;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.Problems;
import io.hearth.adapter.wire.Routes;
import io.hearth.adapter.wot.ThingLink;
import io.hearth.model.CommandDispatcher;
import io.hearth.model.DeviceReports;
import io.hearth.model.HomeEvents;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The adapter between a home and the wire its devices speak: what they say goes to {@link
 * DeviceReports}, commands go to them. Belongs to one home; close it to let go of the wire.
 */
public final class BrokerAdapter implements CommandDispatcher, AutoCloseable {

  private final OwnTypes ownTypes;
  private final BoundDevices devices;
  private final Routes routes;
  private final Problems problems;
  private final MqttLink mqtt;
  private final Optional<CoapLink> coap;
  private final ThingLink things;
  private final Optional<Bridge> bridge;
  private final Dispatcher dispatcher;
  private final ExecutorService tellers;

  private BrokerAdapter(
      OwnTypes ownTypes,
      BoundDevices devices,
      Routes routes,
      Problems problems,
      MqttLink mqtt,
      Optional<CoapLink> coap,
      ThingLink things,
      Optional<Bridge> bridge,
      Dispatcher dispatcher,
      ExecutorService tellers) {
    this.ownTypes = ownTypes;
    this.devices = devices;
    this.routes = routes;
    this.problems = problems;
    this.mqtt = mqtt;
    this.coap = coap;
    this.things = things;
    this.bridge = bridge;
    this.dispatcher = dispatcher;
    this.tellers = tellers;
  }

  /**
   * Begins to listen. It does not wait for the broker, which may come later and go at any time.
   *
   * @param home the home at the moment of asking: for its id, and for waits and actions by type
   * @param states what is believed of each device at the moment of asking
   * @throws io.hearth.adapter.wire.LinkUnavailableException when the CoAP port is in use
   */
  public static BrokerAdapter start(
      AdapterConfig config,
      Supplier<Home> home,
      Function<DeviceId, DeviceState> states,
      DeviceReports reports,
      HomeEvents events,
      InstantSource clock,
      MeterRegistry meters) {
    DeviceFacts facts = DeviceFacts.of(home, states, config.commandTimeout());
    Routes routes = new Routes();
    Problems problems = new Problems(clock);
    LinkMetrics metrics = new LinkMetrics(meters, MqttLink.NAME, problems);
    Inbox inbox = new Inbox(MqttLink.NAME, reports, routes, clock, metrics);
    OwnTypes ownTypes = new OwnTypes();
    BoundDevices devices =
        new BoundDevices(
            Conventions.overMqtt(config, ownTypes),
            Conventions.RANKING,
            HearthConvention.replyTopic(config.mqtt().prefix(), config.mqtt().clientId()),
            facts,
            problems,
            metrics,
            new KeptCommands(config.queueAge(), facts, clock));
    MqttLink mqtt = MqttLink.start(config.mqtt(), devices, inbox, metrics, clock);
    Optional<CoapLink> coap =
        config.coap().enabled()
            ? Optional.of(
                coap(
                    config.coap().withAsked(config.things().coapUrls()),
                    facts,
                    devices,
                    reports,
                    routes,
                    problems,
                    clock,
                    meters))
            : Optional.empty();
    ThingLink things =
        ThingLink.start(
            config.things(),
            devices,
            new Inbox(
                ThingLink.NAME,
                reports,
                routes,
                clock,
                new LinkMetrics(meters, ThingLink.NAME, problems)),
            problems,
            resource ->
                coap.map(link -> link.read(resource))
                    .orElseGet(() ->
                        CompletableFuture.failedFuture(new IOException("CoAP is not in use here"))),
            clock);
    List<DeviceLink> links =
        Stream.<DeviceLink>concat(Stream.of(mqtt, things), coap.stream()).toList();
    ExecutorService tellers = Executors.newVirtualThreadPerTaskExecutor();
    Dispatcher dispatcher =
        new Dispatcher(links, routes, facts, events, clock, meters, tellers, System::nanoTime);
    Optional<Bridge> bridge =
        config.bridge().map(b -> Bridge.start(b, config.mqtt(), problems, meters, clock));
    return new BrokerAdapter(
        ownTypes, devices, routes, problems, mqtt, coap, things, bridge, dispatcher, tellers);
  }

  private static CoapLink coap(
      CoapConfig config,
      DeviceFacts facts,
      BoundDevices devices,
      DeviceReports reports,
      Routes routes,
      Problems problems,
      InstantSource clock,
      MeterRegistry meters) {
    LinkMetrics metrics = new LinkMetrics(meters, CoapLink.NAME, problems);
    Inbox inbox = new Inbox(CoapLink.NAME, reports, routes, clock, metrics);
    return CoapLink.start(config, facts, devices, inbox, metrics, problems, clock);
  }

  @Override
  public CompletionStage<CommandOutcome> dispatch(Command command) {
    return dispatcher.dispatch(command);
  }

  public AdapterHealth health() {
    return new AdapterHealth(
        Stream.<DeviceLink>concat(Stream.of(mqtt), coap.stream()).map(DeviceLink::health).toList(),
        bridge.stream().map(Bridge::health).toList());
  }

  /** How a device is reached, and what it has said in this run. */
  public DeviceTrace trace(DeviceId device) {
    Optional<Routes.Reported> reported = routes.reported(device);
    return new DeviceTrace(
        routes.to(device).map(Routes.Route::link),
        devices.convention(device),
        reported.map(Routes.Reported::reports).orElse(0L),
        reported.map(Routes.Reported::last),
        routes.to(device).map(Routes.Route::reason));
  }

  /**
   * Speaks with devices of these types of one's own from now on, and with no others.
   *
   * @throws io.hearth.adapter.owntype.WireTextException for a template or expression that is none;
   *     nothing is changed then
   */
  public void speak(List<OwnType> types) {
    devices.change(ownTypes, () -> ownTypes.exchange(types));
  }

  /** Something besides the wire is wrong that belongs to it, as a file that describes devices. */
  public void note(String what, String place, String reason) {
    problems.note(what, Optional.empty(), place, reason, "");
  }

  /** What was noted of a place does not hold any more. */
  public void solved(String what, String place) {
    problems.solved(what, place);
  }

  /**
   * Notes what went wrong elsewhere on the wire.
   *
   * @param link whose problem it is, e.g. {@code broker}
   * @param place the topic, or what else names where
   */
  public void problem(String link, String place, String reason) {
    problems.note(link, Optional.empty(), place, reason, "");
  }

  /** What went wrong on the wire, the latest first. */
  public List<Problems.Problem> problems() {
    return problems.all();
  }

  /** The UDP port at which devices register and push; empty without CoAP. */
  public OptionalInt coapPort() {
    return coap.map(link -> OptionalInt.of(link.port())).orElseGet(OptionalInt::empty);
  }

  /** Lets go of the wire; waits for commands on their way, as long as they may take. */
  @Override
  public void close() {
    bridge.ifPresent(Bridge::close);
    things.close();
    mqtt.close();
    devices.close();
    coap.ifPresent(CoapLink::close);
    tellers.shutdown();
  }
}
