package io.hearth.adapter.coap;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How Hearth proves who it is and knows who others are, over DTLS 1.2.
 *
 * @param port where devices reach it by {@code coaps}; 5684 by the standard, 0 for any free one
 * @param keys the file of pre-shared keys; readable by its owner only, read again when it changes
 * @param certificate PEM file with Hearth's private key and certificate; empty for keys only
 * @param authorities PEM file with the certificates of those whose certificates are believed
 */
public record CoapSecurity(
    int port, Optional<Path> keys, Optional<Path> certificate, Optional<Path> authorities) {

  public static final int DEFAULT_PORT = 5684;

  public CoapSecurity {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("coap.dtls.port must be 0 to 65535 but is " + port);
    }
    if (keys.isEmpty() && certificate.isEmpty()) {
      throw new IllegalArgumentException("coap.dtls needs keys or a certificate");
    }
    if (certificate.isPresent() != authorities.isPresent()) {
      throw new IllegalArgumentException(
          "coap.dtls.certificate and coap.dtls.authorities are needed both or not at all");
    }
  }

  /** With pre-shared keys only. */
  public static CoapSecurity withKeys(int port, Path keys) {
    return new CoapSecurity(port, Optional.of(keys), Optional.empty(), Optional.empty());
  }
}
