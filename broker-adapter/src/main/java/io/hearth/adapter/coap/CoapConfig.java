package io.hearth.adapter.coap;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How Hearth speaks CoAP.
 *
 * @param enabled whether it does at all
 * @param host the address of this machine that it is bound to; loopback unless devices are outside
 * @param port 5683 by the standard; 0 for any free one
 * @param peers {@code coap://host[:port]} of devices that do not register by themselves
 * @param retryFirst shortest wait before a lost device is tried again
 * @param retryLongest longest wait before a lost device is tried again
 * @param patience how long a device that does not answer is asked again before it counts as lost
 * @param maxPayload bytes; larger payloads are dropped
 */
public record CoapConfig(
    boolean enabled,
    String host,
    int port,
    List<URI> peers,
    Duration retryFirst,
    Duration retryLongest,
    Duration patience,
    int maxPayload) {

  public static final int DEFAULT_PORT = 5683;

  public CoapConfig {
    peers = List.copyOf(peers);
    check(!host.isBlank(), "coap.host must not be blank");
    check(port >= 0 && port <= 65_535, "coap.port must be 0 to 65535 but is " + port);
    for (URI peer : peers) {
      check(
          "coap".equals(peer.getScheme()) && peer.getHost() != null,
          "coap.peers must be of the form coap://host[:port] but one is " + peer);
    }
    check(
        retryFirst.toMillis() >= 1 && retryLongest.compareTo(retryFirst) >= 0,
        "coap.retryFirst must be at least 1 ms and at most coap.retryLongest");
    check(patience.toMillis() >= 100, "coap.patience must be at least 100 ms but is " + patience);
    check(maxPayload >= 1, "coap.maxPayload must be above 0 but is " + maxPayload);
  }

  /** Bound to loopback at a port, with no peers but those that register. */
  public static CoapConfig onLoopback(int port) {
    return new CoapConfig(
        true,
        "127.0.0.1",
        port,
        List.of(),
        Duration.ofMillis(500),
        Duration.ofSeconds(15),
        Duration.ofSeconds(7),
        256 * 1024);
  }

  /** No CoAP at all. */
  public static CoapConfig disabled() {
    CoapConfig usual = onLoopback(0);
    return new CoapConfig(
        false,
        usual.host,
        usual.port,
        usual.peers,
        usual.retryFirst,
        usual.retryLongest,
        usual.patience,
        usual.maxPayload);
  }

  /** The same with other peers. */
  public CoapConfig withPeers(List<URI> newPeers) {
    return new CoapConfig(
        enabled, host, port, newPeers, retryFirst, retryLongest, patience, maxPayload);
  }

  /** The same with another patience. */
  public CoapConfig withPatience(Duration newPatience) {
    return new CoapConfig(
        enabled, host, port, peers, retryFirst, retryLongest, newPatience, maxPayload);
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
