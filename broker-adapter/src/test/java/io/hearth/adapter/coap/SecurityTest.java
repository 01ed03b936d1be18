package io.hearth.adapter.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.LinkUnavailableException;
import io.hearth.model.device.DeviceId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may speak to Hearth over CoAP, and for whom. */
class SecurityTest {

  private static final DeviceId PORCH = new DeviceId("porch");

  @TempDir private Path folder;
  private Path keys;

  @BeforeEach
  void writeKeys() throws IOException {
    keys = folder.resolve("coap.keys");
    keys("porch secret-of-porch\nhall secret-of-hall hall.lamp");
  }

  @Test
  void libCoapsClientWithItsKeyReportsForItsOwnDeviceOnly() throws Exception {
    LibCoap.assumeInstalled();
    try (CoapHouse house = house()) {
      String devices = "coaps://127.0.0.1:" + house.link.securePort().orElseThrow() + "/devices/";
      // When
      String own = push("porch", "secret-of-porch", devices + "porch/state");
      String anothers = push("porch", "secret-of-porch", devices + "hall.lamp/state");
      push("porch", "a-wrong-secret", devices + "porch/state");
      // Then
      assertThat(own).doesNotContain("4.0");
      assertThat(anothers).contains("4.03");
      assertThat(house.reports.reports(PORCH)).hasSize(1);
      assertThat(house.reports.reports(new DeviceId("hall.lamp"))).isEmpty();
      assertThat(house.problems.all().getFirst().reason())
          .contains("takeover refused: identity porch");
    }
  }

  @Test
  void whoHasNoKeyMayNotSpeakForWhoHasOne() throws Exception {
    try (CoapHouse house = house();
        KeyedDevice stranger = new KeyedDevice()) {
      String plain = "coap://127.0.0.1:" + house.link.port();
      assertThat(stranger.post(plain + "/devices/porch/state").getCode())
          .isEqualTo(ResponseCode.FORBIDDEN);
      assertThat(stranger.post(plain + "/rd?ep=porch", "").getCode())
          .isEqualTo(ResponseCode.FORBIDDEN);
      assertThat(house.problems.all())
          .anyMatch(problem -> problem.reason().contains("somebody without identity"));
    }
  }

  @Test
  void anIdentityRegistersUnderItsOwnNameOnly() throws Exception {
    try (CoapHouse house = house();
        KeyedDevice porch = new KeyedDevice("porch", "secret-of-porch")) {
      String rd = "coaps://127.0.0.1:" + house.link.securePort().orElseThrow() + "/rd?ep=";
      assertThat(porch.post(rd + "hall", "").getCode()).isEqualTo(ResponseCode.FORBIDDEN);
      assertThat(porch.post(rd + "porch", "").getCode()).isEqualTo(ResponseCode.CREATED);
    }
  }

  @Test
  void anotherAddressInMidSessionCostsNoHandshake() throws Exception {
    try (CoapHouse house = house();
        ForwardingProxy proxy = new ForwardingProxy(house.link.securePort().orElseThrow());
        KeyedDevice porch = new KeyedDevice("porch", "secret-of-porch")) {
      String there = "coaps://127.0.0.1:" + proxy.port() + "/devices/porch/state";
      assertThat(porch.post(there).getCode()).isEqualTo(ResponseCode.CHANGED);
      // When
      proxy.moves();
      // Then
      assertThat(porch.post(there).getCode()).isEqualTo(ResponseCode.CHANGED);
      assertThat(porch.handshakes()).isEqualTo(1);
    }
  }

  @Test
  void aRestartOfHearthDoesNotSilenceADevice() throws Exception {
    CoapHouse before = house();
    int port = before.link.securePort().orElseThrow();
    String there = "coaps://127.0.0.1:" + port + "/devices/porch/state";
    try (KeyedDevice porch = new KeyedDevice("porch", "secret-of-porch")) {
      assertThat(porch.post(there).getCode()).isEqualTo(ResponseCode.CHANGED);
      // When
      before.close();
      try (CoapHouse after = house(port)) {
        // Then
        assertThat(porch.post(there).getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(porch.handshakes()).isEqualTo(1);
        assertThat(after.reports.reports(PORCH)).hasSize(1);
      }
    }
  }

  @Test
  void aKeyThatIsTakenAwayHoldsNoMoreWithoutARestart() throws Exception {
    try (CoapHouse house = house();
        KeyedDevice porch = new KeyedDevice("porch", "secret-of-porch")) {
      String there =
          "coaps://127.0.0.1:" + house.link.securePort().orElseThrow() + "/devices/porch/state";
      assertThat(porch.post(there).getCode()).isEqualTo(ResponseCode.CHANGED);
      // When
      keys("hall secret-of-hall hall.lamp\nporch another-secret");
      // Then
      await().atMost(Duration.ofSeconds(15)).until(() -> !porch.isHeard(there));
      try (KeyedDevice rotated = new KeyedDevice("porch", "another-secret")) {
        assertThat(rotated.post(there).getCode()).isEqualTo(ResponseCode.CHANGED);
      }
    }
  }

  @Test
  void libCoapsServerIsObservedAndCommandedOverDtls() throws Exception {
    LibCoap.assumeInstalled();
    int port = LibCoap.freePort();
    keys("hearth-hub hub-secret-key coaps://127.0.0.1:" + (port + 1));
    try (LibCoap server = LibCoap.server(port, "-d", "10", "-k", "hub-secret-key", "-h", "CoAP")) {
      server.put("/3311/0/5850", "0");
      CoapConfig config =
          config(0).withPeers(List.of(URI.create("coaps://127.0.0.1:" + (port + 1))));
      try (CoapHouse house = new CoapHouse(config)) {
        DeviceId light = new DeviceId("coap-127.0.0.1-" + (port + 1));
        await().until(() -> house.says(light, "on", false));
        assertThat(house.send(light, "turnOn")).isEqualTo(new Answer.Accepted());
        assertThat(server.get("/3311/0/5850")).isEqualTo("1");
      }
    }
  }

  @Test
  void keysThatOthersMayReadAreRefusedInOneLine() throws Exception {
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(this::house)
        .isInstanceOf(LinkUnavailableException.class)
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("\n");
  }

  @Test
  void itIsNotOpenToOthersWithoutKeys() {
    assertThatThrownBy(() -> new CoapHouse(CoapConfig.onLoopback(0).withHost("0.0.0.0")))
        .isInstanceOf(LinkUnavailableException.class)
        .hasMessageContaining("coap.dtls.keys");
  }

  private CoapHouse house() {
    return house(0);
  }

  private CoapHouse house(int port) {
    return new CoapHouse(config(port));
  }

  private CoapConfig config(int port) {
    return CoapConfig.onLoopback(0)
        .withSecurity(CoapSecurity.withKeys(port, keys))
        .withData(folder)
        .withPatience(Duration.ofMillis(1400));
  }

  private void keys(String text) throws IOException {
    Path next = folder.resolve("next");
    Files.writeString(next, text);
    Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
    Files.move(next, keys, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static String push(String identity, String key, String uri) throws Exception {
    return LibCoap.client(
        "-m", "post", "-t", "50", "-u", identity, "-k", key, "-e", "{\"on\":true}", uri);
  }
}
