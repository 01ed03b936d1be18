package io.hearth.app.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.broker.EmbeddedBroker;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The scenes with the broker that is in the same process. */
class EmbeddedBrokerScenesTest extends Scenes {

  @Override
  Optional<URI> broker() {
    return Optional.empty();
  }

  @Test
  void aTurnEndsTruthfullyWhenTheBrokerIsGoneAndStateIsRightWhenItIsBack() {
    // Given
    LiveHome home = home();
    home.make("light.kitchen", "on", false);
    EmbeddedBroker broker = home.hearth().embeddedBroker().orElseThrow();
    home.devices().silence(new DeviceId("light.kitchen"), true);

    // When
    CompletableFuture<JsonNode> turn =
        CompletableFuture.supplyAsync(() -> home.say("turn on the kitchen light", "kitchen", "k1"));
    broker.close();
    JsonNode ended = turn.join();
    home.devices().silence(new DeviceId("light.kitchen"), false);
    home.devices().press(new DeviceId("light.bathroom"), "on", Value.of(true));
    try (EmbeddedBroker again = home.brokerAgain(broker.port())) {

      // Then
      assertThat(ended.path("reply").asString(""))
          .as("nothing is claimed that no device said")
          .doesNotContain("is on");
      home.awaitAllOnline();
      home.awaitThat("light.bathroom", "on", true);
      await()
          .atMost(LiveHome.PATIENCE)
          .untilAsserted(() ->
              assertThat(
                      home.say("turn on the garden lights", "garden", "k2")
                          .path("reply")
                          .asString(""))
                  .contains("on"));
      home.awaitThat("light.garden", "on", true);
      restart(again);
    }
  }

  /** Leaves a broker behind for the scenes that come after. */
  private void restart(EmbeddedBroker used) {
    used.close();
    home().brokerAgain(used.port());
    home().awaitAllOnline();
  }
}
