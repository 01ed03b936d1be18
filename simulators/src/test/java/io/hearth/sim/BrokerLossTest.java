package io.hearth.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.registry.DescribedHome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What devices do while there is no broker, and when it comes back. */
class BrokerLossTest {

  private static final DeviceId LAMP = new DeviceId("lamp.hall");

  private final DescribedHome small = TestHomes.small();
  private TestBroker broker;

  @BeforeEach
  void startBroker() throws Exception {
    broker = TestBroker.start();
  }

  @AfterEach
  void stopBroker() throws Exception {
    broker.close();
  }

  @Test
  void devicesComeBackByThemselvesAndTellEverythingAnew() throws Exception {
    // Given
    try (SimulatedHome home =
        SimulatedHome.start(small.home(), small.states(), SimulationConfig.of(broker.uri()))) {
      home.ready().toCompletableFuture().get(30, TimeUnit.SECONDS);

      // When
      broker.stop();
      home.control().press(LAMP, "on", Value.of(true));
      broker.begin(); // which has forgotten everything

      // Then
      try (ScriptedHearth hearth = ScriptedHearth.connect(broker.uri())) {
        for (DeviceId device : home.devices()) {
          await()
              .atMost(Duration.ofSeconds(15))
              .until(() -> hearth.availability(device.value()).equals("online"));
        }
        assertThat(hearth.said("lamp.hall", "on")).isEqualTo(true);
        assertThat(hearth.description("lamp.hall")).containsEntry("name", "Lamp");
        String sent = hearth.command("lamp.hall", "turnOff", Map.of());
        await().until(() -> !hearth.replies(sent).isEmpty());
      }
    }
  }

  @Test
  void devicesThatWereThereBeforeTheBrokerWaitForIt() throws Exception {
    // Given
    broker.stop();
    try (SimulatedHome home =
        SimulatedHome.start(small.home(), small.states(), SimulationConfig.of(broker.uri()))) {

      // When
      broker.begin();

      // Then
      home.ready().toCompletableFuture().get(30, TimeUnit.SECONDS);
      assertThat(home.devices()).contains(LAMP);
    }
  }

  @Test
  void aDeviceThatIsAwayFromTheBeginningStaysAwayUntilItIsBroughtBack() throws Exception {
    // Given
    Map<DeviceId, DeviceState> states = new HashMap<>(small.states());
    states.computeIfPresent(LAMP, (id, state) -> state.with(Availability.OFFLINE, Instant.EPOCH));
    try (SimulatedHome home =
            SimulatedHome.start(small.home(), states, SimulationConfig.of(broker.uri()));
        ScriptedHearth hearth = ScriptedHearth.connect(broker.uri())) {
      home.ready().toCompletableFuture().get(30, TimeUnit.SECONDS);
      await().until(() -> hearth.availability("garage_door").equals("online"));
      assertThat(hearth.availability("lamp.hall")).isEmpty();

      // When
      home.control().online(LAMP);

      // Then
      await().until(() -> hearth.availability("lamp.hall").equals("online"));
    }
  }
}
