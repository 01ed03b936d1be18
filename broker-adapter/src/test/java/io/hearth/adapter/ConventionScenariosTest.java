package io.hearth.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.MosquittoDevice.Pub;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One scenario over a real Mosquitto for each convention: a device is there before Hearth, reports,
 * is told, is lost, comes back, and leaves.
 */
class ConventionScenariosTest {

  private static final String SHELLY = "shellyplus1-a8032ab12345";

  /** A device in one convention. */
  record Scenario(
      String name,
      String device,
      String listensTo,
      List<Pub> there,
      List<Pub> lost,
      List<Pub> back,
      List<Pub> gone,
      BiFunction<String, String, List<Pub>> script) {

    @Override
    public String toString() {
      return name;
    }
  }

  private final RecordedReports reports = new RecordedReports();
  private final MosquittoScenariosTest mosquitto = new MosquittoScenariosTest();
  private URI broker;

  @TempDir java.nio.file.Path folder;

  @BeforeAll
  static void mosquittoIsInstalled() {
    MosquittoScenariosTest.mosquittoIsInstalled();
  }

  @BeforeEach
  void start() {
    mosquitto.folder = folder;
    broker = mosquitto.startBroker();
  }

  @AfterEach
  void stop() {
    mosquitto.killBroker();
  }

  static Stream<Scenario> scenarios() {
    return Stream.of(zigbee(), tasmota(), shelly());
  }

  private static Scenario zigbee() {
    String lamp = "zigbee2mqtt/hall/lamp";
    String devices =
        "[{\"ieee_address\":\"0x0011\",\"friendly_name\":\"hall/lamp\",\"type\":\"Router\","
            + "\"interview_completed\":true,\"definition\":{\"description\":\"Bulb\",\"exposes\":["
            + "{\"type\":\"light\",\"features\":[{\"type\":\"binary\",\"name\":\"state\","
            + "\"property\":\"state\",\"access\":7,\"value_on\":\"ON\",\"value_off\":\"OFF\"}]}]}}]";
    return new Scenario(
        "zigbee2mqtt",
        "0x0011",
        "zigbee2mqtt/+/+/set",
        List.of(
            Pub.retained("zigbee2mqtt/bridge/state", "{\"state\":\"online\"}"),
            Pub.retained(lamp + "/availability", "{\"state\":\"online\"}"),
            Pub.retained(lamp, "{\"state\":\"OFF\"}"),
            Pub.retained("zigbee2mqtt/bridge/devices", devices)),
        List.of(Pub.retained("zigbee2mqtt/bridge/state", "offline")),
        List.of(Pub.retained("zigbee2mqtt/bridge/state", "online")),
        List.of(Pub.retained("zigbee2mqtt/bridge/devices", "[]")),
        (topic, payload) -> List.of(Pub.live(lamp, payload)));
  }

  private static Scenario tasmota() {
    String config = "tasmota/discovery/A0B1C2D3E4F5/config";
    return new Scenario(
        "tasmota",
        "tasmota-A0B1C2D3E4F5",
        "cmnd/plug/+",
        List.of(
            Pub.retained("tele/plug/LWT", "Online"),
            Pub.retained(
                config,
                "{\"dn\":\"Plug\",\"t\":\"plug\",\"ft\":\"%prefix%/%topic%/\",\"rl\":[1],"
                    + "\"state\":[\"OFF\",\"ON\"],\"lt_st\":0}")),
        List.of(Pub.retained("tele/plug/LWT", "Offline")),
        List.of(Pub.retained("tele/plug/LWT", "Online")),
        List.of(Pub.retained(config, "")),
        (topic, payload) ->
            List.of(
                Pub.live(
                    "stat/plug/RESULT",
                    "{\"POWER\":\"" + (topic.endsWith("Power") ? payload : "OFF") + "\"}")));
  }

  private static Scenario shelly() {
    return new Scenario(
        "shelly",
        SHELLY,
        SHELLY + "/rpc",
        List.of(Pub.retained(SHELLY + "/online", "true")),
        List.of(Pub.retained(SHELLY + "/online", "false")),
        List.of(Pub.retained(SHELLY + "/online", "true")),
        List.of(Pub.retained(SHELLY + "/online", "")),
        (topic, payload) -> shellyAnswers(payload));
  }

  private static List<Pub> shellyAnswers(String request) {
    String id = request.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
    String reply = request.replaceAll(".*\"src\":\"([^\"]*)\".*", "$1") + "/rpc";
    String start = "{\"id\":\"" + id + "\",\"src\":\"" + SHELLY + "\",\"result\":";
    if (request.contains("GetConfig")) {
      return List.of(
          Pub.live(reply, start + "{\"switch:0\":{\"id\":0,\"name\":\"Lamp\"},\"sys\":{}}}"));
    }
    if (request.contains("GetStatus")) {
      return List.of(Pub.live(reply, start + "{\"switch:0\":{\"id\":0,\"output\":false}}}"));
    }
    return List.of(
        Pub.live(reply, start + "{\"was_on\":false}}"),
        Pub.live(
            SHELLY + "/events/rpc",
            "{\"src\":\""
                + SHELLY
                + "\",\"method\":\"NotifyStatus\",\"params\":"
                + "{\"switch:0\":{\"id\":0,\"output\":true}}}"));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void isThereIsToldIsLostReturnsAndLeaves(Scenario scenario) {
    DeviceId id = new DeviceId(scenario.device());
    try (MosquittoDevice device =
        new MosquittoDevice(broker.getPort(), scenario.listensTo(), scenario.script())) {
      device.say(scenario.there());
      try (BrokerAdapter adapter = adapter()) {
        await().until(() -> value(id, "on").equals(Optional.of(Value.of(false))));
        assertThat(reports.announcements()).anyMatch(said -> said.device().equals(id));
        await().until(() -> reports.availability(id) == Availability.ONLINE);

        CompletableFuture<CommandOutcome> told =
            adapter.dispatch(Command.of(id, "turnOn")).toCompletableFuture();
        assertThat(told.join()).isInstanceOf(CommandOutcome.Acknowledged.class);
        await().until(() -> value(id, "on").equals(Optional.of(Value.of(true))));

        device.say(scenario.lost());
        await().until(() -> reports.availability(id) == Availability.OFFLINE);
        device.say(scenario.back());
        await().until(() -> reports.availability(id) == Availability.ONLINE);
        device.say(scenario.gone());
        await().until(() -> reports.removed().contains(id));
      }
    }
  }

  private Optional<Value> value(DeviceId id, String property) {
    return reports.value(id, property);
  }

  private BrokerAdapter adapter() {
    return BrokerAdapter.start(
        new AdapterConfig(MqttConfig.at(broker), CoapConfig.disabled(), Duration.ofSeconds(5)),
        LampHome::home,
        DeviceState::unknown,
        reports,
        new RecordedEvents(),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }
}
