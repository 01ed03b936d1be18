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
import io.hearth.model.state.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A home that a real Mosquitto has retained in Home Assistant's discovery, and Hearth beside it.
 */
class HomeAssistantOverMosquittoTest {

  private static final DeviceId LAMP = new DeviceId("0x00aa11bb22cc33dd");
  private static final DeviceId BELL = new DeviceId("bell");
  private static final String CONFIG = "homeassistant/light/" + LAMP + "/light/config";
  private static final String STATE = "z2m/hall_lamp";
  private static final List<Pub> HOME =
      List.of(
          Pub.retained(
              CONFIG,
              "{\"name\":null,\"unique_id\":\"lamp\",\"schema\":\"json\",\"brightness\":true,"
                  + "\"brightness_scale\":254,\"supported_color_modes\":[\"brightness\"],"
                  + "\"state_topic\":\"z2m/hall_lamp\",\"command_topic\":\"z2m/hall_lamp/set\","
                  + "\"availability\":[{\"topic\":\"z2m/bridge\","
                  + "\"value_template\":\"{{ value_json.state }}\"}],"
                  + "\"device\":{\"identifiers\":[\"zigbee2mqtt_"
                  + LAMP
                  + "\"],\"name\":\"hall_lamp\"}}"),
          Pub.retained(
              "homeassistant/button/bell/config",
              "{\"name\":\"Bell\",\"unique_id\":\"bell\",\"command_topic\":\"bell/press\"}"),
          Pub.retained("z2m/bridge", "{\"state\":\"online\"}"),
          Pub.retained(STATE, "{\"state\":\"OFF\",\"brightness\":127}"));

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

  @Test
  void aRetainedHomeAppearsIsToldAndConfirmsItself() {
    try (MosquittoDevice home = device("z2m/+/set");
        MosquittoDevice bell =
            new MosquittoDevice(broker.getPort(), "bell/press", (topic, payload) -> List.of())) {
      home.say(HOME);
      try (BrokerAdapter adapter = adapter()) {
        await().until(() -> reports.value(LAMP, "brightness").isPresent());
        assertThat(reports.value(LAMP, "on")).contains(Value.of(false));
        assertThat(reports.reports(LAMP).getFirst().source()).isEqualTo(Source.RETAINED);
        await().until(() -> reports.availability(LAMP) == Availability.ONLINE);

        CommandOutcome dimmed =
            told(adapter, LAMP, "setBrightness", Map.of("brightness", Value.of(100)));
        assertThat(dimmed).isInstanceOf(CommandOutcome.Acknowledged.class);
        assertThat(home.heard())
            .containsExactly("z2m/hall_lamp/set {\"state\":\"ON\",\"brightness\":254}");
        assertThat(reports.value(LAMP, "brightness")).contains(Value.of(100));

        assertThat(told(adapter, BELL, "activate", Map.of()))
            .isInstanceOf(CommandOutcome.Unconfirmed.class);
        await().until(() -> bell.heard().contains("bell/press PRESS"));
      }
    }
  }

  /** "State unknown after a restart though retained", "`_2` duplicates": core 88788, 137193. */
  @Test
  void afterARestartEverythingIsKnownAgainAndNothingTwice() {
    try (MosquittoDevice home = device("z2m/+/set")) {
      home.say(HOME);
      adapterThatKnowsTheLamp().close();
      int before = reports.reports(LAMP).size();
      try (BrokerAdapter again = adapter()) {
        await().until(() -> reports.reports(LAMP).size() > before);
        await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
        assertThat(reports.value(LAMP, "brightness")).contains(Value.of(50));
        assertThat(reports.announcements())
            .extracting(announcement -> announcement.device())
            .containsOnly(LAMP, BELL);
        assertThat(again.health().isConnected()).isTrue();
      }
    }
  }

  /** "Not republished on birth, all unavailable": zigbee2mqtt 32067, 9629, 18862. */
  @Test
  void itsBirthMakesDevicesSpeakAnewAndItsWillIsThereWhenItGoes() {
    try (MosquittoDevice home =
        new MosquittoDevice(
            broker.getPort(),
            "homeassistant/status",
            (topic, payload) -> payload.equals("online") ? HOME : List.of())) {
      try (BrokerAdapter adapter = adapterThatKnowsTheLamp()) {
        assertThat(adapter.health().isConnected()).isTrue();
        assertThat(home.heard()).contains("homeassistant/status online");
      }
    }
  }

  @Test
  void aDeviceThatIsTakenBackIsGone() {
    try (MosquittoDevice home = device("z2m/+/set")) {
      home.say(HOME);
      try (BrokerAdapter adapter = adapterThatKnowsTheLamp()) {
        home.say(List.of(Pub.retained("z2m/bridge", "{\"state\":\"offline\"}")));
        await().until(() -> reports.availability(LAMP) == Availability.OFFLINE);
        home.say(List.of(Pub.retained(CONFIG, "")));
        await().until(() -> reports.removed().contains(LAMP));
        assertThat(adapter.health().isConnected()).isTrue();
      }
    }
  }

  /** Says what it was told, as a lamp does. */
  private MosquittoDevice device(String topic) {
    return new MosquittoDevice(
        broker.getPort(), topic, (at, payload) -> List.of(Pub.retained(STATE, payload)));
  }

  private BrokerAdapter adapterThatKnowsTheLamp() {
    BrokerAdapter adapter = adapter();
    await().until(() -> reports.value(LAMP, "brightness").isPresent());
    return adapter;
  }

  private static CommandOutcome told(
      BrokerAdapter adapter, DeviceId device, String action, Map<String, Value> arguments) {
    return adapter.dispatch(new Command(device, action, arguments)).toCompletableFuture().join();
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
