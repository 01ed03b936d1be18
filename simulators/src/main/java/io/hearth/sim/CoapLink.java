package io.hearth.sim;

import io.hearth.model.device.DeviceId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.LinkFormat;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.Endpoint;
import org.eclipse.californium.core.server.resources.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device on CoAP with a server of its own, so that it can be lost by itself. It keeps its port
 * when it comes back.
 */
final class CoapLink implements DeviceLink {

  private static final Logger LOGGER = LoggerFactory.getLogger(CoapLink.class);

  /** Observers hear of an unchanged state as well, well before it is too old. */
  private static final Duration REPEAT = Duration.ofSeconds(15);

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final SimulationLoop loop;
  private final CoapThreads threads;
  private final DeviceId id;
  private final DeviceSide device;
  private final Supplier<CoapSide> resourcesOf;
  private final InetSocketAddress wanted;
  private final Optional<Registration> registration;
  private InetSocketAddress address;
  private @Nullable CoapServer server;
  private @Nullable CoapSide resources;
  private Runnable repetition = () -> {};
  private Runnable retry = () -> {};

  /**
   * @param wanted address to listen on; port 0 for any that is free
   * @param resourcesOf makes its resources, each time it joins
   */
  CoapLink(
      SimulationLoop loop,
      CoapThreads threads,
      InetSocketAddress wanted,
      DeviceId id,
      DeviceSide device,
      Supplier<CoapSide> resourcesOf,
      Optional<Registration> registration) {
    this.loop = loop;
    this.threads = threads;
    this.wanted = wanted;
    this.resourcesOf = resourcesOf;
    this.id = id;
    this.device = device;
    this.registration = registration;
    this.address = wanted;
  }

  @Override
  public void join() {
    if (server != null) {
      return;
    }
    CoapSide fresh = resourcesOf.get();
    CoapEndpoint endpoint = endpoint();
    CoapServer starting = new CoapServer(threads.configuration());
    starting.setExecutors(threads.main(), threads.timers(), true);
    starting.addEndpoint(endpoint);
    fresh.roots().forEach(starting::add);
    server = starting;
    resources = fresh;
    try {
      starting.start();
      address = endpoint.getAddress();
      repetition = loop.every(REPEAT, this::tell);
      register(endpoint, fresh);
    } catch (IllegalStateException e) {
      tryAnotherPort(e);
    }
  }

  private CoapEndpoint endpoint() {
    return new CoapEndpoint.Builder()
        .setConfiguration(threads.configuration())
        .setInetSocketAddress(address)
        .build();
  }

  private void tryAnotherPort(IllegalStateException reason) {
    LOGGER
        .atWarn()
        .addKeyValue("deviceId", id)
        .addKeyValue("address", address)
        .setCause(reason)
        .log("port is taken, will try again");
    vanish();
    address = wanted;
    retry = loop.later(RETRY, this::join);
  }

  private void register(Endpoint endpoint, CoapSide fresh) {
    if (registration.isEmpty()) {
      device.joined();
      return;
    }
    Registration wanted = registration.get();
    wanted.start(endpoint, links(fresh), device::joined);
    // Who does not know an observation any more was started anew and knows no registration either.
    fresh.whenDeserted(wanted::renew);
  }

  private static String links(CoapSide side) {
    StringJoiner links = new StringJoiner(",");
    side.roots().forEach(root -> list(root, links));
    return links.toString();
  }

  private static void list(Resource resource, StringJoiner links) {
    if (resource.isVisible()) {
      links.add(LinkFormat.serialize(LinkFormat.createWebLink(resource)));
    }
    resource.getChildren().forEach(child -> list(child, links));
  }

  @Override
  public void vanish() {
    repetition.run();
    retry.run();
    registration.ifPresent(Registration::stop);
    if (server != null) {
      server.destroy();
    }
    server = null;
    resources = null;
  }

  /** CoAP has no farewell: whoever observes hears nothing any more. */
  @Override
  public CompletableFuture<Void> leave() {
    vanish();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void tell() {
    if (resources != null && !device.isSilent()) {
      resources.notifyObservers();
    }
  }
}
