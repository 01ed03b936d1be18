package io.hearth.adapter.broker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the embedded broker runs.
 *
 * @param host address to listen on; loopback lets in this machine only. Hearth itself always comes
 *     in by loopback
 * @param port 0 for any free one
 * @param journal folder in which retained messages, sessions and what is queued for them survive a
 *     restart; empty for memory only
 * @param users file of the logins; empty for none
 * @param secret password of Hearth's own login
 * @param anybodyHere whether clients on this machine need no login
 * @param prefix first level of the topics of the Hearth convention
 * @param tls a second listener, with TLS
 */
public record EmbeddedBrokerConfig(
    String host,
    int port,
    Optional<Path> journal,
    Optional<Path> users,
    String secret,
    boolean anybodyHere,
    String prefix,
    Optional<BrokerTls> tls,
    BrokerLimits limits) {

  public static final String LOOPBACK = "127.0.0.1";

  public EmbeddedBrokerConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("mqtt.port must be 0 to 65535 but is " + port);
    }
    address("broker.host", host);
    tls.ifPresent(listener -> address("broker.tls.host", listener.host()));
  }

  /** At a port on loopback, for anybody there, keeping nothing on disk. */
  public static EmbeddedBrokerConfig inMemory(int port) {
    return new EmbeddedBrokerConfig(
        LOOPBACK,
        port,
        Optional.empty(),
        Optional.empty(),
        Passwords.generate(),
        true,
        "hearth",
        Optional.empty(),
        BrokerLimits.STANDARD);
  }

  /** The same, with what is kept in a folder. */
  public static EmbeddedBrokerConfig journaled(int port, Path folder) {
    return inMemory(port).withJournal(folder);
  }

  public EmbeddedBrokerConfig withJournal(Path folder) {
    return new EmbeddedBrokerConfig(
        host, port, Optional.of(folder), users, secret, anybodyHere, prefix, tls, limits);
  }

  EmbeddedBrokerConfig withoutJournal() {
    return new EmbeddedBrokerConfig(
        host, port, Optional.empty(), users, secret, anybodyHere, prefix, tls, limits);
  }

  /** With logins, and whether clients on this machine may still do without. */
  public EmbeddedBrokerConfig withUsers(Path file, String ownSecret, boolean anybody) {
    return new EmbeddedBrokerConfig(
        host, port, journal, Optional.of(file), ownSecret, anybody, prefix, tls, limits);
  }

  public EmbeddedBrokerConfig withHost(String newHost) {
    return new EmbeddedBrokerConfig(
        newHost, port, journal, users, secret, anybodyHere, prefix, tls, limits);
  }

  public EmbeddedBrokerConfig withTls(BrokerTls listener) {
    return new EmbeddedBrokerConfig(
        host, port, journal, users, secret, anybodyHere, prefix, Optional.of(listener), limits);
  }

  public EmbeddedBrokerConfig withLimits(BrokerLimits newLimits) {
    return new EmbeddedBrokerConfig(
        host, port, journal, users, secret, anybodyHere, prefix, tls, newLimits);
  }

  /** Whether others than this machine can connect. */
  boolean isWide() {
    return !address("broker.host", host).isLoopbackAddress()
        || tls.filter(t -> !address("broker.tls.host", t.host()).isLoopbackAddress()).isPresent();
  }

  static InetAddress address(String key, String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(key + " is no address of this machine: " + host, e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "EmbeddedBrokerConfig[" + host + ":" + port + "]";
  }
}
