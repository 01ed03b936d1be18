package io.hearth.adapter.coap;

import io.hearth.adapter.binding.BoundDevices;
import io.hearth.adapter.coap.thing.Server;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.DeviceFacts;
import io.hearth.adapter.wire.DeviceLink;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.KeptCommands;
import io.hearth.adapter.wire.LinkHealth;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.LinkThread;
import io.hearth.adapter.wire.LinkUnavailableException;
import io.hearth.adapter.wire.Problems;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Command;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.LinkFormat;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link to CoAP devices: discovers and observes those with a server, takes what the others push,
 * and sends commands.
 */
public final class CoapLink implements DeviceLink, AutoCloseable {

  /** The link's name in routes and counters. */
  public static final String NAME = "coap";

  private static final Logger LOGGER = LoggerFactory.getLogger(CoapLink.class);
  private static final Duration ATTENDED = Duration.ofSeconds(1);

  private final CoapServer server;
  private final CoapEndpoint plain;
  private final Optional<CoapEndpoint> far;
  private final Optional<SecureEndpoint> secure;
  private final LinkThread thread = new LinkThread("hearth-coap-link");
  private final BoundDevices devices;
  private final Calls calls;
  private final Peers peers;
  private final Registrations registrations;
  private final Sleepers sleepers;
  private final DeviceFacts facts;
  private final LinkMetrics metrics;
  private final Instant since;

  private CoapLink(
      CoapConfig config,
      DeviceFacts facts,
      BoundDevices devices,
      Inbox inbox,
      LinkMetrics metrics,
      Problems problems,
      InstantSource clock) {
    this.devices = devices;
    this.facts = facts;
    this.metrics = metrics;
    this.since = clock.instant();
    Optional<KeyFile> keys = config.security().flatMap(CoapSecurity::keys).map(KeyFile::new);
    Configuration configuration = Endpoints.configuration(config);
    this.plain = Endpoints.plain(config, configuration);
    this.secure =
        config
            .security()
            .map(security -> new SecureEndpoint(config, security, keys, configuration));
    boolean farther =
        config.multicast().isPresent()
            || !SecureEndpoint.isLoopback(config.host())
            || Stream.of(config.peers(), config.directories(), config.asked())
                .flatMap(List::stream)
                .anyMatch(CoapLink::isElsewhere);
    this.far = farther ? Optional.of(Endpoints.asking(config, configuration)) : Optional.empty();
    Whereabouts whereabouts = new Whereabouts();
    Observations observations = new Observations();
    this.calls = new Calls(plain, far, secure.map(SecureEndpoint::endpoint), whereabouts, thread);
    Access access = new Access(keys, problems);
    this.peers = new Peers(config, calls, devices, inbox, metrics, problems, access);
    CoapTransport transport =
        new CoapTransport(config, calls, observations, inbox, metrics, devices::arrived, peers);
    peers.carriedBy(transport);
    devices.carriedBy(transport);
    plain.addNotificationListener(observations);
    far.ifPresent(endpoint -> endpoint.addNotificationListener(observations));
    secure.ifPresent(dtls -> {
      dtls.endpoint().addNotificationListener(observations);
      dtls.endpoint().addInterceptor(whereabouts);
    });
    this.sleepers =
        new Sleepers(config.awake(), new KeptCommands(config.queueAge(), facts, clock), clock);
    this.registrations =
        new Registrations(peers, thread, new RegistrationFile(config.data()), sleepers, clock);
    this.server = server(config, configuration, access, inbox);
  }

  private CoapServer server(
      CoapConfig config, Configuration configuration, Access access, Inbox inbox) {
    CoapServer made = new CoapServer(configuration);
    made.addEndpoint(plain);
    secure.ifPresent(dtls -> made.addEndpoint(dtls.endpoint()));
    DirectoryResource directory =
        new DirectoryResource(registrations, thread, access, config.maxPayload());
    made.add(
        directory,
        LookupResource.both(registrations, thread),
        new PushResource(facts, peers, access, inbox, metrics, config.maxPayload()));
    made.getRoot().getChild(".well-known").add(directory.simple());
    return made;
  }

  /**
   * Opens the endpoints and begins to look for devices.
   *
   * @throws LinkUnavailableException when a port is in use, keys cannot be used, or it would be
   *     open to other machines without them
   */
  public static CoapLink start(
      CoapConfig config,
      DeviceFacts facts,
      BoundDevices devices,
      Inbox inbox,
      LinkMetrics metrics,
      Problems problems,
      InstantSource clock) {
    if (!SecureEndpoint.isLoopback(config.host()) && config.security().isEmpty()) {
      throw new LinkUnavailableException(
          "coap.host "
              + config.host()
              + " would be open to other machines without keys; set"
              + " coap.dtls.keys, or coap.host to 127.0.0.1",
          new IllegalStateException("no coap.dtls"));
    }
    CoapLink link = new CoapLink(config, facts, devices, inbox, metrics, problems, clock);
    link.open(config);
    return link;
  }

  private void open(CoapConfig config) {
    try {
      secure.ifPresent(SecureEndpoint::recall);
      server.start();
      if (far.isPresent()) {
        far.get().start();
      }
    } catch (IllegalStateException | IOException failure) {
      throw new LinkUnavailableException(
          "CoAP cannot be opened at " + config.host() + ":" + config.port(), failure);
    }
    metrics.connected(true);
    LOGGER.atInfo().addKeyValue("address", address()).log("coap endpoint open");
    thread.execute(registrations::recall);
    for (URI peer : config.peers()) {
      Server at = Server.at(peer);
      thread.execute(() -> peers.add(at.base().toString(), at, Optional.empty(), false));
    }
    for (URI directory : config.directories()) {
      thread.execute(new DirectoryClient(directory, calls, peers, this::ownLinks, config)::start);
    }
    config
        .multicast()
        .ifPresent(name ->
            thread.execute(
                new MulticastSearch(
                        Endpoints.byName(name),
                        far.orElseThrow(),
                        calls,
                        peers,
                        CoapConfig.DEFAULT_PORT)
                    ::start));
    secure.ifPresent(this::attend);
  }

  /**
   * Reads a resource once, block by block where it is long.
   *
   * @return fails with an {@link IOException} that says why when it cannot be read
   */
  public CompletableFuture<byte[]> read(URI resource) {
    CompletableFuture<byte[]> read = new CompletableFuture<>();
    thread.execute(() ->
        calls.get(
            resource,
            response -> {
              if (response.isSuccess()) {
                read.complete(response.getPayload());
              } else {
                read.completeExceptionally(new IOException("answered with " + response.getCode()));
              }
            },
            () -> read.completeExceptionally(new IOException("it does not answer"))));
    return read;
  }

  /** The port that it is open at. */
  public int port() {
    return plain.getAddress().getPort();
  }

  /** The port that it is open at by DTLS. */
  public OptionalInt securePort() {
    return secure
        .map(dtls -> OptionalInt.of(dtls.endpoint().getAddress().getPort()))
        .orElseGet(OptionalInt::empty);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LinkHealth health() {
    return new LinkHealth(
        NAME, address(), server.isRunning(), since, Optional.empty(), metrics.counts());
  }

  @Override
  public CompletableFuture<Answer> send(Command command, String correlation, Duration within) {
    return peers
        .owner(command.device())
        .filter(sleepers::isAsleep)
        .map(server ->
            CompletableFuture.completedFuture(
                sleepers.keep(server, command, () -> devices.send(command, correlation, within))))
        .orElseGet(() -> devices.sendOrKeep(command, correlation, within));
  }

  @Override
  public boolean isAsleep(DeviceId device) {
    return peers.owner(device).filter(sleepers::isAsleep).isPresent();
  }

  /** Ends; sessions and registrations are kept for the next start. */
  @Override
  public void close() {
    thread.close(() -> metrics.connected(false));
    server.stop();
    secure.ifPresent(SecureEndpoint::keep);
    server.destroy();
    far.ifPresent(CoapEndpoint::destroy);
  }

  /** Reads the keys and keeps the sessions, again and again. */
  private void attend(SecureEndpoint dtls) {
    thread.schedule(() -> attend(dtls), ATTENDED);
    dtls.refreshKeys();
    dtls.keep();
  }

  private String ownLinks() {
    Resource root = server.getRoot();
    return LinkFormat.serializeTree(root);
  }

  private static boolean isElsewhere(URI peer) {
    return "coap".equals(peer.getScheme()) && !SecureEndpoint.isLoopback(peer.getHost());
  }

  private String address() {
    var bound = plain.getAddress();
    return "coap://" + bound.getHostString() + ":" + bound.getPort();
  }
}
