package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.PrivateFile;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the broker and Hearth prove who they are over TLS; all files are PEM and read again for each
 * connection, so that they can be renewed while Hearth runs. The broker's name is always checked
 * against its certificate.
 *
 * @param authorities certificates that are trusted to vouch for the broker; empty for those that
 *     Java trusts
 * @param certificate Hearth's own, with its chain, for a broker that asks for one
 * @param key its private key (PKCS#8), a file of mode 0600
 */
public record MqttTls(Optional<Path> authorities, Optional<Path> certificate, Optional<Path> key) {

  /** Trusts whom Java trusts and proves nothing. */
  public static MqttTls usual() {
    return new MqttTls(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What does not go together, beginning with the last part of a key. */
  Optional<String> fault() {
    return certificate.isPresent() == key.isPresent()
        ? Optional.empty()
        : Optional.of("tls.certificateFile and tls.keyFile go together, but one is missing");
  }

  /**
   * The files as they are now.
   *
   * @param keys what the configuration keys begin with, for messages
   * @throws IOException saying in one line which file is wrong and how
   */
  SslContext context(String keys) throws IOException {
    SslContextBuilder builder =
        SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS");
    if (authorities.isPresent()) {
      byte[] trusted = publicFile(keys + ".tls.caFile", authorities.get());
      use(
          keys + ".tls.caFile",
          authorities.get(),
          () -> builder.trustManager(new ByteArrayInputStream(trusted)));
    }
    if (certificate.isPresent() && key.isPresent()) {
      byte[] own = publicFile(keys + ".tls.certificateFile", certificate.get());
      byte[] secret = PrivateFile.bytes(keys + ".tls.keyFile", key.get());
      use(
          keys + ".tls.keyFile",
          key.get(),
          () ->
              builder.keyManager(new ByteArrayInputStream(own), new ByteArrayInputStream(secret)));
    }
    return builder.build();
  }

  private static byte[] publicFile(String key, Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(key + ": no such readable file: " + file);
    }
    return Files.readAllBytes(file);
  }

  private static void use(String key, Path file, Runnable step) throws IOException {
    try {
      step.run();
    } catch (IllegalArgumentException unusable) {
      throw new IOException(key + ": no usable PEM (a key must be PKCS#8): " + file, unusable);
    }
  }
}
