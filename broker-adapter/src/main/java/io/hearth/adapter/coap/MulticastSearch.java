package io.hearth.adapter.coap;

import io.hearth.adapter.coap.thing.Server;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Endpoint;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks all CoAP servers of a link for their resources (RFC 7252, section 12.8): often at first,
 * then every five minutes. Who answers is asked by itself. Lives on the link's thread.
 */
final class MulticastSearch {

  private static final Logger LOGGER = LoggerFactory.getLogger(MulticastSearch.class);
  private static final List<Duration> WAITS =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofMinutes(1));

  /** Late, so that who has both is known by its IPv4 address after each start. */
  private static final int IPV6_FROM = 2;

  private static final Duration LAST_WAIT = Duration.ofMinutes(5);

  private final NetworkInterface on;
  private final Endpoint endpoint;
  private final Calls calls;
  private final Peers peers;
  private final int port;
  private final FoundServers found = new FoundServers();
  private int rounds;

  MulticastSearch(NetworkInterface on, Endpoint endpoint, Calls calls, Peers peers, int port) {
    this.on = on;
    this.endpoint = endpoint;
    this.calls = calls;
    this.peers = peers;
    this.port = port;
  }

  void start() {
    try {
      ask(InetAddress.getByName("224.0.1.187"));
      if (rounds >= IPV6_FROM) {
        ask(Inet6Address.getByAddress(null, InetAddress.getByName("ff02::fd").getAddress(), on));
      }
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
    Duration wait = rounds < WAITS.size() ? WAITS.get(rounds) : LAST_WAIT;
    rounds++;
    calls.thread().schedule(this::start, wait);
  }

  private void ask(InetAddress group) {
    Request request = new Request(CoAP.Code.GET, CoAP.Type.NON);
    request.setDestinationContext(new AddressEndpointContext(new InetSocketAddress(group, port)));
    request.getOptions().setUriPath("/.well-known/core");
    request.addMessageObserver(
        new MessageObserverAdapter() {
          @Override
          public void onResponse(Response response) {
            InetSocketAddress from = response.getSourceContext().getPeerAddress();
            String links = response.getPayloadString();
            calls.thread().execute(() -> answered(from, links));
          }

          @Override
          public void onSendError(Throwable error) {
            LOGGER
                .atDebug()
                .addKeyValue("group", group)
                .setCause(error)
                .log("multicast cannot be sent");
          }
        });
    request.send(endpoint);
  }

  private void answered(InetSocketAddress from, String links) {
    if (found.isNew(from, links)) {
      URI base = base(from);
      LOGGER.atInfo().addKeyValue("peer", base).log("coap server found on the link");
      peers.add(
          "link:" + base.getRawAuthority(),
          new Server(base, Optional.empty(), Optional.empty(), Optional.empty()),
          Optional.empty(),
          false);
    }
  }

  private static URI base(InetSocketAddress from) {
    String host = from.getAddress().getHostAddress();
    return URI.create(
        "coap://"
            + (host.contains(":") ? "[" + host.replace("%", "%25") + "]" : host)
            + ":"
            + from.getPort());
  }
}
