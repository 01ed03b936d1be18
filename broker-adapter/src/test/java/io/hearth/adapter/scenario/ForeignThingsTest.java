package io.hearth.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.http.HttpConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.wot.ThingsConfig;
import io.hearth.model.NodeScript;
import io.hearth.model.RecordedEvents;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices that are made with other people's libraries. */
class ForeignThingsTest {

  private final RecordedReports reports = new RecordedReports();

  @BeforeEach
  void skipWithoutNode() {
    NodeScript.assumeInstalled();
  }

  @Test
  void aLampOfHomieDeviceComesObeysIsLostAndReturns() {
    DeviceId lamp = new DeviceId("foreign-lamp");
    try (ScenarioBroker broker = ScenarioBroker.start("embedded");
        BrokerAdapter adapter = adapter(broker.uri(), ThingsConfig.usual())) {
      // Given
      String port = String.valueOf(broker.uri().getPort());
      try (NodeScript script = NodeScript.start("homie-lamp.js", port, lamp.value())) {
        await().until(() -> reports.availability(lamp) == Availability.ONLINE);
        await().until(() -> has(lamp, "brightness", Value.of(20)));

        // When
        CommandOutcome outcome =
            send(adapter, new Command(lamp, "setBrightness", Map.of("brightness", Value.of(60))));

        // Then
        assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
        await().until(() -> has(lamp, "brightness", Value.of(60)));
        assertThat(send(adapter, Command.of(lamp, "turnOn")))
            .isInstanceOf(CommandOutcome.Acknowledged.class);
      }
      // Killed: its will says so
      await().until(() -> reports.availability(lamp) == Availability.OFFLINE);
      assertThat(send(adapter, Command.of(lamp, "turnOff")))
          .isInstanceOf(CommandOutcome.Unreachable.class);
      try (NodeScript again = NodeScript.start("homie-lamp.js", port, lamp.value())) {
        await().until(() -> reports.availability(lamp) == Availability.ONLINE);
        assertThat(send(adapter, Command.of(lamp, "turnOn")))
            .isInstanceOf(CommandOutcome.Acknowledged.class);
      }
    }
  }

  @Test
  void aLampThatNodeWotExposesIsReadObeysAndIsMissedWhenItIsGone() {
    DeviceId lamp = new DeviceId("urn:foreign:lamp");
    try (ScenarioBroker broker = ScenarioBroker.start("embedded");
        NodeScript script = NodeScript.start("wot-lamp.js", "http")) {
      // Given
      URI url =
          URI.create(await().until(() -> script.said("url"), Optional::isPresent).orElseThrow());
      HttpConfig often =
          new HttpConfig(Duration.ofMillis(200), Duration.ofSeconds(2), false, Map.of());
      ThingsConfig things = new ThingsConfig(Optional.empty(), List.of(url), List.of(), often);
      try (BrokerAdapter adapter = adapter(broker.uri(), things)) {
        await()
            .untilAsserted(() ->
                assertThat(reports.availability(lamp))
                    .as("%s", adapter.problems())
                    .isEqualTo(Availability.ONLINE));
        await().until(() -> has(lamp, "brightness", Value.of(20)));

        // When
        CommandOutcome outcome = send(adapter, Command.of(lamp, "turnOn"));

        // Then
        assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
        await().until(() -> has(lamp, "on", Value.of(true)));
        assertThat(send(adapter, Command.of(lamp, "toggle")))
            .isInstanceOf(CommandOutcome.Acknowledged.class);
        await().until(() -> has(lamp, "on", Value.of(false)));
        script.close();
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> reports.availability(lamp) == Availability.OFFLINE);
      }
    }
  }

  @Test
  void aLampThatNodeWotExposesAtABrokerObeysAndReports() {
    DeviceId lamp = new DeviceId("urn:foreign:lamp");
    try (ScenarioBroker broker = ScenarioBroker.start("embedded");
        NodeScript script = NodeScript.start("wot-lamp.js", "mqtt", broker.uri().toString())) {
      // Given
      String topic = await().until(() -> script.said("topic"), Optional::isPresent).orElseThrow();
      ThingsConfig things =
          new ThingsConfig(Optional.empty(), List.of(), List.of(topic), HttpConfig.usual());
      try (BrokerAdapter adapter = adapter(broker.uri(), things)) {
        await()
            .until(() -> reports.announcements().stream().anyMatch(a -> a.device().equals(lamp)));

        // When
        CommandOutcome outcome = send(adapter, Command.of(lamp, "turnOn"));

        // Then
        assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
        assertThat(has(lamp, "on", Value.of(true))).isTrue();
        send(adapter, Command.of(lamp, "toggle"));
        await().until(() -> has(lamp, "on", Value.of(false)));
      }
    }
  }

  private boolean has(DeviceId device, String property, Value value) {
    return reports.value(device, property).equals(Optional.of(value));
  }

  private static CommandOutcome send(BrokerAdapter adapter, Command command) {
    return adapter.dispatch(command).toCompletableFuture().join();
  }

  private BrokerAdapter adapter(URI broker, ThingsConfig things) {
    return BrokerAdapter.start(
        new AdapterConfig(
            MqttConfig.at(broker), CoapConfig.disabled(), things, Duration.ofSeconds(2)),
        LampHome::home,
        DeviceState::unknown,
        reports,
        new RecordedEvents(),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }
}
