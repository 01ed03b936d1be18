package io.hearth.adapter;

import static io.hearth.adapter.LampHome.LAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.broker.EmbeddedBroker;
import io.hearth.adapter.broker.EmbeddedBrokerConfig;
import io.hearth.adapter.wire.Problems;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people complain of in other systems, each shown not to happen here. */
class ComplaintsTest extends MqttFixture {

  private static final String SOME_STATE = "{\"on\":true,\"brightness\":40}";

  @TempDir private Path folder;
  private EmbeddedBroker embedded;
  private int port;

  @Override
  URI startBroker() {
    embedded = EmbeddedBroker.start(EmbeddedBrokerConfig.journaled(port, folder));
    port = embedded.port();
    return embedded.uri();
  }

  @Override
  void killBroker() {
    embedded.close();
  }

  /** "State unknown after restart though retained": home-assistant/core 88788. */
  @Test
  void theStateThatTheBrokerRetainedIsKnownAfterARestart() {
    // Given
    online(lamp).publish("state", SOME_STATE, true);
    await().until(() -> reports.value(LAMP, "brightness").isPresent());
    int before = reports.reports(LAMP).size();
    // When
    restartHearth();
    // Then
    await().until(() -> reports.reports(LAMP).size() > before);
    StateReport again = reports.reports(LAMP).getLast();
    assertThat(again.properties()).containsEntry("brightness", Value.of(40));
    assertThat(again.source()).isEqualTo(Source.RETAINED);
  }

  /** "All MQTT devices unavailable after a restart": home-assistant/core 69466. */
  @Test
  void aDeviceThatIsThereIsAvailableAfterARestart() {
    // Given
    online(lamp);
    int before = reports.reachabilities(LAMP).size();
    // When
    restartHearth();
    // Then
    await().until(() -> reports.reachabilities(LAMP).size() > before);
    assertThat(reports.availability(LAMP)).isEqualTo(Availability.ONLINE);
  }

  /** "A retained command toggles the garage after a reboot": Zwave2Mqtt 462, GarageQTPi 3. */
  @Test
  void aDeviceThatRestartsIsNotToldTheLastCommandAgain() {
    // Given
    online(lamp);
    send("turnOn");
    // When
    lamp.kill();
    await().until(() -> reports.availability(LAMP) == Availability.OFFLINE);
    online(lamp);
    send("turnOff");
    // Then
    assertThat(lamp.received())
        .extracting(command -> command.payload().contains("turnOff"))
        .containsExactly(false, true);
    assertThat(lamp.received()).noneMatch(command -> command.retained());
  }

  /** "Things stuck UNKNOWN after a blip of the broker": openhab-addons 19431, 19339. */
  @Test
  void nothingIsStuckAfterABlipOfTheBroker() {
    // Given
    online(lamp).publish("state", SOME_STATE, true);
    // When
    killBroker();
    await().until(() -> reports.availability(LAMP) == Availability.OFFLINE);
    startBroker();
    lamp.reconnect();
    // Then
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> reports.availability(LAMP) == Availability.ONLINE);
  }

  /** "The will of the old session overwrites online": wallbox-mqtt-bridge 108. */
  @Test
  void whoReportsLiveIsThereWhateverAnOldWillSays() {
    // Given
    online(lamp);
    lamp.publish("availability", "offline", true); // as the broker does for the session before
    await().until(() -> reports.availability(LAMP) == Availability.OFFLINE);
    // When
    lamp.publish("state", SOME_STATE, true);
    // Then
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
  }

  /**
   * "QoS 1 lost", "notification lost", "offline messages unprocessed": node-red-nodes 760,
   * fiware-orion 484, ditto 1768 and 1767.
   */
  @Test
  void everyAcknowledgedReportIsHandedOverInItsOrder() {
    // Given
    online(lamp);
    await() // the embedded broker may change the order while it takes a subscription
        .until(() -> adapter.health().links().getFirst().counts().get("looks") > 0);
    // When
    IntStream.range(0, 300)
        .forEach(number -> lamp.publish("state", "{\"number\":" + number + "}", false));
    // Then
    List<Value> wanted = IntStream.range(0, 300).mapToObj(Value::of).toList();
    await()
        .untilAsserted(() ->
            assertThat(reports.reports(LAMP))
                .extracting(report -> report.properties().get("number"))
                .containsExactlyElementsOf(wanted));
  }

  /** "Reconnect storm": meshmonitor 5081. */
  @Test
  void aBrokerThatComesAndGoesIsConnectedToOnceEachTime() {
    // When
    for (int time = 0; time < 3; time++) {
      killBroker();
      await().until(() -> !adapter.health().isConnected());
      startBroker();
      await().atMost(Duration.ofSeconds(15)).until(() -> adapter.health().isConnected());
    }
    // Then
    assertThat(meters.get("hearth.link.connections").tag("link", "mqtt").counter().count())
        .isEqualTo(4);
  }

  /** "It does not work and nothing says why." */
  @Test
  void whatADeviceSaysWronglyIsShownWithItsPlaceAndBeginning() {
    // Given
    online(lamp);
    // When
    lamp.publish("state", "{\"on\": tru", false);
    lamp.publish("state", "{\"on\": tru", false);
    lamp.publish("state", SOME_STATE, false);
    // Then
    await().until(() -> reports.value(LAMP, "on").isPresent());
    Problems.Problem problem = adapter.problems().getFirst();
    assertThat(problem.place()).isEqualTo("hearth/" + LAMP + "/state");
    assertThat(problem.head()).isEqualTo("{\"on\": tru");
    assertThat(problem.count()).isEqualTo(2);
    assertThat(adapter.trace(LAMP).reports()).isEqualTo(1);
    assertThat(adapter.trace(LAMP).link()).contains("mqtt");
    assertThat(adapter.trace(LAMP).lastHeard()).isPresent();
  }

  private void restartHearth() {
    adapter.close();
    adapter = adapter();
  }
}
