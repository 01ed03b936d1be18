package io.hearth.adapter.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.owntype.OwnTypes;
import io.hearth.adapter.owntype.Pumps;
import io.hearth.adapter.wire.Answer;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Availability;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices of one's own types on libcoap's example server, of which nothing is ours. */
class OwnTypesOverCoapTest {

  @BeforeEach
  void needsLibCoap() {
    LibCoap.assumeInstalled();
  }

  @Test
  void devicesAreFoundByTheirPathsObeyAreLostWithTheirServerAndReturn() throws Exception {
    // Given
    LibCoap server = LibCoap.server("-d", "10").put("/acme/1", "0").put("/acme/2", "1");
    DeviceId first = new DeviceId("pump.coap-127.0.0.1-" + server.port() + ".1");
    DeviceId second = new DeviceId("pump.coap-127.0.0.1-" + server.port() + ".2");
    try (CoapHouse house = house(server.uri())) {
      await().until(() -> house.says(first, "on", false) && house.says(second, "on", true));

      // When
      Answer answer = house.send(first, "turnOn");

      // Then
      assertThat(answer).isEqualTo(new Answer.Accepted());
      assertThat(server.get("/acme/1")).isEqualTo("1");
      await().until(() -> house.says(first, "on", true));

      // When
      server.close();

      // Then
      await()
          .atMost(Duration.ofSeconds(8))
          .until(() ->
              Stream.of(first, second)
                  .allMatch(it -> house.reports.availability(it) == Availability.OFFLINE));

      // When
      try (LibCoap again = LibCoap.server(server.port(), "-d", "10")) {
        again.put("/acme/1", "0").put("/acme/2", "0");
        // Then
        await()
            .atMost(Duration.ofSeconds(15))
            .until(() -> house.isOnline(first) && house.says(first, "on", false));
        assertThat(house.send(second, "turnOn")).isEqualTo(new Answer.Accepted());
        assertThat(again.get("/acme/2")).isEqualTo("1");
      }
    }
  }

  @Test
  void aServerThatRegistersUnderTheNameOfAnotherDoesNotGetItsDevicesWhichIsAProblem()
      throws Exception {
    // Given
    try (CoapHouse house = house();
        LibCoap server = LibCoap.server("-d", "10").put("/acme/1", "0");
        LibCoap thief = LibCoap.server("-d", "10").put("/acme/1", "1")) {
      DeviceId pump = new DeviceId("pump.well.1");
      register(house, "well&d=garden", server);
      await().until(() -> house.says(pump, "on", false));

      // When
      register(house, "well&d=street", thief);

      // Then
      await()
          .until(() ->
              house.problems.all().stream()
                  .anyMatch(problem -> problem.reason().contains("takeover refused")));
      assertThat(house.send(pump, "turnOn")).isEqualTo(new Answer.Accepted());
      assertThat(server.get("/acme/1")).isEqualTo("1");
      assertThat(house.says(pump, "on", true)).isTrue();
    }
  }

  private static void register(CoapHouse house, String endpoint, LibCoap server) throws Exception {
    LibCoap.client(
        "-m",
        "post",
        "-t",
        "40",
        "-e",
        "</acme/1>;obs;ct=0",
        "coap://127.0.0.1:" + house.link.port() + "/rd?ep=" + endpoint + "&base=" + server.uri());
  }

  private static CoapHouse house(URI... peers) {
    OwnTypes types = new OwnTypes();
    types.exchange(List.of(Pumps.byPath()));
    CoapConfig config =
        CoapConfig.onLoopback(0)
            .withPeers(List.of(peers))
            .withPatience(Duration.ofMillis(1400))
            .withSilence(Duration.ofSeconds(2));
    return new CoapHouse(config, new CoapHouse.Facts(), List.of(types));
  }
}
