package io.hearth.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.bench.RawMqtt;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.model.RecordedEvents;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.StateReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command in the middle of a flood of reports that the house does not keep up with. */
class FloodedHomeTest {

  private static final int FLOOD = 6_000;
  private static final int WINDOW = 256;

  private final RecordedReports reports = new RecordedReports();
  private final CompletableFuture<Void> gate = new CompletableFuture<>();

  @ParameterizedTest
  @ValueSource(strings = {"embedded", "mosquitto"})
  void aDeviceOfAnyConventionIsHeardThoughTheBrokerKeepsAFloodForHearth(String brokerName)
      throws Exception {
    assumeThat(brokerName.equals("embedded") || ScenarioBroker.hasMosquitto()).isTrue();
    List<WireLamp> lamps = Lamps.all();
    try (ScenarioBroker broker = ScenarioBroker.start(brokerName);
        BrokerAdapter adapter = adapter(broker.uri())) {
      // Given: the house takes nothing more of what the flood brings
      await().until(() -> adapter.health().isConnected());
      for (WireLamp lamp : lamps) {
        lamp.connect(broker.uri());
        await().until(() -> reports.availability(lamp.id()) == Availability.ONLINE);
        lamp.report(false);
        await().until(() -> isOn(lamp).equals(Optional.of(Value.of(false))));
      }
      reports.behave(this::taken);
      flood(broker.uri());
      await().until(() -> flooded() >= 20); // what Mosquitto hands over at once
      // When
      Map<WireLamp, CompletableFuture<CommandOutcome>> outcomes =
          lamps.stream()
              .collect(
                  Collectors.toMap(
                      Function.identity(),
                      lamp ->
                          adapter.dispatch(Command.of(lamp.id(), "turnOn")).toCompletableFuture()));
      // Then: all are confirmed, while what they report waits for its turn
      assertThat(outcomes)
          .allSatisfy((lamp, outcome) ->
              assertThat(outcome.join())
                  .as(lamp.toString())
                  .isInstanceOf(CommandOutcome.Acknowledged.class));
      assertThat(flooded()).isLessThan(FLOOD / 2);
      assertThat(lamps).noneMatch(lamp -> isOn(lamp).equals(Optional.of(Value.of(true))));
    } finally {
      lamps.forEach(WireLamp::close);
    }
  }

  private CompletionStage<Void> taken(StateReport report) {
    return report.device().equals(LampHome.OTHER_LAMP) ? gate : RecordedReports.done();
  }

  private long flooded() {
    return reports.reports(LampHome.OTHER_LAMP).size();
  }

  private static void flood(URI broker) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] report = "{\"brightness\":7}".getBytes(StandardCharsets.US_ASCII);
    String topic = "hearth/" + LampHome.OTHER_LAMP + "/state";
    for (int i = 0; i < FLOOD; i++) {
      all.writeBytes(RawMqtt.publication(topic, report, 1 + i, false));
    }
    try (RawMqtt client = new RawMqtt(broker, "flood", 0)) {
      Thread.ofVirtual().start(() -> send(client, all));
      for (int i = 0; i < FLOOD; i++) {
        client.read();
      }
    }
  }

  private static void send(RawMqtt client, ByteArrayOutputStream all) {
    try {
      client.send(all.toByteArray(), all.size());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private Optional<Value> isOn(WireLamp lamp) {
    return reports.value(lamp.id(), "on");
  }

  private BrokerAdapter adapter(URI broker) {
    return BrokerAdapter.start(
        new AdapterConfig(
            MqttConfig.to(broker).receiveMaximum(WINDOW).build(),
            CoapConfig.disabled(),
            Duration.ofSeconds(5)),
        LampHome::home,
        DeviceState::unknown,
        reports,
        new RecordedEvents(),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }
}
