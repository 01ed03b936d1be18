package io.hearth.sim;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.WebLink;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import tools.jackson.databind.json.JsonMapper;

/** Hearth's side of CoAP, done by hand: a resource directory that can ask the devices it knows. */
final class ScriptedDirectory implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 700;

  private final CoapServer server;
  private final CoapEndpoint endpoint;
  private final Map<String, String> bases = new ConcurrentHashMap<>();
  private final Map<String, String> links = new ConcurrentHashMap<>();
  private final Map<String, CoapResponse> notifications = new ConcurrentHashMap<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile boolean refusing;
  private volatile String lastAnswer = "";

  private ScriptedDirectory(int port) {
    CoapConfig.register();
    UdpConfig.register();
    Configuration configuration =
        Configuration.createStandardWithoutFile()
            .set(CoapConfig.MAX_ACTIVE_PEERS, 100)
            .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
            .set(CoapConfig.ACK_TIMEOUT, 200, TimeUnit.MILLISECONDS);
    endpoint =
        new CoapEndpoint.Builder()
            .setConfiguration(configuration)
            .setInetSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .build();
    server = new CoapServer(configuration);
    server.addEndpoint(endpoint);
    server.add(new Directory());
  }

  static ScriptedDirectory start(int port) {
    ScriptedDirectory directory = new ScriptedDirectory(port);
    directory.server.start();
    return directory;
  }

  URI uri() {
    return URI.create("coap://127.0.0.1:" + endpoint.getAddress().getPort());
  }

  boolean knows(String name) {
    return bases.containsKey(name);
  }

  String base(String name) {
    return bases.get(name);
  }

  String registration(String name) {
    return links.get(name);
  }

  void refuse(boolean nowRefusing) {
    refusing = nowRefusing;
  }

  int refusals() {
    return refusals.get();
  }

  void forget() {
    bases.clear();
  }

  List<WebLink> discover(String name) throws Exception {
    return List.copyOf(client(base(name)).discover());
  }

  Map<String, Object> get(String name, String below) throws Exception {
    return json(client(base(name) + "/devices/" + name + below).get().getResponseText());
  }

  boolean isReachable(String name) throws Exception {
    CoapResponse response = client(address(name) + "/devices/" + name + "/state").get();
    return response != null && response.isSuccess();
  }

  ResponseCode command(String name, String command) throws Exception {
    CoapResponse response =
        client(base(name) + "/devices/" + name + "/command")
            .post(command, MediaTypeRegistry.APPLICATION_JSON);
    lastAnswer = response.getResponseText();
    return response.getCode();
  }

  String lastAnswer() {
    return lastAnswer;
  }

  void observe(String name) {
    client(base(name) + "/devices/" + name + "/state")
        .observe(
            new CoapHandler() {
              @Override
              public void onLoad(CoapResponse response) {
                notifications.put(name, response);
              }

              @Override
              public void onError() {
                notifications.remove(name);
              }
            });
  }

  /** The value of a property in the last notification; "nothing" where there is none. */
  Object observed(String name, String property) {
    CoapResponse notification = notifications.get(name);
    return notification == null
        ? "nothing"
        : json(notification.getResponseText()).getOrDefault(property, "nothing");
  }

  long maxAge(String name) {
    return notifications.get(name).getOptions().getMaxAge();
  }

  /** Also of one that is not registered any more. */
  private String address(String name) {
    return bases.getOrDefault(name, lastBases.get(name));
  }

  private final Map<String, String> lastBases = new ConcurrentHashMap<>();

  private CoapClient client(String uri) {
    return new CoapClient(uri).setEndpoint(endpoint).setTimeout(PATIENCE_MILLIS);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(String text) {
    return JsonMapper.shared().readValue(text, Map.class);
  }

  @Override
  public void close() {
    server.destroy();
  }

  private final class Directory extends CoapResource {
    Directory() {
      super("rd");
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      if (refusing) {
        refusals.incrementAndGet();
        exchange.respond(ResponseCode.SERVICE_UNAVAILABLE);
        return;
      }
      String name = exchange.getQueryParameter("ep");
      bases.put(name, exchange.getQueryParameter("base"));
      lastBases.put(name, exchange.getQueryParameter("base"));
      links.put(name, exchange.getRequestText());
      exchange.setLocationPath("rd/" + name);
      exchange.respond(ResponseCode.CREATED);
    }
  }
}
