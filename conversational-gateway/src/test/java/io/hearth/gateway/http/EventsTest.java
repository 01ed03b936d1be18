package io.hearth.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.model.HomeEvent;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventsTest {

  private static final DeviceId DOOR = new DeviceId("garage_door");

  @Test
  void tellsEveryKindOfEventInOrderWithALineForAPerson() {
    try (RunningGateway gateway = RunningGateway.declining();
        Follower follower = new Follower(gateway.uri("/api/events"))) {
      // Given
      await().until(() -> clients(gateway) == 1);
      DemoHome home = gateway.home;
      var id = home.home().id();

      // When
      home.report("light.kitchen", Map.of("brightness", 40));
      home.report("light.kitchen", Map.of("brightness", 40));
      home.availability("garage_door", Availability.OFFLINE, "last will");
      home.events.publish(
          new HomeEvent.DevicesDescribed(
              id, List.of(home.home().device(DOOR).orElseThrow()), Records.NOW));
      home.events.publish(new HomeEvent.DeviceRemoved(id, new DeviceId("gone"), Records.NOW));
      home.events.publish(
          new HomeEvent.CommandCompleted(
              id,
              new CommandOutcome.Rejected(Command.of(DOOR, "open"), "obstructed"),
              Records.NOW));
      home.events.publish(
          new HomeEvent.TurnProgressed(id, "t-1", "The door is on its way.", Records.NOW));
      home.events.publish(
          new HomeEvent.TurnTaken(id, Records.declined("t-1", "hello"), Records.NOW));
      List<JsonNode> events = follower.next(8);

      // Then
      assertThat(events)
          .extracting(
              event -> event.path("type").asString() + ": " + event.path("summary").asString())
          .containsExactly(
              "state: Kitchen light: brightness 40 %",
              "state: Kitchen light: unchanged",
              "availability: Garage door cannot be reached (last will)",
              "device: Garage door is in the home",
              "removed: gone left the home",
              "command: Garage door: open rejected (obstructed)",
              "progress: The door is on its way.",
              "turn: \"hello\" → That is not for me.");
      assertThat(events.getFirst().path("changes").path(0).toString())
          .isEqualTo("{\"property\":\"brightness\",\"from\":80,\"to\":40}");
      assertThat(events.getFirst().path("state").path("properties").path("on").path("value"))
          .hasToString("true");
      assertThat(events.getLast().path("turn").path("id").asString()).isEqualTo("t-1");
      ApiSchemas schemas = new ApiSchemas();
      assertThat(events).allSatisfy(event -> schemas.check("Event", event));
    }
  }

  @Test
  void forgetsAFollowerThatLeaves() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // Given
      Follower follower = new Follower(gateway.uri("/api/events"));
      await().until(() -> clients(gateway) == 1);

      // When
      follower.close();

      // Then
      await()
          .untilAsserted(() -> {
            gateway.home.report(
                "light.kitchen", Map.of("brightness", (int) (System.nanoTime() % 100)));
            assertThat(clients(gateway)).isZero();
          });
    }
  }

  @Test
  void letsGoOfAFollowerThatDoesNotReadAndServesTheOthers() throws Exception {
    try (RunningGateway gateway = RunningGateway.declining();
        Socket sleeper = new Socket();
        Follower follower = new Follower(gateway.uri("/api/events"))) {
      // Given
      sleeper.setReceiveBufferSize(4096);
      sleeper.connect(new java.net.InetSocketAddress("127.0.0.1", gateway.port()));
      sleeper
          .getOutputStream()
          .write(
              "GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = sleeper.getInputStream();
      assertThat(in.read()).isEqualTo('H');
      await().until(() -> clients(gateway) == 2);
      String text = "x".repeat(60_000);

      // When
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(2))
          .until(() -> {
            gateway.home.events.publish(
                new HomeEvent.TurnProgressed(gateway.home.home().id(), "t-1", text, Records.NOW));
            return dropped(gateway) == 1;
          });

      // Then
      assertThat(clients(gateway)).isEqualTo(1);
      assertThat(follower.next(100)).hasSize(100);
    }
  }

  private static double clients(RunningGateway gateway) {
    return gateway.metrics.get("hearth.event.clients").gauge().value();
  }

  private static double dropped(RunningGateway gateway) {
    return gateway.metrics.get("hearth.event.clients.dropped").counter().count();
  }
}
