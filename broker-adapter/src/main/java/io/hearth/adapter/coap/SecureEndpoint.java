package io.hearth.adapter.coap;

import io.hearth.adapter.wire.LinkUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.config.CoapConfig.MatcherMode;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.eclipse.californium.elements.config.CertificateAuthenticationMode;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.util.SslContextUtil;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.StaticNewAdvancedCertificateVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoint for {@code coaps}: DTLS 1.2 with pre-shared keys and certificates. Connection ids
 * (RFC 9146) let a device keep its session when its address changes, and sessions are kept over a
 * restart and a sudden end, so that a device that does not know of it is heard all the same.
 */
final class SecureEndpoint {

  private static final Logger LOGGER = LoggerFactory.getLogger(SecureEndpoint.class);
  private static final int CONNECTION_ID_BYTES = 6;

  private final LastingConnector connector;
  private final CoapEndpoint endpoint;
  private final Optional<KeyFile> keys;
  private final Optional<SessionFile> sessions;

  static {
    DtlsConfig.register();
  }

  /**
   * Not started yet.
   *
   * @throws LinkUnavailableException when keys or certificates cannot be used, or the port is taken
   */
  SecureEndpoint(
      CoapConfig config, CoapSecurity security, Optional<KeyFile> keys, Configuration usual) {
    this.keys = keys;
    this.sessions = config.data().map(folder -> new SessionFile(folder.resolve("coap-sessions")));
    Configuration configuration =
        new Configuration(usual)
            .set(DtlsConfig.DTLS_ROLE, DtlsRole.BOTH)
            .set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, CONNECTION_ID_BYTES)
            .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
            .set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 2)
            .set(DtlsConfig.DTLS_MAX_CONNECTIONS, 10_000)
            .set(DtlsConfig.DTLS_STALE_CONNECTION_THRESHOLD, 1800, TimeUnit.SECONDS)
            .set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, 1, TimeUnit.SECONDS)
            .set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, 3)
            .set(DtlsConfig.DTLS_VERIFY_SERVER_CERTIFICATES_SUBJECT, true)
            .set(
                org.eclipse.californium.core.config.CoapConfig.RESPONSE_MATCHING,
                MatcherMode.PRINCIPAL);
    InetSocketAddress address = new InetSocketAddress(config.host(), security.port());
    DtlsConnectorConfig.Builder builder =
        DtlsConnectorConfig.builder(configuration).setAddress(address);
    keys.ifPresent(file -> builder.setAdvancedPskStore(new Keys(file)));
    security
        .certificate()
        .ifPresent(
            pem -> certificates(builder, configuration, pem, security.authorities().orElseThrow()));
    Endpoints.check(address, "HEARTH_COAP_DTLS_PORT");
    this.connector = LastingConnector.of(builder.build());
    this.endpoint =
        CoapEndpoint.builder().setConfiguration(configuration).setConnector(connector).build();
  }

  CoapEndpoint endpoint() {
    return endpoint;
  }

  /** The keys may have changed: whoever has another one or none now must show it anew. */
  void refreshKeys() {
    keys.ifPresent(file ->
        file.refresh(identity -> {
          var unused =
              connector.startDropConnectionsForPrincipal(new PreSharedKeyIdentity(identity));
          LOGGER
              .atInfo()
              .addKeyValue("identity", identity)
              .log("coap sessions ended, the key is another");
        }));
  }

  /**
   * Takes up the sessions of before a restart whose keys are the same; to be called before it is
   * started.
   */
  void recall() {
    sessions.ifPresent(file -> file.recall(connector, marks()));
  }

  /** Keeps the sessions for the next start, however this one ends. */
  void keep() {
    sessions.ifPresent(file -> file.keep(connector, marks()));
  }

  private Map<String, String> marks() {
    return keys.map(KeyFile::marks).orElse(Map.of());
  }

  private static void certificates(
      DtlsConnectorConfig.Builder builder, Configuration configuration, Path own, Path others) {
    try {
      SslContextUtil.Credentials credentials = SslContextUtil.loadCredentials(own.toString());
      builder.setCertificateIdentityProvider(
          new SingleCertificateProvider(
              credentials.getPrivateKey(),
              credentials.getCertificateChain(),
              List.of(CertificateType.X_509)));
      builder.setAdvancedCertificateVerifier(
          StaticNewAdvancedCertificateVerifier.builder()
              .setTrustedCertificates(SslContextUtil.loadTrustedCertificates(others.toString()))
              .build());
      configuration.set(
          DtlsConfig.DTLS_CLIENT_AUTHENTICATION_MODE, CertificateAuthenticationMode.NEEDED);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
      throw new LinkUnavailableException(
          "CoAP certificates in "
              + own
              + " and "
              + others
              + " cannot be used: "
              + failure.getMessage(),
          failure);
    }
  }

  /** Whether an address can be reached from this machine only. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (IOException unknown) {
      return false;
    }
  }
}
