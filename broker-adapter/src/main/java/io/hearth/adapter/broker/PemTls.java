package io.hearth.adapter.broker;

import io.hearth.adapter.wire.SecretFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS from PEM files, read again when they change: the next handshake uses the new ones. Files that
 * cannot be used leave the last good ones in force.
 */
final class PemTls {

  private static final Logger LOGGER = LoggerFactory.getLogger(PemTls.class);
  private static final String ALIAS = "hearth";
  private static final long LOOK_NANOS = 1_000_000_000;

  private final BrokerTls files;
  private volatile Loaded loaded;
  private volatile long looked = System.nanoTime();

  /** What the files held, and when they were changed. */
  private record Loaded(
      List<FileTime> stamps,
      PrivateKey key,
      List<X509Certificate> chain,
      Optional<X509ExtendedTrustManager> clients) {}

  /**
   * @throws IllegalArgumentException in one line when a file cannot be used
   */
  PemTls(BrokerTls files) {
    this.files = files;
    this.loaded = load();
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {new Keys()}, new TrustManager[] {new Clients()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  private Loaded current() {
    if (System.nanoTime() - looked > LOOK_NANOS) {
      synchronized (this) {
        looked = System.nanoTime();
        try {
          if (!stamps().equals(loaded.stamps())) {
            loaded = load();
            LOGGER
                .atInfo()
                .addKeyValue(
                    "certificate", loaded.chain().getFirst().getSubjectX500Principal().getName())
                .addKeyValue("until", loaded.chain().getFirst().getNotAfter().toInstant())
                .log("certificate of the broker read again");
          }
        } catch (IllegalArgumentException bad) {
          LOGGER
              .atError()
              .addKeyValue("reason", bad.getMessage())
              .log("certificate of the broker cannot be read; the last good one holds");
        }
      }
    }
    return loaded;
  }

  private Loaded load() {
    List<FileTime> stamps = stamps();
    SecretFile.check(files.key(), "broker.tls.keyFile");
    List<X509Certificate> chain = certificates(files.certificate(), "broker.tls.certificateFile");
    return new Loaded(
        stamps,
        privateKey(chain.getFirst().getPublicKey().getAlgorithm()),
        chain,
        files.clientCa().map(PemTls::trust));
  }

  private List<FileTime> stamps() {
    return Stream.concat(Stream.of(files.certificate(), files.key()), files.clientCa().stream())
        .map(file -> {
          try {
            return Files.getLastModifiedTime(file);
          } catch (IOException e) {
            throw new IllegalArgumentException("broker.tls: there is no file " + file, e);
          }
        })
        .toList();
  }

  private static List<X509Certificate> certificates(Path file, String key) {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (IOException | CertificateException e) {
      throw new IllegalArgumentException(key + ": " + file + " holds no PEM certificate", e);
    }
    throw new IllegalArgumentException(key + ": " + file + " holds no PEM certificate");
  }

  private PrivateKey privateKey(String algorithm) {
    String pem = SecretFile.read(files.key(), "broker.tls.keyFile");
    try {
      String body =
          pem.replaceFirst("(?s)^.*-----BEGIN PRIVATE KEY-----", "")
              .replaceFirst("(?s)-----END PRIVATE KEY-----.*$", "");
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "broker.tls.keyFile: "
              + files.key()
              + " is no PKCS #8 key for the certificate; openssl pkcs8 -topk8 -nodes makes one",
          e);
    }
  }

  private static X509ExtendedTrustManager trust(Path file) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      List<X509Certificate> authorities = certificates(file, "broker.tls.clientCaFile");
      for (int i = 0; i < authorities.size(); i++) {
        store.setCertificateEntry("ca" + i, authorities.get(i));
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return Stream.of(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("broker.tls.clientCaFile: " + file + " cannot be used", e);
    }
  }

  private final class Keys extends X509ExtendedKeyManager {

    @Override
    public @Nullable String chooseEngineServerAlias(
        String type, Principal @Nullable [] issuers, SSLEngine engine) {
      return type.equals(current().key().getAlgorithm()) || isEdwards(type) ? ALIAS : null;
    }

    private boolean isEdwards(String type) {
      return type.equals("EdDSA") && current().key().getAlgorithm().startsWith("Ed");
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return current().chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return current().key();
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return ALIAS;
    }

    @Override
    public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
      return null;
    }
  }

  private final class Clients extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      clients().checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      clients().checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      clients().checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return current()
          .clients()
          .map(X509ExtendedTrustManager::getAcceptedIssuers)
          .orElse(new X509Certificate[0]);
    }

    private X509ExtendedTrustManager clients() throws CertificateException {
      return current()
          .clients()
          .orElseThrow(() -> new CertificateException("client certificates are not accepted"));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("not a client");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      throw new CertificateException("not a client");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("not a client");
    }
  }
}
