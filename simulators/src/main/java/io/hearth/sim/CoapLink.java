package io.hearth.sim;

import io.hearth.model.device.DeviceId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.LinkFormat;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.Endpoint;
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
  private final WireJson json;
  private final DeviceId id;
  private final DeviceSide device;
  private final Optional<Registration> registration;
  private InetSocketAddress address;
  private @Nullable CoapServer server;
  private @Nullable DeviceResources resources;
  private Runnable repetition = () -> {};
  private Runnable retry = () -> {};

  /**
   * @param host address to listen on; the port is any that is free
   */
  CoapLink(
      SimulationLoop loop,
      CoapThreads threads,
      WireJson json,
      String host,
      DeviceId id,
      DeviceSide device,
      Optional<Registration> registration) {
    this.loop = loop;
    this.threads = threads;
    this.json = json;
    this.id = id;
    this.device = device;
    this.registration = registration;
    this.address = new InetSocketAddress(host, 0);
  }

  @Override
  public void join() {
    if (server != null) {
      return;
    }
    DeviceResources fresh = new DeviceResources(loop, id, device, json);
    CoapEndpoint endpoint = endpoint();
    CoapServer starting = new CoapServer(threads.configuration());
    starting.setExecutors(threads.main(), threads.timers(), true);
    starting.addEndpoint(endpoint);
    starting.add(fresh.root());
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
        .log("port is taken, will use another");
    vanish();
    address = new InetSocketAddress(address.getAddress(), 0);
    retry = loop.later(RETRY, this::join);
  }

  private void register(Endpoint endpoint, DeviceResources fresh) {
    if (registration.isEmpty()) {
      device.joined();
      return;
    }
    Registration wanted = registration.get();
    wanted.start(endpoint, LinkFormat.serializeTree(fresh.root()), device::joined);
    // Who does not know an observation any more was started anew and knows no registration either.
    fresh.whenDeserted(wanted::renew);
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
