package io.hearth.adapter.coap;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How Hearth speaks CoAP.
 *
 * @param enabled whether it does at all
 * @param host the address of this machine that it is bound to; wider than loopback only with {@code
 *     security}
 * @param port 5683 by the standard; 0 for any free one
 * @param peers {@code coap://host[:port]} or {@code coaps://...} of devices that do not register by
 *     themselves; a fragment is what people may call them
 * @param directories resource directories (RFC 9176) that Hearth registers at and looks devices up
 *     in
 * @param asked servers elsewhere that are asked for what is no device, as descriptions of things
 * @param multicast name of the network interface on whose link devices are asked for; empty for
 *     none, which is the default
 * @param security keys for DTLS; empty for none
 * @param data folder where registrations and sessions are kept over a restart; empty to forget them
 * @param retryFirst shortest wait before a lost device is tried again
 * @param retryLongest longest wait before a lost device is tried again
 * @param reregisterFirst shortest wait after Max-Age before an observation is registered again
 * @param reregisterLongest longest such wait; RFC 7641 says 5 to 15 seconds
 * @param silence after how long without a word a device is asked whether it is there; those that
 *     promised a lifetime are not asked
 * @param patience how long a device that does not answer is asked again before it counts as lost
 * @param awake how long a sleepy device listens after it said something
 * @param queueAge how long a command may wait for a sleepy device
 * @param maxPayload bytes; larger payloads are dropped
 */
public record CoapConfig(
    boolean enabled,
    String host,
    int port,
    List<URI> peers,
    List<URI> directories,
    List<URI> asked,
    Optional<String> multicast,
    Optional<CoapSecurity> security,
    Optional<Path> data,
    Duration retryFirst,
    Duration retryLongest,
    Duration reregisterFirst,
    Duration reregisterLongest,
    Duration silence,
    Duration patience,
    Duration awake,
    Duration queueAge,
    int maxPayload) {

  public static final int DEFAULT_PORT = 5683;

  public CoapConfig {
    peers = List.copyOf(peers);
    directories = List.copyOf(directories);
    asked = List.copyOf(asked);
    check(!host.isBlank(), "coap.host must not be blank");
    check(port >= 0 && port <= 65_535, "coap.port must be 0 to 65535 but is " + port);
    for (URI peer : peers) {
      check(isServer(peer), "coap.peers must be of the form coap://host[:port] but one is " + peer);
    }
    for (URI directory : directories) {
      check(
          isServer(directory),
          "coap.directories must be of the form coap://host[:port] but one is " + directory);
    }
    check(
        retryFirst.toMillis() >= 1 && retryLongest.compareTo(retryFirst) >= 0,
        "coap.retryFirst must be at least 1 ms and at most coap.retryLongest");
    check(
        !reregisterFirst.isNegative() && reregisterLongest.compareTo(reregisterFirst) >= 0,
        "coap.reregisterFirst must be at most coap.reregisterLongest");
    check(silence.toMillis() >= 100, "coap.silence must be at least 100 ms but is " + silence);
    check(patience.toMillis() >= 100, "coap.patience must be at least 100 ms but is " + patience);
    check(!awake.isNegative(), "coap.awake must not be negative but is " + awake);
    check(!queueAge.isNegative(), "coap.queueAge must not be negative but is " + queueAge);
    check(maxPayload >= 1, "coap.maxPayload must be above 0 but is " + maxPayload);
  }

  /** Bound to loopback at a port, with no peers but those that register. */
  public static CoapConfig onLoopback(int port) {
    return new CoapConfig(
        true,
        "127.0.0.1",
        port,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofMillis(500),
        Duration.ofSeconds(15),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(20),
        Duration.ofSeconds(7),
        Duration.ofSeconds(10),
        Duration.ofMinutes(2),
        256 * 1024);
  }

  /** No CoAP at all. */
  public static CoapConfig disabled() {
    return onLoopback(0).with(draft -> draft.enabled = false);
  }

  /** The same with other peers. */
  public CoapConfig withPeers(List<URI> newPeers) {
    return with(draft -> draft.peers = newPeers);
  }

  /** The same with other resource directories. */
  public CoapConfig withDirectories(List<URI> newDirectories) {
    return with(draft -> draft.directories = newDirectories);
  }

  /** The same with other servers that are asked. */
  public CoapConfig withAsked(List<URI> newAsked) {
    return with(draft -> draft.asked = newAsked);
  }

  /** The same, bound to another address of this machine. */
  public CoapConfig withHost(String newHost) {
    return with(draft -> draft.host = newHost);
  }

  /** The same, asking for devices on the link of a network interface. */
  public CoapConfig withMulticast(String networkInterface) {
    return with(draft -> draft.multicast = Optional.of(networkInterface));
  }

  /** The same with keys for DTLS. */
  public CoapConfig withSecurity(CoapSecurity newSecurity) {
    return with(draft -> draft.security = Optional.of(newSecurity));
  }

  /** The same with a folder to remember registrations and sessions in. */
  public CoapConfig withData(Path folder) {
    return with(draft -> draft.data = Optional.of(folder));
  }

  /** The same with another patience. */
  public CoapConfig withPatience(Duration newPatience) {
    return with(draft -> draft.patience = newPatience);
  }

  /** The same with another silence. */
  public CoapConfig withSilence(Duration newSilence) {
    return with(draft -> draft.silence = newSilence);
  }

  /** The same with other waits after Max-Age. */
  public CoapConfig withReregister(Duration first, Duration longest) {
    return with(draft -> {
      draft.reregisterFirst = first;
      draft.reregisterLongest = longest;
    });
  }

  /** The same with other times of sleepy devices. */
  public CoapConfig withSleep(Duration newAwake, Duration newQueueAge) {
    return with(draft -> {
      draft.awake = newAwake;
      draft.queueAge = newQueueAge;
    });
  }

  private CoapConfig with(java.util.function.Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new CoapConfig(
        draft.enabled,
        draft.host,
        port,
        draft.peers,
        draft.directories,
        draft.asked,
        draft.multicast,
        draft.security,
        draft.data,
        retryFirst,
        retryLongest,
        draft.reregisterFirst,
        draft.reregisterLongest,
        draft.silence,
        draft.patience,
        draft.awake,
        draft.queueAge,
        maxPayload);
  }

  private static boolean isServer(URI uri) {
    return ("coap".equals(uri.getScheme()) || "coaps".equals(uri.getScheme()))
        && uri.getHost() != null;
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** What can be changed. */
  private static final class Draft {
    private boolean enabled;
    private String host;
    private List<URI> peers;
    private List<URI> directories;
    private List<URI> asked;
    private Optional<String> multicast;
    private Optional<CoapSecurity> security;
    private Optional<Path> data;
    private Duration reregisterFirst;
    private Duration reregisterLongest;
    private Duration silence;
    private Duration patience;
    private Duration awake;
    private Duration queueAge;

    Draft(CoapConfig config) {
      enabled = config.enabled;
      host = config.host;
      peers = config.peers;
      directories = config.directories;
      asked = config.asked;
      multicast = config.multicast;
      security = config.security;
      data = config.data;
      reregisterFirst = config.reregisterFirst;
      reregisterLongest = config.reregisterLongest;
      silence = config.silence;
      patience = config.patience;
      awake = config.awake;
      queueAge = config.queueAge;
    }
  }
}
