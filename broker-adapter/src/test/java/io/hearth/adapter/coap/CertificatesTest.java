package io.hearth.adapter.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hearth.adapter.wire.Answer;
import io.hearth.model.device.DeviceId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** DTLS with certificates that openssl made, between Hearth and libcoap. */
@Execution(ExecutionMode.CONCURRENT)
class CertificatesTest {

  private static final DeviceId PORCH = new DeviceId("porch");

  @TempDir private Path folder;

  @BeforeEach
  void makeCertificates() throws Exception {
    LibCoap.assumeInstalled();
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/openssl")),
        "openssl is not installed: certificates are not tested; install openssl");
    authority("home");
    certificate("hearth", "home");
    certificate("porch", "home");
    Files.writeString(
        folder.resolve("hearth.pem"),
        Files.readString(folder.resolve("hearth.key"))
            + Files.readString(folder.resolve("hearth.crt")));
  }

  @Test
  void aCertificateSpeaksForItsOwnNameOnly() throws Exception {
    try (CoapHouse house = house()) {
      // When
      String own = push(house, "porch", "porch");
      String anothers = push(house, "porch", "hall");
      // Then
      assertThat(own).doesNotContain("4.0");
      assertThat(anothers).contains("4.03");
      assertThat(house.reports.reports(PORCH)).hasSize(1);
      assertThat(house.reports.reports(new DeviceId("hall"))).isEmpty();
    }
  }

  @Test
  void aCertificateOfAnotherAuthorityIsNotHeard() throws Exception {
    // Given
    authority("stranger");
    Files.createDirectory(folder.resolve("forged"));
    certificate("forged/porch", "stranger");
    try (CoapHouse house = house()) {
      // When
      push(house, "forged/porch", "porch");
      // Then: it goes on for the true one
      assertThat(house.reports.reports(PORCH)).isEmpty();
      push(house, "porch", "porch");
      assertThat(house.reports.reports(PORCH)).hasSize(1);
    }
  }

  @Test
  void aServerWithACertificateIsObservedAndCommanded() throws Exception {
    int port = LibCoap.freePort();
    try (LibCoap server =
        LibCoap.server(
            port,
            "-d",
            "9",
            "-c",
            file("porch.crt"),
            "-j",
            file("porch.key"),
            "-C",
            file("home.crt"))) {
      server.put("/3311/0/5850", "0");
      try (CoapHouse house = house(URI.create("coaps://127.0.0.1:" + (port + 1)))) {
        DeviceId light = new DeviceId("coap-127.0.0.1-" + (port + 1));
        await().until(() -> house.says(light, "on", false));
        // When
        Answer answer = house.send(light, "turnOn");
        // Then
        assertThat(answer).isEqualTo(new Answer.Accepted());
        assertThat(server.get("/3311/0/5850")).isEqualTo("1");
        await().until(() -> house.says(light, "on", true));
      }
    }
  }

  private CoapHouse house(URI... peers) {
    return new CoapHouse(
        CoapConfig.onLoopback(0)
            .withPeers(List.of(peers))
            .withSecurity(
                new CoapSecurity(
                    0,
                    Optional.empty(),
                    Optional.of(folder.resolve("hearth.pem")),
                    Optional.of(folder.resolve("home.crt"))))
            .withPatience(Duration.ofMillis(1400)));
  }

  private String push(CoapHouse house, String who, String device) throws Exception {
    return LibCoap.client(
        "-m",
        "post",
        "-t",
        "50",
        "-c",
        file(who + ".crt"),
        "-j",
        file(who + ".key"),
        "-C",
        file("home.crt"),
        "-e",
        "{\"on\":true}",
        "coaps://127.0.0.1:"
            + house.link.securePort().orElseThrow()
            + "/devices/"
            + device
            + "/state");
  }

  private void authority(String name) throws Exception {
    openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=%1$s"
            + " -keyout %1$s.key -out %1$s.crt",
        name);
  }

  private void certificate(String name, String authority) throws Exception {
    openssl(
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=%2$s"
            + " -addext subjectAltName=IP:127.0.0.1 -keyout %1$s.key -out %1$s.csr",
        name, Path.of(name).getFileName());
    openssl(
        "x509 -req -in %1$s.csr -CA %2$s.crt -CAkey %2$s.key -CAcreateserial -days 2"
            + " -copy_extensions copy -out %1$s.crt",
        name, authority);
  }

  private void openssl(String arguments, Object... names) throws Exception {
    List<String> command = new ArrayList<>(List.of("/usr/bin/openssl"));
    command.addAll(List.of(arguments.formatted(names).split(" ", -1)));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private String file(String name) throws IOException {
    return folder.resolve(name).toRealPath().toString();
  }
}
