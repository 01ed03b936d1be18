package io.hearth.adapter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The listener with TLS, with certificates made by openssl and Mosquitto's clients. */
@Timeout(60)
class BrokerTlsTest {

  @TempDir private Path folder;

  private BrokerUsers users;
  private EmbeddedBroker broker;

  @BeforeAll
  static void toolsAreInstalled() {
    Mosquitto.assumeInstalled();
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
  }

  @BeforeEach
  void start() throws Exception {
    authority("ca");
    certificate("ca", "localhost", "server");
    certificate("ca", "lamp", "lamp");
    authority("stranger");
    certificate("stranger", "lamp", "forged");
    users = new BrokerUsers(folder.resolve("users.json"));
    users.put(new BrokerUser("lamp", Optional.empty(), List.of("light.hall"), List.of(), false));
    broker =
        EmbeddedBroker.start(
            EmbeddedBrokerConfig.inMemory(0)
                .withUsers(users.file(), "own-secret", false)
                .withTls(tls()));
    broker.ready().toCompletableFuture().join();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void aClientCertificateLetsInTheLoginOfItsName() {
    assertThat(publish("hearth/light.hall/state", "ca", "lamp").worked()).isTrue();
    assertThat(publish("hearth/door.hall/state", "ca", "lamp").worked()).isFalse();
  }

  @Test
  void withoutACertificateOrWithAForgedOneNobodyGetsIn() {
    assertThat(publish("hearth/light.hall/state", "ca").worked()).isFalse();
    assertThat(publish("hearth/light.hall/state", "ca", "forged").worked()).isFalse();
  }

  @Test
  void aPasswordWorksOverTlsToo() {
    assertThat(publish("x", "ca", List.of("-u", "hearth", "-P", "own-secret")).worked()).isTrue();
  }

  @Test
  void aCertificateIsExchangedWithoutARestart() throws Exception {
    // Given
    List<String> login = List.of("-u", "hearth", "-P", "own-secret");
    assertThat(publish("x", "stranger", login).worked()).isFalse();
    // When
    certificate("stranger", "localhost", "server");
    // Then
    await().until(() -> publish("x", "stranger", login).worked());
  }

  @Test
  void aKeyThatOthersMayReadIsRefused() throws Exception {
    Files.setPosixFilePermissions(
        folder.resolve("server.key"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> EmbeddedBroker.start(EmbeddedBrokerConfig.inMemory(0).withTls(tls())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("broker.tls.keyFile")
        .hasMessageContaining("chmod 600");
  }

  private BrokerTls tls() {
    return new BrokerTls(
        "127.0.0.1",
        0,
        folder.resolve("server.crt"),
        folder.resolve("server.key"),
        Optional.of(folder.resolve("ca.crt")));
  }

  private Mosquitto.Said publish(String topic, String trusted, String... certificate) {
    return publish(
        topic,
        trusted,
        Stream.of(certificate)
            .flatMap(name -> Stream.of("--cert", file(name + ".crt"), "--key", file(name + ".key")))
            .toList());
  }

  private Mosquitto.Said publish(String topic, String trusted, List<String> more) {
    List<String> options = new ArrayList<>(more);
    options.addAll(List.of("-h", "localhost", "--cafile", file(trusted + ".crt")));
    return Mosquitto.publish(broker.tlsPort(), topic, "{}", options.toArray(String[]::new));
  }

  private void authority(String name) throws Exception {
    openssl(
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=" + name,
        "-keyout",
        file(name + ".key"),
        "-out",
        file(name + ".crt"));
  }

  private void certificate(String authority, String commonName, String name) throws Exception {
    Path extension = Files.writeString(folder.resolve("ext"), "subjectAltName=DNS:" + commonName);
    openssl(
        "req",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-subj",
        "/CN=" + commonName,
        "-keyout",
        file(name + ".key"),
        "-out",
        file(name + ".csr"));
    openssl(
        "x509",
        "-req",
        "-days",
        "2",
        "-in",
        file(name + ".csr"),
        "-CA",
        file(authority + ".crt"),
        "-CAkey",
        file(authority + ".key"),
        "-CAcreateserial",
        "-extfile",
        extension.toString(),
        "-out",
        file(name + ".crt"));
    Files.setPosixFilePermissions(
        folder.resolve(name + ".key"), PosixFilePermissions.fromString("rw-------"));
  }

  private void openssl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/usr/bin/openssl"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
