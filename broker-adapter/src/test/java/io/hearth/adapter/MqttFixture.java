package io.hearth.adapter;

import static io.hearth.adapter.LampHome.LAMP;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.mqtt.ScriptedMqttDevice;
import io.hearth.model.RecordedEvents;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A home with one scripted lamp, an adapter and a broker that can be killed. */
abstract class MqttFixture {

  static {
    // A broker that is killed may complain on its own threads, beside tests of other brokers.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }

  private static final Duration GRACE = Duration.ofMillis(300);

  final RecordedReports reports = new RecordedReports();
  final RecordedEvents events = new RecordedEvents();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  BrokerAdapter adapter;
  ScriptedMqttDevice lamp;

  /** Starts a broker, or gives the one that is running. */
  abstract URI startBroker();

  /** Kills the broker; the next start is at the same address. */
  abstract void killBroker();

  URI broker;

  @BeforeEach
  void connect() {
    broker = startBroker();
    adapter = adapter();
    lamp = new ScriptedMqttDevice(LAMP, broker);
    await().until(() -> adapter.health().isConnected());
  }

  @AfterEach
  void disconnect() {
    adapter.close();
    lamp.close();
    killBroker();
  }

  BrokerAdapter adapter() {
    return adapter(GRACE);
  }

  BrokerAdapter adapter(Duration offlineAfter) {
    return BrokerAdapter.start(
        new AdapterConfig(
            MqttConfig.to(broker).offlineAfter(offlineAfter).receiveMaximum(256).build(),
            CoapConfig.disabled(),
            Duration.ofMillis(700)),
        LampHome::home,
        DeviceState::unknown,
        reports,
        events,
        InstantSource.system(),
        meters);
  }

  ScriptedMqttDevice online(ScriptedMqttDevice device) {
    device.connect();
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
    return device;
  }

  CommandOutcome send(String action) {
    return adapter.dispatch(Command.of(LAMP, action)).toCompletableFuture().join();
  }

  String correlation(int index) {
    return lamp.received().get(index).correlation();
  }

  double count(String fate) {
    return meters.get("hearth.link.messages").tag("fate", fate).counter().count();
  }
}
