package io.hearth.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.mqtt.ScriptedMqttDevice;
import io.hearth.adapter.mqtt.WireClient;
import io.hearth.model.HomeEvent;
import io.hearth.model.RecordedEvents;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Home;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices that cannot always hear: what may wait does, nothing else. */
class SleepyDevicesTest {

  private static final DeviceId HOMIE = new DeviceId("sleepy");
  private static final DeviceId ZIGBEE = new DeviceId("0x00124b00dd00dd00");
  private static final DeviceId OWN = new DeviceId("light.own");
  private static final DeviceId GATE = new DeviceId("gate");
  private static final String STATE = "homie/5/%s/$state";

  private final RecordedReports reports = new RecordedReports();
  private final RecordedEvents events = new RecordedEvents();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile boolean obeying;
  private ScenarioBroker broker;
  private BrokerAdapter hearth;
  private WireClient wire;

  @BeforeEach
  void start() {
    broker = ScenarioBroker.start("embedded");
    hearth =
        BrokerAdapter.start(
            new AdapterConfig(
                MqttConfig.at(broker.uri()), CoapConfig.disabled(), Duration.ofSeconds(2)),
            SleepyDevicesTest::home,
            DeviceState::unknown,
            reports,
            events,
            InstantSource.system(),
            new SimpleMeterRegistry());
    await().until(() -> hearth.health().isConnected());
    wire = new WireClient(broker.uri(), this::heard).connect();
    wire.subscribe("homie/5/+/+/+/set");
    wire.subscribe("zigbee2mqtt/+/set");
    wire.subscribe("hearth/+/command");
  }

  @AfterEach
  void stop() {
    wire.close();
    hearth.close();
    broker.close();
  }

  @Test
  void aHomieDeviceThatSaysThatItSleepsIsToldWhenItWakes() {
    // Given
    homie(HOMIE);
    fallsAsleep(HOMIE);
    // When
    CommandOutcome outcome = tell(HOMIE, "turnOn");
    // Then
    assertThat(outcome)
        .isEqualTo(
            new CommandOutcome.Postponed(Command.of(HOMIE, "turnOn"), Duration.ofMinutes(10)));
    assertThat(heard).isEmpty();
    // When
    wire.publish(STATE.formatted(HOMIE), "ready", true);
    // Then
    await().untilAsserted(() -> assertThat(heard).containsExactly("true"));
    await()
        .untilAsserted(() ->
            assertThat(events.of(HomeEvent.CommandCompleted.class))
                .extracting(HomeEvent.CommandCompleted::outcome)
                .last()
                .isInstanceOf(CommandOutcome.Acknowledged.class));
  }

  @Test
  void aGateThatSleepsIsNeverOpenedLater() {
    // Given
    homie(GATE);
    fallsAsleep(GATE);
    // When
    CommandOutcome outcome = tell(GATE, "turnOn");
    wire.publish(STATE.formatted(GATE), "ready", true);
    await().until(() -> reports.availability(GATE) == Availability.ONLINE);
    // Then
    assertThat(outcome)
        .isEqualTo(
            new CommandOutcome.Unreachable(
                Command.of(GATE, "turnOn"), "it is asleep, and this must not happen later"));
    assertThat(tell(GATE, "turnOff")).isInstanceOf(CommandOutcome.Acknowledged.class);
    assertThat(heard).containsExactly("false");
  }

  @Test
  void whoIsLostIsNotAsleep() {
    // Given
    homie(HOMIE);
    fallsAsleep(HOMIE);
    tell(HOMIE, "turnOn");
    // When
    wire.publish(STATE.formatted(HOMIE), "lost", true);
    // Then
    await().until(() -> tell(HOMIE, "turnOff") instanceof CommandOutcome.Unreachable);
    assertThat(heard).isEmpty();
  }

  @Test
  void aBatteryDeviceOfZigbeeThatDoesNotAnswerIsToldWhenItSpeaks() {
    // Given
    wire.publish("zigbee2mqtt/bridge/state", "{\"state\":\"online\"}", true);
    wire.publish("zigbee2mqtt/bridge/devices", zigbee(), true);
    await().until(() -> reports.announcements().stream().anyMatch(a -> a.device().equals(ZIGBEE)));
    wire.publish("zigbee2mqtt/trv/availability", "{\"state\":\"online\"}", true);
    await().until(() -> reports.availability(ZIGBEE) == Availability.ONLINE);
    // When: its radio is off
    CommandOutcome outcome = tell(ZIGBEE, "turnOn");
    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.Postponed.class);
    assertThat(heard).hasSize(1);
    // When: it wakes up to say something else
    wire.publish("zigbee2mqtt/trv", "{\"linkquality\":7,\"state\":\"OFF\"}", false);
    // Then
    await().until(() -> heard.size() == 2);
    assertThat(heard.getFirst()).isEqualTo(heard.getLast());
  }

  @Test
  void whatABatteryDeviceObeysAtOnceIsNotUndoneByWhatWaited() {
    // Given
    wire.publish("zigbee2mqtt/bridge/state", "{\"state\":\"online\"}", true);
    wire.publish("zigbee2mqtt/bridge/devices", zigbee(), true);
    await().until(() -> reports.announcements().stream().anyMatch(a -> a.device().equals(ZIGBEE)));
    wire.publish("zigbee2mqtt/trv/availability", "{\"state\":\"online\"}", true);
    await().until(() -> reports.availability(ZIGBEE) == Availability.ONLINE);
    assertThat(tell(ZIGBEE, "turnOn")).isInstanceOf(CommandOutcome.Postponed.class);
    // When: it is awake for the next one
    obeying = true;
    assertThat(tell(ZIGBEE, "turnOn")).isInstanceOf(CommandOutcome.Acknowledged.class);
    // Then
    await()
        .untilAsserted(() ->
            assertThat(events.of(HomeEvent.CommandCompleted.class))
                .extracting(HomeEvent.CommandCompleted::outcome)
                .contains(
                    new CommandOutcome.Unreachable(
                        Command.of(ZIGBEE, "turnOn"), "a later command took its place")));
    assertThat(heard).hasSize(2);
  }

  @Test
  void aDeviceOfHearthsOwnConventionMaySaySoToo() {
    // Given
    String base = "hearth/" + OWN + "/";
    wire.publish(base + "description", "{\"name\":\"Own\",\"type\":\"light\"}", true);
    wire.publish(base + "availability", "online", true);
    await().until(() -> reports.availability(OWN) == Availability.ONLINE);
    wire.publish(base + "availability", "asleep", true);
    await().until(() -> reports.availability(OWN) == Availability.OFFLINE);
    // When
    assertThat(tell(OWN, "turnOn")).isInstanceOf(CommandOutcome.Postponed.class);
    wire.publish(base + "availability", "online", true);
    // Then
    await().until(() -> heard.size() == 1);
  }

  private void heard(WireClient.Heard message) {
    String topic = message.topic();
    heard.add(message.payload());
    if (message.payload().startsWith("{\"action\"")) { // of the Hearth convention
      wire.reply(message, ScriptedMqttDevice.ACCEPTED);
    }
    if (obeying && topic.equals("zigbee2mqtt/trv/set")) {
      wire.publish("zigbee2mqtt/trv", message.payload(), false);
    }
    if (topic.endsWith("/set") && topic.startsWith("homie")) {
      wire.publish(topic.substring(0, topic.length() - 4), message.payload(), true);
    }
  }

  private void homie(DeviceId id) {
    wire.publish(STATE.formatted(id), "ready", true);
    wire.publish(
        "homie/5/" + id + "/$description",
        """
        {"homie": "5.0", "version": 1, "name": "Sleepy", "nodes": {"light": {
          "name": "Light", "type": "light", "properties": {"on": {"name": "On",
            "datatype": "boolean", "settable": true, "retained": true}}}}}
        """,
        true);
    wire.publish("homie/5/" + id + "/light/on", "false", true);
    await().until(() -> reports.value(id, "on").equals(Optional.of(Value.of(false))));
    await().until(() -> reports.availability(id) == Availability.ONLINE);
  }

  private void fallsAsleep(DeviceId id) {
    wire.publish(STATE.formatted(id), "sleeping", true);
    await().until(() -> reports.availability(id) == Availability.OFFLINE);
  }

  private static String zigbee() {
    return """
    [{"ieee_address": "0x00124b00dd00dd00", "type": "EndDevice", "power_source": "Battery",
      "friendly_name": "trv", "supported": true, "disabled": false, "interview_completed": true,
      "definition": {"vendor": "Nobody", "model": "T1", "description": "Plug", "exposes": [
        {"type": "switch", "features": [
          {"type": "binary", "name": "state", "property": "state", "access": 7,
           "value_on": "ON", "value_off": "OFF", "value_toggle": "TOGGLE"}]},
        {"type": "numeric", "name": "linkquality", "property": "linkquality", "access": 1,
         "category": "diagnostic", "unit": "lqi"}]}}]
    """;
  }

  private CommandOutcome tell(DeviceId device, String action) {
    return hearth.dispatch(Command.of(device, action)).toCompletableFuture().join();
  }

  private static Home home() {
    Home home = LampHome.home();
    DeviceType light = home.device(LampHome.LAMP).orElseThrow().type();
    DeviceType gate =
        new DeviceType(
            "gate",
            light.names(),
            light.collective(),
            light.capabilities(),
            RiskClass.HIGH,
            light.confirm(),
            light.traits(),
            light.kinds(),
            0.5,
            2);
    return home.with(
        List.of(
            Device.of(HOMIE, "Sleepy", light).build(),
            Device.of(ZIGBEE, "Valve", light).build(),
            Device.of(OWN, "Own", light).build(),
            Device.of(GATE, "Gate", gate).build()));
  }
}
