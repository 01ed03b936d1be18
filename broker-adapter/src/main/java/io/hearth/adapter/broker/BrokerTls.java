package io.hearth.adapter.broker;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The listener with TLS.
 *
 * @param host address it listens on
 * @param port 0 for any free one
 * @param certificate PEM file of the certificate chain, the broker's own first
 * @param key PEM file of its private key (PKCS #8), mode 0600
 * @param clientCa PEM file of the authorities whose client certificates let in the login of their
 *     common name; empty for passwords only
 */
public record BrokerTls(
    String host, int port, Path certificate, Path key, Optional<Path> clientCa) {

  public BrokerTls {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("broker.tls.port must be 0 to 65535 but is " + port);
    }
  }
}
