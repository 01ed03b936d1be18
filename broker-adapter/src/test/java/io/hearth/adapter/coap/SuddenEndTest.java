package io.hearth.adapter.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.wire.Answer;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Availability;
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

/**
 * Nobody falls silent because the other side ended without a word, and nobody has to do a thing.
 */
class SuddenEndTest {

  private static final DeviceId PORCH = new DeviceId("porch");

  @TempDir private Path folder;
  private Path keys;

  @BeforeEach
  void writeKeys() throws IOException {
    keys = Files.writeString(folder.resolve("coap.keys"), "porch secret-of-porch");
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aDeviceThatKnowsNothingOfItIsHeardAfterHearthWasKilled() throws Exception {
    try (HearthProcess before = HearthProcess.start(folder, keys);
        KeyedDevice porch = new KeyedDevice("porch", "secret-of-porch")) {
      String there = "coaps://127.0.0.1:" + before.securePort() + "/devices/porch/state";
      assertThat(porch.post(there).getCode()).isEqualTo(ResponseCode.CHANGED);
      awaitKept();
      for (int i = 0; i < 50; i++) { // numbers of records that are not kept yet
        porch.post(there);
      }
      // When
      before.kill();
      try (CoapHouse after = house(before.securePort())) {
        // Then
        assertThat(porch.post(there).getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(porch.handshakes()).isEqualTo(1);
        assertThat(after.reports.reports(PORCH)).hasSize(1);
      }
    }
  }

  @Test
  void itIsHeardAlsoWhenItsAddressChangedWhileNobodyWasThere() throws Exception {
    try (HearthProcess before = HearthProcess.start(folder, keys);
        ForwardingProxy proxy = new ForwardingProxy(before.securePort());
        KeyedDevice porch = new KeyedDevice("porch", "secret-of-porch")) {
      String there = "coaps://127.0.0.1:" + proxy.port() + "/devices/porch/state";
      assertThat(porch.post(there).getCode()).isEqualTo(ResponseCode.CHANGED);
      awaitKept();
      // When
      before.kill();
      proxy.moves();
      try (CoapHouse after = house(before.securePort())) {
        // Then
        assertThat(porch.post(there).getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(porch.handshakes()).isEqualTo(1);
        assertThat(after.reports.reports(PORCH)).hasSize(1);
      }
    }
  }

  @Test
  void aKeyThatIsChangedMeanwhileEndsTheSessionOfThatDeviceAlone() throws Exception {
    // Given
    Files.writeString(keys, "porch secret-of-porch\nhall secret-of-hall");
    try (HearthProcess before = HearthProcess.start(folder, keys);
        KeyedDevice porch = new KeyedDevice("porch", "secret-of-porch");
        KeyedDevice hall = new KeyedDevice("hall", "secret-of-hall")) {
      String there = "coaps://127.0.0.1:" + before.securePort() + "/devices/";
      porch.post(there + "porch/state");
      awaitKept();
      long size = Files.size(folder.resolve("coap-sessions"));
      hall.post(there + "hall/state");
      await().until(() -> Files.size(folder.resolve("coap-sessions")) > size);
      // When
      before.kill();
      Files.writeString(keys, "porch another-secret\nhall secret-of-hall");
      try (CoapHouse after = house(before.securePort())) {
        // Then
        hall.post(there + "hall/state");
        assertThat(hall.handshakes()).isEqualTo(1);
        assertThat(porch.isHeard(there + "porch/state")).isFalse();
        assertThat(after.reports.reports(PORCH)).isEmpty();
      }
    }
  }

  @Test
  void sessionsThatAreNoneCostNothingButANewHandshake() throws Exception {
    // Given
    Files.writeString(folder.resolve("coap-sessions"), "no sessions");
    try (CoapHouse house = house(0);
        KeyedDevice porch = new KeyedDevice("porch", "secret-of-porch")) {
      String there =
          "coaps://127.0.0.1:" + house.link.securePort().orElseThrow() + "/devices/porch/state";
      // When Then
      assertThat(porch.post(there).getCode()).isEqualTo(ResponseCode.CHANGED);
    }
  }

  @Test
  void aServerThatIsObservedOverDtlsIsObservedAgainAfterItEnded() throws Exception {
    LibCoap.assumeInstalled();
    // Given
    int port = LibCoap.freePort();
    URI secure = URI.create("coaps://127.0.0.1:" + (port + 1));
    Files.writeString(keys, "hearth-hub hub-secret-key " + secure);
    DeviceId light = new DeviceId("coap-127.0.0.1-" + (port + 1));
    CoapConfig config = config(0).withPeers(List.of(secure)).withSilence(Duration.ofSeconds(2));
    String[] options = {"-d", "10", "-k", "hub-secret-key", "-h", "CoAP"};
    try (LibCoap server = served(port, options);
        CoapHouse house = new CoapHouse(config)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> house.says(light, "on", false));
      // When
      server.close();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> house.reports.availability(light) == Availability.OFFLINE);
      try (LibCoap again = LibCoap.server(port, options)) {
        again.put("/3311/0/5850", "1");
        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> house.says(light, "on", true));
        await().until(() -> house.isOnline(light));
        assertThat(house.send(light, "turnOff")).isEqualTo(new Answer.Accepted());
        assertThat(again.get("/3311/0/5850")).isEqualTo("0");
      }
    }
  }

  private static LibCoap served(int port, String... options) throws Exception {
    LibCoap server = LibCoap.server(port, options);
    server.put("/3311/0/5850", "0");
    return server;
  }

  private void awaitKept() {
    await().until(() -> Files.exists(folder.resolve("coap-sessions")));
    await().until(() -> Files.size(folder.resolve("coap-sessions")) > 100);
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
}
