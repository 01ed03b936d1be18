package io.hearth.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.model.device.DeviceId;
import io.hearth.registry.DescribedHome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DemoHomeTest {

  @Test
  void allDevicesOfTheDemoHomeAreThereSoonAndWithFewThreads() throws Exception {
    // Given
    DescribedHome demo = TestHomes.demo();
    try (TestBroker broker = TestBroker.start();
        ScriptedDirectory directory = ScriptedDirectory.start(0);
        ScriptedHearth hearth = ScriptedHearth.connect(broker.uri())) {
      // When
      try (SimulatedHome home =
          SimulatedHome.start(
              demo.home(),
              demo.states(),
              SimulationConfig.at(broker.uri()).resourceDirectory(directory.uri()).build())) {
        home.ready().toCompletableFuture().get(30, TimeUnit.SECONDS);

        // Then
        await().until(() -> directory.knows("oven.kitchen"));
        assertThat(directory.knows("light.hallway")).isTrue();
        assertThat(directory.knows("sensor.kitchen_temperature")).isTrue();
        assertThat(directory.knows("motion.hallway")).isTrue();
        for (DeviceId device : home.devices()) {
          if (!directory.knows(device.value())) {
            await().until(() -> hearth.availability(device.value()).equals("online"));
          }
        }
        assertThat(home.devices()).hasSizeGreaterThan(25);
        if (Runtime.version().feature() >= 24) {
          assertThat(platformThreads()).noneMatch(name -> name.startsWith("MQTT Rec: sim-"));
        }
      }

      // Then
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> hearth.availability("tv.living_room").equals("offline"));
    }
  }

  private static List<String> platformThreads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
  }
}
