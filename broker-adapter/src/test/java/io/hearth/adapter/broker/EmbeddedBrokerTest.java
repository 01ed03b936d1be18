package io.hearth.adapter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.adapter.wire.LinkUnavailableException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {

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

  private static Optional<InetAddress> addressOfThisMachine() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .findFirst();
  }
}
