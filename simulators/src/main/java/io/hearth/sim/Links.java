package io.hearth.sim;

import io.hearth.model.device.DeviceId;
import io.hearth.model.owntype.Place;
import io.hearth.sim.own.OwnWire;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the links of simulated devices, each as its device speaks. */
final class Links implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Links.class);
  private static final int COAP_PORT = 5683;
  private static final int HTTP_PORT = 80;

  private final SimulationLoop loop;
  private final SimulationConfig config;
  private final WireJson json;
  private final LinkThreads mqttThreads = new LinkThreads();
  private final CoapThreads coapThreads = new CoapThreads();
  private final ExecutorService httpThreads = Executors.newVirtualThreadPerTaskExecutor();
  private final MqttClients clients;

  Links(SimulationLoop loop, SimulationConfig config, WireJson json) {
    this.loop = loop;
    this.config = config;
    this.json = json;
    this.clients = new MqttClients(config.broker(), config.login(), mqttThreads);
  }

  MqttClients clients() {
    return clients;
  }

  /** The link of a device that speaks as Hearth's own do. */
  DeviceLink of(DeviceId id, Protocol protocol, DeviceSide side) {
    return switch (protocol) {
      case MQTT -> new MqttLink(loop, clients, json, config.topicPrefix(), id, side);
      case COAP ->
          new CoapLink(
              loop,
              coapThreads,
              new InetSocketAddress(config.coapHost(), 0),
              id,
              side,
              () -> new DeviceResources(loop, id, side, json),
              registration(id.value()));
    };
  }

  /** The links of a device of a type of one's own, for all ways in which it speaks. */
  DeviceLink of(DeviceId id, OwnWire wire, DeviceSide side) {
    List<DeviceLink> all = new ArrayList<>();
    Set<Place.Way> ways = wire.ways();
    if (ways.contains(Place.Way.MQTT)) {
      all.add(new OwnMqttLink(loop, clients, wire, id, side));
    }
    if (ways.contains(Place.Way.COAP) || wire.found().isPresent()) {
      here(id, wire, Place.Way.COAP, COAP_PORT)
          .map(address ->
              new CoapLink(
                  loop,
                  coapThreads,
                  address,
                  id,
                  side,
                  () -> new OwnResources(loop, wire, side),
                  wire.found().flatMap(found -> registration(found.endpoint()))))
          .ifPresent(all::add);
    }
    if (ways.contains(Place.Way.HTTP)) {
      here(id, wire, Place.Way.HTTP, HTTP_PORT)
          .map(address -> new OwnHttpLink(loop, httpThreads, wire, side, address))
          .ifPresent(all::add);
    }
    return new SeveralLinks(all);
  }

  /** Where its server listens; empty for an address of another machine. */
  private Optional<InetSocketAddress> here(DeviceId id, OwnWire wire, Place.Way way, int port) {
    Optional<URI> whole =
        wire.resources(way).stream().filter(at -> !at.startsWith("/")).map(URI::create).findFirst();
    if (whole.isEmpty()) {
      return Optional.of(new InetSocketAddress(config.coapHost(), 0));
    }
    String host = whole.get().getHost();
    boolean loopback =
        host != null && (host.equals("localhost") || host.matches("127\\.[0-9.]+|\\[::1]"));
    if (!loopback) {
      LOGGER
          .atWarn()
          .addKeyValue("deviceId", id)
          .addKeyValue("address", whole.get())
          .log("not simulated there: only addresses of this machine are");
      return Optional.empty();
    }
    int given = whole.get().getPort();
    return Optional.of(new InetSocketAddress(host, given < 0 ? port : given));
  }

  private Optional<Registration> registration(String endpoint) {
    return config
        .resourceDirectory()
        .map(uri -> new Registration(loop, uri, endpoint, config.registrationLifetime()));
  }

  @Override
  public void close() {
    coapThreads.close();
    mqttThreads.shutdownNow();
    httpThreads.shutdownNow();
  }
}
