package io.hearth.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.model.RecordedEvents;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Announce, report, command, lose, return, remove: the same over every convention and broker. */
class EveryConventionTest {

  static {
    Awaitility.doNotCatchUncaughtExceptionsByDefault(); // a broker that ends may complain
  }

  private final RecordedReports reports = new RecordedReports();

  static Stream<Arguments> everyLampOnEveryBroker() {
    return Stream.of("embedded", "mosquitto")
        .flatMap(broker -> Lamps.all().stream().map(lamp -> Arguments.of(lamp, broker)));
  }

  @ParameterizedTest(name = "{0} over {1}")
  @MethodSource("everyLampOnEveryBroker")
  void aLampComesReportsObeysIsLostReturnsAndLeaves(WireLamp lamp, String brokerName) {
    assumeThat(brokerName.equals("embedded") || ScenarioBroker.hasMosquitto()).isTrue();
    try (ScenarioBroker broker = ScenarioBroker.start(brokerName);
        BrokerAdapter adapter = adapter(broker.uri());
        lamp) {
      await().until(() -> adapter.health().isConnected());
      // Announce
      lamp.connect(broker.uri());
      await()
          .until(
              () -> reports.announcements().stream().anyMatch(a -> a.device().equals(lamp.id())));
      await().until(() -> reports.availability(lamp.id()) == Availability.ONLINE);
      // Report
      lamp.report(false);
      await().until(() -> isOn(lamp).equals(Optional.of(Value.of(false))));
      // Command
      CommandOutcome outcome =
          adapter.dispatch(Command.of(lamp.id(), "turnOn")).toCompletableFuture().join();
      assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
      await().until(() -> isOn(lamp).equals(Optional.of(Value.of(true))));
      // Lose
      lamp.vanish();
      await().until(() -> reports.availability(lamp.id()) == Availability.OFFLINE);
      assertThat(adapter.dispatch(Command.of(lamp.id(), "turnOff")).toCompletableFuture().join())
          .isInstanceOf(CommandOutcome.Unreachable.class);
      // Return
      lamp.connect(broker.uri());
      await().until(() -> reports.availability(lamp.id()) == Availability.ONLINE);
      assertThat(adapter.dispatch(Command.of(lamp.id(), "turnOff")).toCompletableFuture().join())
          .isInstanceOf(CommandOutcome.Acknowledged.class);
      // Remove
      lamp.leave();
      await().until(() -> reports.removed().contains(lamp.id()));
    }
  }

  private Optional<Value> isOn(WireLamp lamp) {
    return reports.value(lamp.id(), "on");
  }

  private BrokerAdapter adapter(URI broker) {
    return BrokerAdapter.start(
        new AdapterConfig(MqttConfig.at(broker), CoapConfig.disabled(), Duration.ofSeconds(2)),
        LampHome::home,
        DeviceState::unknown,
        reports,
        new RecordedEvents(),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }
}
