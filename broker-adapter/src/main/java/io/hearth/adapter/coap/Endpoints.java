package io.hearth.adapter.coap;

import io.hearth.adapter.wire.LinkUnavailableException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.UDPConnector;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;

/** Makes the endpoints, configured in memory: Californium would write a file otherwise. */
final class Endpoints {

  private static final int RETRANSMISSIONS = 2;
  private static final int PARTS = 7; // waits of 1, 2 and 4 parts
  private static final int MAX_PEERS = 20_000;
  private static final int SOCKET_BUFFER = 4 * 1024 * 1024;

  static {
    org.eclipse.californium.core.config.CoapConfig.register();
    UdpConfig.register();
  }

  private Endpoints() {}

  static Configuration configuration(CoapConfig config) {
    return Configuration.createStandardWithoutFile()
        .set(
            org.eclipse.californium.core.config.CoapConfig.ACK_TIMEOUT,
            (int) (config.patience().toMillis() / PARTS),
            TimeUnit.MILLISECONDS)
        .set(org.eclipse.californium.core.config.CoapConfig.ACK_INIT_RANDOM, 1.2f)
        .set(org.eclipse.californium.core.config.CoapConfig.MAX_RETRANSMIT, RETRANSMISSIONS)
        .set(org.eclipse.californium.core.config.CoapConfig.MAX_ACTIVE_PEERS, MAX_PEERS)
        .set(org.eclipse.californium.core.config.CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
        // Remembers the last messages of each peer; all of four minutes would be millions.
        .set(
            org.eclipse.californium.core.config.CoapConfig.DEDUPLICATOR,
            org.eclipse.californium.core.config.CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP)
        .set(
            org.eclipse.californium.core.config.CoapConfig.MAX_RESOURCE_BODY_SIZE,
            2 * config.maxPayload())
        .set(UdpConfig.UDP_RECEIVE_BUFFER_SIZE, SOCKET_BUFFER)
        .set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1)
        .set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1);
  }

  /**
   * Where devices register without DTLS: on loopback only.
   *
   * @throws LinkUnavailableException when the port is in use
   */
  static CoapEndpoint plain(CoapConfig config, Configuration configuration) {
    InetSocketAddress address =
        new InetSocketAddress(
            SecureEndpoint.isLoopback(config.host()) ? config.host() : "127.0.0.1", config.port());
    check(address, "HEARTH_COAP_PORT");
    return CoapEndpoint.builder()
        .setConfiguration(configuration)
        .setInetSocketAddress(address)
        .build();
  }

  /** Asks and observes beyond this machine, and takes no request. */
  static CoapEndpoint asking(CoapConfig config, Configuration configuration) {
    Optional<NetworkInterface> outgoing = config.multicast().map(Endpoints::byName);
    UDPConnector connector =
        new UDPConnector(new InetSocketAddress(0), configuration) {
          @Override
          protected void init(DatagramSocket socket) throws IOException {
            if (outgoing.isPresent()) {
              socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, outgoing.get());
            }
            super.init(socket);
          }
        };
    return CoapEndpoint.builder().setConfiguration(configuration).setConnector(connector).build();
  }

  /** A network interface of this machine. */
  static NetworkInterface byName(String name) {
    try {
      NetworkInterface found = NetworkInterface.getByName(name);
      if (found != null) {
        return found;
      }
    } catch (SocketException failure) {
      throw new LinkUnavailableException("network interface " + name + " cannot be used", failure);
    }
    throw new LinkUnavailableException(
        "coap.multicast: there is no network interface " + name, new SocketException(name));
  }

  /** Refuses a port that is taken with a sentence that says what to do. */
  static void check(InetSocketAddress address, String setting) {
    try (DatagramSocket probe = new DatagramSocket(null)) {
      probe.setReuseAddress(false);
      probe.bind(address);
    } catch (IOException failure) {
      throw new LinkUnavailableException(
          "CoAP cannot use port "
              + address.getPort()
              + " of "
              + address.getHostString()
              + " ("
              + failure.getMessage()
              + "); stop what uses it or set "
              + setting
              + " (0: any free port)",
          failure);
    }
  }
}
