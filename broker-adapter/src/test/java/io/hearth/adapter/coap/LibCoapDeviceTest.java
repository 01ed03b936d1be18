package io.hearth.adapter.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.wire.Answer;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices made with libcoap's example server and no code of Hearth. */
class LibCoapDeviceTest {

  @BeforeEach
  void needsLibCoap() {
    LibCoap.assumeInstalled();
  }

  @Test
  void aLightOfIpsoPathsIsDiscoveredObservedAndCommanded() throws Exception {
    try (LibCoap server = LibCoap.server("-d", "10");
        CoapHouse house =
            new CoapHouse(
                config(
                    server.put("/3311/0/5850", "0").put("/3311/0/5851", "40").uri()
                        + "#Porch%20light"))) {
      DeviceId light = new DeviceId("coap-127.0.0.1-" + server.port());
      // Then: it is a light with that name
      await().until(() -> house.says(light, "on", false) && house.says(light, "brightness", 40));
      var said = house.reports.announcements().getFirst();
      assertThat(said.name()).isEqualTo("Porch light");
      assertThat(said.type()).isEqualTo("light");
      assertThat(said.capabilities()).containsExactly("OnOff", "LevelControl");
      // When: somebody else switches it
      server.put("/3311/0/5850", "1");
      // Then
      await().until(() -> house.says(light, "on", true));
      // When: Hearth does
      assertThat(house.send(light, "turnOff")).isEqualTo(new Answer.Accepted());
      assertThat(
              house.send(new Command(light, "setBrightness", Map.of("brightness", Value.of(70)))))
          .isEqualTo(new Answer.Accepted());
      // Then
      assertThat(server.get("/3311/0/5850")).isEqualTo("0");
      assertThat(server.get("/3311/0/5851")).isEqualTo("70");
      assertThat(house.says(light, "on", false)).isTrue();
    }
  }

  @Test
  void aServerThatIsRestartedIsNoticedAndObservedAgain() throws Exception {
    LibCoap server = LibCoap.server("-d", "10").put("/3303/0/5700", "21.5");
    DeviceId sensor = new DeviceId("coap-127.0.0.1-" + server.port());
    try (CoapHouse house = new CoapHouse(config(server.uri().toString()))) {
      await().until(() -> house.says(sensor, "temperature", 21.5));
      // When
      server.close();
      // Then: it is missed without anybody asking for it
      await()
          .atMost(Duration.ofSeconds(8))
          .until(() -> house.reports.availability(sensor) == Availability.OFFLINE);
      // When
      try (LibCoap again = LibCoap.server(server.port(), "-d", "10")) {
        again.put("/3303/0/5700", "19");
        // Then
        await().atMost(Duration.ofSeconds(15)).until(() -> house.says(sensor, "temperature", 19));
        await().until(() -> house.isOnline(sensor));
        again.put("/3303/0/5700", "18.5");
        await().until(() -> house.says(sensor, "temperature", 18.5));
      }
    }
  }

  @Test
  void twoLightsOfOneServerAreTwoDevices() throws Exception {
    try (LibCoap server = LibCoap.server("-d", "10");
        CoapHouse house =
            new CoapHouse(
                config(
                    server.put("/3311/0/5850", "0").put("/3311/1/5850", "1").uri() + "#Twins"))) {
      String id = "coap-127.0.0.1-" + server.port();
      // Then
      await().until(() -> house.says(new DeviceId(id), "on", false));
      await().until(() -> house.says(new DeviceId(id + ".2"), "on", true));
      assertThat(house.reports.announcements())
          .extracting("name")
          .containsExactly("Twins", "Twins 2");
    }
  }

  @Test
  void libCoapsClientRegistersItIsFoundAndLookedUp() throws Exception {
    try (CoapHouse house = new CoapHouse(config())) {
      String rd = "coap://127.0.0.1:" + house.link.port();
      try (LibCoap server = LibCoap.server("-d", "10")) {
        server.put("/3306/0/5850", "0");
        // When
        LibCoap.client(
            "-m",
            "post",
            "-t",
            "40",
            "-e",
            "</3306/0/5850>;obs;ct=0",
            rd + "/rd?ep=fan-plug&lt=60&d=kitchen&base=" + server.uri());
        // Then
        DeviceId plug = new DeviceId("fan-plug");
        await().until(() -> house.says(plug, "on", false));
        var said = house.reports.announcements().getFirst();
        assertThat(said.area()).contains("kitchen");
        assertThat(said.type()).isEqualTo("switch");
        assertThat(LibCoap.client("-m", "get", rd + "/rd-lookup/ep?d=kitchen"))
            .contains("ep=\"fan-plug\"")
            .contains("</rd/1>");
        assertThat(LibCoap.client("-m", "get", rd + "/rd-lookup/res?ep=fan*"))
            .contains("<" + server.uri() + "/3306/0/5850>");
        assertThat(LibCoap.client("-m", "get", rd + "/rd-lookup/res?ep=other")).isEmpty();
      }
    }
  }

  private static CoapConfig config(String... peers) {
    return CoapConfig.onLoopback(0)
        .withPeers(List.of(peers).stream().map(URI::create).toList())
        .withPatience(Duration.ofMillis(1400))
        .withSilence(Duration.ofSeconds(2));
  }
}
