package io.hearth.adapter.coap;

import io.hearth.adapter.wire.Backoff;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.model.device.DeviceId;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The CoAP servers and the devices on them. Changed on the link's thread only; where a device is
 * may be asked on any.
 */
final class Peers {

  private static final Logger LOGGER = LoggerFactory.getLogger(Peers.class);

  private final CoapConfig config;
  private final Calls calls;
  private final Inbox inbox;
  private final LinkMetrics metrics;
  private final Map<String, Peer> peers = new HashMap<>();
  private final Map<DeviceId, ObservedDevice> devices = new ConcurrentHashMap<>();
  private final Map<DeviceId, String> owners = new HashMap<>();

  Peers(CoapConfig config, Calls calls, Inbox inbox, LinkMetrics metrics) {
    this.config = config;
    this.calls = calls;
    this.inbox = inbox;
    this.metrics = metrics;
  }

  /** Discovers a server, anew when it has come before under that name. */
  void add(String name, URI base) {
    Peer before = peers.get(name);
    if (before != null) {
      before.stop();
    }
    Peer peer = new Peer(base, calls, metrics, backoff(), found -> discovered(name, found));
    peers.put(name, peer);
    peer.discover();
  }

  /** Forgets a server; its devices become unreachable for the reason given. */
  void remove(String name, String reason) {
    Peer peer = peers.remove(name);
    if (peer == null) {
      return;
    }
    peer.stop();
    for (DeviceId device : List.copyOf(owners.keySet())) {
      if (name.equals(owners.get(device))) {
        owners.remove(device);
        Optional.ofNullable(devices.remove(device)).ifPresent(observed -> observed.stop(reason));
      }
    }
  }

  Optional<DeviceResources> find(DeviceId device) {
    return Optional.ofNullable(devices.get(device)).map(ObservedDevice::resources);
  }

  /** Asks a device whether it is still there. */
  void probe(DeviceId device) {
    Optional.ofNullable(devices.get(device)).ifPresent(ObservedDevice::probe);
  }

  private void discovered(String peer, List<DeviceResources> found) {
    for (DeviceResources resources : found) {
      String owner = owners.put(resources.device(), peer);
      if (owner != null && !owner.equals(peer)) {
        LOGGER
            .atWarn()
            .addKeyValue("deviceId", resources.device())
            .addKeyValue("peer", peer)
            .addKeyValue("before", owner)
            .log("device moved to another peer");
      }
      observe(resources);
    }
  }

  private void observe(DeviceResources resources) {
    ObservedDevice known = devices.get(resources.device());
    if (known != null && known.resources().equals(resources)) {
      known.start();
      return;
    }
    if (known != null) {
      known.stop("it moved to another address");
    }
    ObservedDevice device =
        new ObservedDevice(resources, calls, inbox, metrics, backoff(), config.maxPayload());
    devices.put(resources.device(), device);
    device.start();
  }

  private Backoff backoff() {
    return new Backoff(config.retryFirst(), config.retryLongest(), RandomGenerator.getDefault());
  }
}
