package io.hearth.adapter.coap;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.BoundDevices;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Listing;
import io.hearth.adapter.coap.thing.Link;
import io.hearth.adapter.coap.thing.Server;
import io.hearth.adapter.wire.Backoff;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.Problems;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Availability;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The CoAP servers and the devices on them. A device belongs to the server that had it first, for
 * as long as that can be reached. Lives on the link's thread.
 */
final class Peers implements CoapTransport.Reachability {

  private static final Logger LOGGER = LoggerFactory.getLogger(Peers.class);

  private final CoapConfig config;
  private final Calls calls;
  private final BoundDevices devices;
  private final Inbox inbox;
  private final LinkMetrics metrics;
  private final Problems problems;
  private final Map<String, Peer> peers = new HashMap<>();
  private final Map<DeviceId, Owned> owned = new ConcurrentHashMap<>(); // read by any thread
  private final Map<String, String> servers = new ConcurrentHashMap<>(); // by authority
  private final Map<String, String> identities = new ConcurrentHashMap<>(); // by peer
  private final Access access;
  private final Set<String> promised = new HashSet<>();
  private Optional<CoapTransport> transport = Optional.empty();

  /** A device and whose it is; not reachable when nothing is heard of it. */
  private record Owned(String peer, DeviceBinding binding, boolean reachable) {}

  Peers(
      CoapConfig config,
      Calls calls,
      BoundDevices devices,
      Inbox inbox,
      LinkMetrics metrics,
      Problems problems,
      Access access) {
    this.config = config;
    this.calls = calls;
    this.devices = devices;
    this.inbox = inbox;
    this.metrics = metrics;
    this.problems = problems;
    this.access = access;
  }

  /** The way on which the devices are listened to; to be told of before any is added. */
  void carriedBy(CoapTransport newTransport) {
    transport = Optional.of(newTransport);
  }

  /**
   * Discovers a server, anew when it has come before under that name.
   *
   * @param links its links, where they are known
   * @param promisesLife whether its silence means nothing until its promised lifetime is over
   */
  void add(String name, Server server, Optional<List<Link>> links, boolean promisesLife) {
    Optional.ofNullable(peers.get(name)).ifPresent(Peer::stop);
    Peer peer =
        new Peer(
            server,
            links,
            calls,
            metrics,
            new Backoff(config.retryFirst(), config.retryLongest(), RandomGenerator.getDefault()),
            said -> devices.listed(listing(name, server, said)),
            found -> discovered(name, found));
    peers.put(name, peer);
    servers.put(server.base().getRawAuthority(), name);
    refresh(name);
    if (promisesLife) {
      promised.add(server.base().getRawAuthority());
    }
    peer.discover();
  }

  /** The links that a server answered when it was asked; empty while it did not. */
  String discovered(String name) {
    Peer peer = peers.get(name);
    return peer == null ? "" : peer.discovered();
  }

  /** Who a server proved to be when it registered. */
  void identify(String name, Optional<String> identity) {
    identity.ifPresentOrElse(who -> identities.put(name, who), () -> identities.remove(name));
  }

  /** Who the server of a device proved to be. */
  Optional<String> identityOf(DeviceId device) {
    return owner(device).map(identities::get);
  }

  /** A server said that it is there, maybe after it forgot who listens to it. */
  void refresh(String name) {
    Optional.ofNullable(peers.get(name))
        .map(peer -> peer.server().base().getRawAuthority())
        .ifPresent(authority -> transport.ifPresent(way -> way.refresh(authority)));
  }

  /** Forgets a server; its devices stay known and become unreachable for the reason given. */
  void remove(String name, String reason) {
    Peer peer = peers.remove(name);
    if (peer == null) {
      return;
    }
    peer.stop();
    devices.unlisted(name);
    servers.remove(peer.server().base().getRawAuthority(), name);
    promised.remove(peer.server().base().getRawAuthority());
    owned.replaceAll((id, device) -> {
      if (!device.peer().equals(name)) {
        return device;
      }
      transport.ifPresent(way -> way.unwatch(device.binding().addresses()));
      unreachable(id, reason);
      return new Owned(name, device.binding(), false);
    });
  }

  /** The server that a device belongs to. */
  Optional<String> owner(DeviceId device) {
    return Optional.ofNullable(owned.get(device)).map(Owned::peer).or(() -> speaker(device));
  }

  /** The server whose resources another convention knows to be the device's. */
  private Optional<String> speaker(DeviceId device) {
    return devices.binding(device).stream()
        .flatMap(binding -> binding.addresses().stream())
        .flatMap(at -> at instanceof Address.Coap(URI uri) ? Stream.of(uri) : Stream.empty())
        .flatMap(uri -> Optional.ofNullable(servers.get(uri.getRawAuthority())).stream())
        .findFirst();
  }

  private Listing listing(String name, Server server, List<Link> links) {
    return new Listing(
        name,
        server.base(),
        server.device().value(),
        server.identities(),
        links.stream().map(link -> new Listing.Resource(link.path(), link.types())).toList(),
        new Listing.Claims() {
          @Override
          public boolean mayHave(DeviceId device) {
            Optional<String> identity = Optional.ofNullable(identities.get(name));
            return access.allows(identity, device.value(), "describe a device");
          }

          @Override
          public void taken(DeviceId device, String reason) {
            problems.note(CoapLink.NAME, Optional.of(device), name, reason, "");
          }
        });
  }

  private void discovered(String name, List<Peer.Found> found) {
    for (Peer.Found each : found) {
      DeviceId id = each.binding().device();
      Optional<String> identity = Optional.ofNullable(identities.get(name));
      if (access.allows(identity, id.value(), "describe a device") && mayHave(name, id)) {
        owned.put(id, new Owned(name, each.binding(), true));
        devices.bind(each.convention(), each.binding());
        transport.ifPresent(way -> way.watch(each.binding().addresses()));
      }
    }
  }

  /** Whether a device is the server's: nobody else's, or of one that cannot be reached any more. */
  private boolean mayHave(String peer, DeviceId device) {
    Owned before = owned.get(device);
    if (before == null || before.peer().equals(peer)) {
      return true;
    }
    if (before.reachable()) {
      takeover(device, peer, before.peer());
      return false;
    }
    LOGGER
        .atWarn()
        .addKeyValue("deviceId", device)
        .addKeyValue("peer", peer)
        .addKeyValue("before", before.peer())
        .log("device moved to another peer");
    return true;
  }

  private void takeover(DeviceId device, String peer, String owner) {
    problems.note(
        CoapLink.NAME,
        Optional.of(device),
        peer,
        "takeover refused: " + peer + " claims a device of " + owner,
        "");
    LOGGER
        .atWarn()
        .addKeyValue("deviceId", device)
        .addKeyValue("peer", peer)
        .addKeyValue("owner", owner)
        .log("takeover of a device refused");
  }

  @Override
  public void lost(URI resource, String reason, boolean silent) {
    owned.replaceAll((id, device) -> {
      if (!device.reachable() || !concerns(device, resource, silent)) {
        return device;
      }
      LOGGER.atInfo().addKeyValue("deviceId", id).addKeyValue("reason", reason).log("device lost");
      unreachable(id, reason);
      return new Owned(device.peer(), device.binding(), false);
    });
    devices.heardAt(new Address.Coap(resource)).stream()
        .filter(device -> !owned.containsKey(device))
        .forEach(device -> unreachable(device, reason));
  }

  /** It may have been restarted with other resources. */
  @Override
  public void back(URI resource) {
    Set<String> names = new HashSet<>();
    owned.replaceAll((id, device) -> {
      if (device.reachable() || !concerns(device, resource, true)) {
        return device;
      }
      names.add(device.peer());
      return new Owned(device.peer(), device.binding(), true);
    });
    names.stream()
        .flatMap(name -> Optional.ofNullable(peers.get(name)).stream())
        .forEach(Peer::discover);
  }

  @Override
  public boolean mayBeAsked(URI resource) {
    return !promised.contains(resource.getRawAuthority());
  }

  private static boolean concerns(Owned device, URI resource, boolean wholeServer) {
    return device.binding().addresses().stream()
        .anyMatch(address ->
            address instanceof Address.Coap(URI uri)
                && (wholeServer
                    ? uri.getRawAuthority().equals(resource.getRawAuthority())
                    : uri.equals(resource)));
  }

  private void unreachable(DeviceId device, String reason) {
    var unused = inbox.availability(device, Availability.OFFLINE, reason);
  }
}
