package io.hearth.adapter.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;

/** Meters of the Hearth convention behind one CoAP server, to be observed. */
public final class CoapMeters implements AutoCloseable {

  private final CoapServer server;
  private final List<State> states = new ArrayList<>();

  /** Starts so many meters, named {@code bench.0} and so on, at a free port of loopback. */
  public CoapMeters(int meters) {
    CoapConfig.register();
    UdpConfig.register();
    Configuration configuration = Configuration.createStandardWithoutFile();
    server = new CoapServer(configuration);
    server.addEndpoint(
        CoapEndpoint.builder()
            .setConfiguration(configuration)
            .setInetSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .build());
    CoapResource devices = new CoapResource("devices");
    for (int i = 0; i < meters; i++) {
      State state = new State();
      states.add(state);
      CoapResource device = new Description("bench." + i, i);
      device.add(state);
      devices.add(device);
    }
    server.add(devices);
    server.start();
  }

  public URI uri() {
    return URI.create(
        "coap://127.0.0.1:" + server.getEndpoints().getFirst().getAddress().getPort());
  }

  /** How many of them are observed. */
  public long observed() {
    return states.stream().filter(state -> state.getObserverCount() > 0).count();
  }

  /** One meter reports a number to those who observe it. */
  public void report(int number) {
    State state = states.get(number % states.size());
    state.number = number;
    state.changed();
  }

  @Override
  public void close() {
    server.destroy();
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
    private volatile int number;

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
      exchange.respond(
          CoAP.ResponseCode.CONTENT,
          new String(StateLoad.payload(number), StandardCharsets.US_ASCII),
          MediaTypeRegistry.APPLICATION_JSON);
    }
  }
}
