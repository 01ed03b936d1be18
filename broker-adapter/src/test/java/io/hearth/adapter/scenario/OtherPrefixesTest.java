package io.hearth.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.ConventionsConfig;
import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.mqtt.WireClient;
import io.hearth.model.RecordedEvents;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Devices are found where the configuration says that a home keeps them, and not elsewhere. */
class OtherPrefixesTest {

  private final RecordedReports reports = new RecordedReports();

  @Test
  void devicesAppearUnderAnotherPrefixBaseAndDomain() {
    assumeThat(ScenarioBroker.hasMosquitto()).isTrue();
    // Given
    ConventionsConfig conventions =
        new ConventionsConfig("house/discovery", List.of("upstairs/zigbee"), List.of("things"));
    try (ScenarioBroker broker = ScenarioBroker.start("mosquitto");
        WireClient maker = new WireClient(broker.uri(), heard -> {}).connect();
        BrokerAdapter adapter = adapter(broker.uri(), conventions)) {
      await().until(() -> adapter.health().isConnected());
      // When
      entity(maker, "homeassistant", "usual-entity");
      entity(maker, "house/discovery", "other-entity");
      bulb(maker, "zigbee2mqtt", "0x00124b0000000001");
      bulb(maker, "upstairs/zigbee", "0x00124b0000000002");
      homie(maker, "homie", "usual-homie");
      homie(maker, "things", "other-homie");
      // Then
      await()
          .untilAsserted(() ->
              assertThat(announced())
                  .containsExactlyInAnyOrder("other-entity", "0x00124b0000000002", "other-homie"));
      maker.publish("other-entity/state", "ON", true);
      await()
          .until(() ->
              reports
                  .value(new DeviceId("other-entity"), "on")
                  .equals(Optional.of(Value.of(true))));
    }
  }

  @Test
  void whatIsNoTopicIsRefusedWithItsKey() {
    assertThatThrownBy(() -> new ConventionsConfig("home/#", List.of(), List.of()))
        .hasMessage("conventions.homeAssistantPrefix holds no beginning of topics: 'home/#'");
    assertThatThrownBy(() -> new ConventionsConfig("a", List.of("+", "z/"), List.of()))
        .hasMessage("conventions.zigbee2mqttBases holds no beginning of topics: 'z/'");
    assertThatThrownBy(() -> new ConventionsConfig("a", List.of(), List.of("a/b")))
        .hasMessage("conventions.homieDomains holds no level of a topic: 'a/b'");
  }

  private Set<String> announced() {
    return reports.announcements().stream()
        .map(announcement -> announcement.device().toString())
        .collect(Collectors.toSet());
  }

  private static void entity(WireClient maker, String prefix, String id) {
    maker.publish(
        prefix + "/light/" + id + "/config",
        """
        {"uniq_id": "%1$s", "stat_t": "%1$s/state", "cmd_t": "%1$s/set",
         "dev": {"ids": ["%1$s"], "name": "Lamp"}}
        """
            .formatted(id),
        true);
  }

  private static void bulb(WireClient maker, String base, String address) {
    maker.publish(
        base + "/bridge/devices",
        """
        [{"ieee_address": "%s", "type": "Router", "supported": true, "friendly_name": "bulb",
          "interview_completed": true, "disabled": false, "definition": {"model": "B1",
          "vendor": "Bulbs", "description": "Bulb", "exposes": [{"type": "light", "features": [
          {"type": "binary", "name": "state", "property": "state", "access": 7, "value_on": "ON",
           "value_off": "OFF"}]}]}}]
        """
            .formatted(address),
        true);
  }

  private static void homie(WireClient maker, String domain, String id) {
    maker.publish(domain + "/5/" + id + "/$state", "ready", true);
    maker.publish(
        domain + "/5/" + id + "/$description",
        """
        {"homie": "5.0", "version": 3, "name": "Lamp", "nodes": {"light": {"name": "Light",
          "type": "light", "properties": {"on": {"name": "On", "datatype": "boolean",
          "settable": true, "retained": true}}}}}
        """,
        true);
  }

  private BrokerAdapter adapter(URI broker, ConventionsConfig conventions) {
    return BrokerAdapter.start(
        new AdapterConfig(MqttConfig.at(broker), CoapConfig.disabled()).with(conventions),
        LampHome::home,
        DeviceState::unknown,
        reports,
        new RecordedEvents(),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }
}
