package io.hearth.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.mqtt.MqttLogin;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdapterConfigTest {

  private static final URI BROKER = URI.create("mqtt://127.0.0.1:1883");

  @Test
  void aPasswordIsNeverPrinted() {
    assertThat(MqttConfig.to(BROKER).login(MqttLogin.of("ann", "secret")).build().toString())
        .contains("ann")
        .doesNotContain("secret");
  }

  @Test
  void anAddressThatIsNoBrokersNamesItsKey() {
    assertThatThrownBy(() -> MqttConfig.at(URI.create("http://127.0.0.1")))
        .hasMessageContaining("mqtt.url");
    assertThatThrownBy(() -> MqttConfig.at(URI.create("mqtt:///")))
        .hasMessageContaining("mqtt.url");
    assertThatThrownBy(() -> MqttConfig.at(URI.create("mqtt://ann:secret@host")))
        .hasMessageContaining("mqtt.url")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aClientIdMustFitIntoATopic() {
    assertThatThrownBy(() -> MqttConfig.to(BROKER).clientId("a/b").build())
        .hasMessageContaining("mqtt.clientId");
  }

  @Test
  void coapPeersAndPortsAreChecked() {
    assertThatThrownBy(() -> CoapConfig.onLoopback(70_000)).hasMessageContaining("coap.port");
    assertThatThrownBy(
            () -> CoapConfig.onLoopback(0).withPeers(List.of(URI.create("http://127.0.0.1"))))
        .hasMessageContaining("coap.peers");
  }

  @Test
  void aCommandTimeoutMustBeAboveZero() {
    assertThatThrownBy(
            () -> new AdapterConfig(MqttConfig.at(BROKER), CoapConfig.disabled(), Duration.ZERO))
        .hasMessageContaining("commands.timeout");
  }
}
