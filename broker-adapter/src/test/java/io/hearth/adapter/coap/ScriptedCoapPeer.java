package io.hearth.adapter.coap;

import io.hearth.model.device.DeviceId;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;

/**
 * A device with a CoAP server that does what its script says; independent of the adapter's code.
 */
public final class ScriptedCoapPeer implements AutoCloseable {

  public static final Answer ACCEPTED =
      new Answer(ResponseCode.CHANGED, "{\"outcome\":\"accepted\"}");

  /** A response; without a code there is none. */
  public record Answer(ResponseCode code, String payload) {
    public static final Answer SILENCE = new Answer(null, "");
  }

  private final DeviceId id;
  private final int maxAgeSeconds;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final AtomicInteger described = new AtomicInteger();
  private volatile Function<String, Answer> script = command -> ACCEPTED;
  private volatile String description = "{\"name\":\"Lamp\",\"type\":\"light\"}";
  private volatile Answer state = new Answer(ResponseCode.CONTENT, "{\"on\":false}");
  private volatile boolean observable = true;
  private CoapServer server;
  private StateResource stateResource;
  private int port;

  public ScriptedCoapPeer(DeviceId id, int maxAgeSeconds) {
    this.id = id;
    this.maxAgeSeconds = maxAgeSeconds;
  }

  public ScriptedCoapPeer start() {
    org.eclipse.californium.core.config.CoapConfig.register();
    UdpConfig.register();
    Configuration configuration =
        Configuration.createStandardWithoutFile()
            .set(
                org.eclipse.californium.core.config.CoapConfig.ACK_TIMEOUT,
                200,
                TimeUnit.MILLISECONDS)
            .set(org.eclipse.californium.core.config.CoapConfig.MAX_RETRANSMIT, 2);
    server = new CoapServer(configuration);
    server.addEndpoint(
        CoapEndpoint.builder()
            .setConfiguration(configuration)
            .setInetSocketAddress(new InetSocketAddress("127.0.0.1", port))
            .build());
    CoapResource device = new DescriptionResource();
    stateResource = new StateResource(observable);
    device.add(stateResource, new CommandResource());
    CoapResource devices = new CoapResource("devices");
    devices.add(device);
    server.add(devices);
    server.start();
    port = server.getEndpoints().getFirst().getAddress().getPort();
    return this;
  }

  public URI uri() {
    return URI.create("coap://127.0.0.1:" + port);
  }

  public ScriptedCoapPeer answers(Function<String, Answer> newScript) {
    script = newScript;
    return this;
  }

  public ScriptedCoapPeer describes(String newDescription) {
    description = newDescription;
    return this;
  }

  public ScriptedCoapPeer withoutObserve() {
    observable = false;
    return this;
  }

  /** Has other resources too. */
  public ScriptedCoapPeer with(CoapResource... others) {
    server.add(others);
    return this;
  }

  /** Sends a request from its own port. */
  public CoapResponse asks(Request request) throws Exception {
    return new CoapClient().setEndpoint(server.getEndpoints().getFirst()).advanced(request);
  }

  /** Sends a request from its own port and does not wait. */
  public void sends(Request request) {
    request.send(server.getEndpoints().getFirst());
  }

  /** Changes what is true, and notifies who observes. */
  public void state(String payload) {
    state(new Answer(ResponseCode.CONTENT, payload));
  }

  public void state(Answer newState) {
    state = newState;
    stateResource.changed();
  }

  public List<String> commands() {
    return commands;
  }

  /** How often it was asked what it is. */
  public int described() {
    return described.get();
  }

  public int observers() {
    return stateResource.getObserverCount();
  }

  /** Vanishes without a word, as when the power goes. */
  public void kill() {
    server.destroy();
  }

  @Override
  public void close() {
    kill();
  }

  private final class DescriptionResource extends CoapResource {
    DescriptionResource() {
      super(id.value());
      getAttributes().addResourceType("hearth.device");
      getAttributes().addContentType(50);
    }

    @Override
    public void handleGET(CoapExchange exchange) {
      described.incrementAndGet();
      exchange.respond(ResponseCode.CONTENT, description, MediaTypeRegistry.APPLICATION_JSON);
    }
  }

  private final class StateResource extends CoapResource {
    StateResource(boolean observable) {
      super("state");
      setObservable(observable);
      getAttributes().addResourceType("hearth.state");
      getAttributes().addContentType(50);
      if (observable) {
        getAttributes().setObservable();
      }
    }

    @Override
    public void handleGET(CoapExchange exchange) {
      exchange.setMaxAge(maxAgeSeconds);
      exchange.respond(state.code(), state.payload(), MediaTypeRegistry.APPLICATION_JSON);
    }
  }

  private final class CommandResource extends CoapResource {
    CommandResource() {
      super("command");
      getAttributes().addResourceType("hearth.command");
      getAttributes().addContentType(50);
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      commands.add(exchange.getRequestText());
      Answer answer = script.apply(exchange.getRequestText());
      if (answer.code() == null) {
        exchange.accept();
        return;
      }
      exchange.respond(answer.code(), answer.payload(), MediaTypeRegistry.APPLICATION_JSON);
    }
  }
}
