package io.hearth.adapter;

import static io.hearth.adapter.LampHome.LAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.mqtt.ScriptedMqttDevice;
import io.hearth.adapter.wire.LinkUnavailableException;
import io.hearth.model.RecordedEvents;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  @TempDir Path folder;

  @Test
  void aPortInUseIsOneClearSentence() {
    try (EmbeddedBroker first = EmbeddedBroker.start(EmbeddedBrokerConfig.inMemory(0))) {
      first.ready().toCompletableFuture().join();
      // When Then
      assertThatThrownBy(() -> EmbeddedBroker.start(EmbeddedBrokerConfig.inMemory(first.port())))
          .isInstanceOf(LinkUnavailableException.class)
          .hasMessageContaining("port " + first.port())
          .hasMessageContaining("HEARTH_MQTT_PORT");
    }
  }

  @Test
  void itsAddressIsKnownBeforeItIsReady() {
    // When
    EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerConfig.inMemory(0));
    // Then
    assertThat(broker.uri()).isEqualTo(URI.create("mqtt://127.0.0.1:" + broker.port()));
    assertThat(broker.port()).isPositive();
    broker.ready().toCompletableFuture().join();
    broker.close();
  }

  @Test
  void nobodyOutsideThisMachineCanConnect() throws Exception {
    Optional<InetAddress> outside = addressOfThisMachine();
    Assumptions.assumeTrue(
        outside.isPresent(), "this machine has loopback only: nothing to knock at");
    try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBrokerConfig.inMemory(0));
        Socket socket = new Socket()) {
      broker.ready().toCompletableFuture().join();
      // When Then
      assertThatThrownBy(
              () -> socket.connect(new InetSocketAddress(outside.get(), broker.port()), 1000))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void whatIsRetainedSurvivesARestartWhereThereIsAJournal() {
    Assumptions.assumeTrue(
        ArtemisSettings.canKeep(),
        "this JVM lets no journal be kept; add -Dio.netty.noUnsafe=false to run this");
    // Given
    EmbeddedBrokerConfig config = EmbeddedBrokerConfig.journaled(0, folder);
    EmbeddedBroker broker = EmbeddedBroker.start(config);
    broker.ready().toCompletableFuture().join();
    ScriptedMqttDevice lamp = new ScriptedMqttDevice(LAMP, broker.uri()).connect();
    lamp.publish("state", "{\"on\":true}", true);
    lamp.close();
    broker.close();
    // When
    RecordedReports reports = new RecordedReports();
    EmbeddedBroker again = EmbeddedBroker.start(config);
    BrokerAdapter adapter = adapter(again.uri(), reports);
    // Then
    await().until(() -> reports.value(LAMP, "on").isPresent());
    assertThat(reports.reports(LAMP).getFirst().source()).isEqualTo(Source.RETAINED);
    adapter.close();
    again.close();
  }

  private static BrokerAdapter adapter(URI broker, RecordedReports reports) {
    return BrokerAdapter.start(
        new AdapterConfig(MqttConfig.at(broker), CoapConfig.disabled()),
        LampHome::home,
        DeviceState::unknown,
        reports,
        new RecordedEvents(),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }

  private static Optional<InetAddress> addressOfThisMachine() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .findFirst();
  }
}
