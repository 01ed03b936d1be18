package io.hearth.adapter.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;

/**
 * Meters of the Hearth convention behind several CoAP servers, to be observed. One server could not
 * report fast enough: the message ids between two addresses are used up after some 400 a second
 * (RFC 7252, section 4.4).
 */
public final class CoapMeters implements AutoCloseable {

  private static final int METERS_OF_A_SERVER = 2;

  private final List<CoapServer> servers = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("bench-meters-", 0).factory());

  /** Starts so many meters, named {@code bench.0} and so on, at free ports of loopback. */
  public CoapMeters(int meters) {
    CoapConfig.register();
    UdpConfig.register();
    Configuration configuration =
        Configuration.createStandardWithoutFile()
            .set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1)
            .set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1);
    for (int first = 0; first < meters; first += METERS_OF_A_SERVER) {
      servers.add(server(configuration, first, Math.min(meters, first + METERS_OF_A_SERVER)));
    }
  }

  private CoapServer server(Configuration configuration, int first, int end) {
    CoapServer server = new CoapServer(configuration);
    server.setExecutors(threads, threads, true);
    server.addEndpoint(
        CoapEndpoint.builder()
            .setConfiguration(configuration)
            .setInetSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .build());
    CoapResource devices = new CoapResource("devices");
    for (int i = first; i < end; i++) {
      State state = new State();
      states.add(state);
      CoapResource device = new Description("bench." + i, i);
      device.add(state);
      devices.add(device);
    }
    server.add(devices);
    server.start();
    return server;
  }

  /** Where they are. */
  public List<URI> uris() {
    return servers.stream()
        .map(server -> server.getEndpoints().getFirst().getAddress().getPort())
        .map(port -> URI.create("coap://127.0.0.1:" + port))
        .toList();
  }

  /** How many of them are observed. */
  public long observed() {
    return states.stream().filter(state -> state.getObserverCount() > 0).count();
  }

  /** One meter reports a number to those who observe it. */
  public void report(int number) {
    State state = states.get(number % states.size());
    state.numbers.add(number);
    state.changed();
  }

  @Override
  public void close() {
    servers.forEach(CoapServer::destroy);
    threads.shutdownNow();
  }

  private static final class Description extends CoapResource {
    private final int number;

    Description(String name, int number) {
      super(name);
      this.number = number;
      getAttributes().addResourceType("hearth.device");
      getAttributes().addContentType(MediaTypeRegistry.APPLICATION_JSON);
    }

    @Override
    public void handleGET(CoapExchange exchange) {
      exchange.respond(
          CoAP.ResponseCode.CONTENT,
          "{\"name\":\"Meter "
              + number
              + "\",\"type\":\"sensor\",\"kind\":\"illuminance\","
              + "\"capabilities\":[\"IlluminanceMeasurement\"]}",
          MediaTypeRegistry.APPLICATION_JSON);
    }
  }

  private static final class State extends CoapResource {
    private final Queue<Integer> numbers = new ConcurrentLinkedQueue<>(); // not yet told
    private volatile int last;

    State() {
      super("state");
      setObservable(true);
      setObserveType(CoAP.Type.NON);
      getAttributes().addResourceType("hearth.state");
      getAttributes().addContentType(MediaTypeRegistry.APPLICATION_JSON);
      getAttributes().setObservable();
    }

    @Override
    public void handleGET(CoapExchange exchange) {
      Integer next = numbers.poll();
      if (next != null) {
        last = next;
      }
      exchange.respond(
          CoAP.ResponseCode.CONTENT,
          new String(StateLoad.payload(last), StandardCharsets.US_ASCII),
          MediaTypeRegistry.APPLICATION_JSON);
    }
  }
}
