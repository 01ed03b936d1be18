package io.hearth.adapter.coap;

import io.hearth.adapter.wire.LinkUnavailableException;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;

/** Makes the endpoint, configured in memory: Californium would write a file otherwise. */
final class Endpoints {

  private static final int RETRANSMISSIONS = 2;
  private static final int PARTS = 7; // waits of 1, 2 and 4 parts

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
        .set(org.eclipse.californium.core.config.CoapConfig.MAX_ACTIVE_PEERS, 2000)
        .set(org.eclipse.californium.core.config.CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
        .set(
            org.eclipse.californium.core.config.CoapConfig.MAX_RESOURCE_BODY_SIZE,
            2 * config.maxPayload())
        .set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1)
        .set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1);
  }

  /**
   * An endpoint that is not started yet.
   *
   * @throws LinkUnavailableException when the port is in use
   */
  static CoapEndpoint endpoint(CoapConfig config, Configuration configuration) {
    InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
    try (DatagramSocket probe = new DatagramSocket(null)) {
      probe.setReuseAddress(false);
      probe.bind(address);
    } catch (IOException failure) {
      throw new LinkUnavailableException(
          "CoAP cannot use port "
              + config.port()
              + " of "
              + config.host()
              + " ("
              + failure.getMessage()
              + "); stop what uses it or set HEARTH_COAP_PORT (0: any free port)",
          failure);
    }
    return CoapEndpoint.builder()
        .setConfiguration(configuration)
        .setInetSocketAddress(address)
        .build();
  }
}
