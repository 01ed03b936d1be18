package io.hearth.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.bench.MosquittoProcess;
import io.hearth.adapter.bench.RawMqtt;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.mqtt.WireClient;
import io.hearth.model.RecordedEvents;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people complain of in other systems, each shown not to happen here with Mosquitto. */
class ComplaintsOverMosquittoTest {

  private static final DeviceId BULB = new DeviceId("0x00124b00c0ffee01");
  private static final String OWN = "z2m/bulb/availability";
  private static final String BRIDGE = "z2m/bridge/state";
  private static final String ONLINE = "{\"state\":\"online\"}";
  private static final String CONFIG =
      """
      {"name": null, "unique_id": "bulb", "schema": "json", "state_topic": "z2m/bulb",
       "brightness": true, "brightness_scale": 100, "command_topic": "z2m/bulb/set", "availability_mode": "all", "availability": [
         {"topic": "z2m/bridge/state", "value_template": "{{ value_json.state }}"},
         {"topic": "z2m/bulb/availability", "value_template": "{{ value_json.state }}"}],
       "device": {"identifiers": ["zigbee2mqtt_0x00124b00c0ffee01"], "name": "Bulb"}}
      """;

  @TempDir private Path folder;
  private final RecordedReports reports = new RecordedReports();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private MosquittoProcess broker;

  @BeforeAll
  static void mosquittoIsInstalled() {
    assumeTrue(
        ScenarioBroker.hasMosquitto(), "Mosquitto is not installed: its complaints are skipped");
  }

  @BeforeEach
  void start() throws IOException {
    broker = opened(new MosquittoProcess(folder, List.of())); // persists nothing, queues 1,000
  }

  @AfterEach
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  /** "bridge/state is not published again on birth": zigbee2mqtt 32067, 9629, 18862. */
  @Test
  void aBridgeThatDoesNotRepeatThatItIsThereLeavesNobodyUnavailable() throws Exception {
    // Given
    WireClient bridge = bridge();
    bridge.publish(BRIDGE, ONLINE, true);
    discovered(bridge);
    bridge.publish(OWN, ONLINE, true);
    BrokerAdapter hearth = hearth(broker.uri());
    await().until(() -> reports.availability(BULB) == Availability.ONLINE);
    // When the broker forgets all that was retained, and the bridge repeats all but its own state
    broker.kill();
    await().until(() -> reports.availability(BULB) == Availability.OFFLINE);
    broker.start();
    WireClient again = bridge();
    discovered(again);
    // Then
    await().until(() -> hearth.health().isConnected());
    await().until(() -> reports.availability(BULB) != Availability.OFFLINE);
    assertThat(tell(hearth, "turnOn")).isInstanceOf(CommandOutcome.Acknowledged.class);
    await().until(() -> reports.availability(BULB) == Availability.ONLINE);
    // When Hearth itself begins anew and has never heard of the bridge's state
    hearth.close();
    again.publish(OWN, ONLINE, true);
    BrokerAdapter next = hearth(broker.uri());
    int before = reports.announcements().size();
    await().until(() -> reports.announcements().size() > before);
    // Then
    assertThat(tell(next, "turnOff")).isInstanceOf(CommandOutcome.Acknowledged.class);
    assertThat(reports.availability(BULB)).isEqualTo(Availability.ONLINE);
  }

  /** "What is published before somebody listens is lost": zigbee2mqtt 3625; retained it is not. */
  @Test
  void availabilityThatWasRetainedBeforeHearthCameIsKnown() throws Exception {
    // Given
    WireClient bridge = bridge();
    discovered(bridge);
    bridge.publish(BRIDGE, ONLINE, true);
    bridge.publish(OWN, ONLINE, true);
    // When
    hearth(broker.uri());
    // Then
    await().until(() -> reports.availability(BULB) == Availability.ONLINE);
  }

  /** The same where it was not retained: nobody can know it, and nobody is called unavailable. */
  @Test
  void aDeviceWhoseAvailabilityNobodyCouldHearIsTriedAndObeys() throws Exception {
    // Given
    WireClient bridge = bridge();
    discovered(bridge);
    bridge.publish(BRIDGE, ONLINE, false);
    bridge.publish(OWN, ONLINE, false);
    // When
    BrokerAdapter hearth = hearth(broker.uri());
    await().until(() -> !reports.announcements().isEmpty());
    // Then
    assertThat(tell(hearth, "turnOn")).isInstanceOf(CommandOutcome.Acknowledged.class);
    assertThat(reports.reachabilities(BULB))
        .extracting("availability")
        .containsOnly(Availability.ONLINE);
  }

  /** Nor is Hearth's own word lost that was said before it was connected: its birth comes after. */
  @Test
  void hearthSaysThatItIsThereEachTimeTheBrokerIsReached() throws Exception {
    // Given
    broker.kill();
    BrokerAdapter hearth = hearth(broker.uri());
    for (int time = 0; time < 2; time++) {
      // When
      broker.start();
      await().atMost(Duration.ofSeconds(10)).until(() -> hearth.health().isConnected());
      // Then
      Deque<String> said = new ConcurrentLinkedDeque<>();
      WireClient witness =
          opened(new WireClient(broker.uri(), heard -> said.add(heard.payload())).connect());
      witness.subscribe("homeassistant/status");
      await().untilAsserted(() -> assertThat(said).containsExactly("online"));
      broker.kill();
      await().until(() -> !hearth.health().isConnected());
    }
  }

  /** "A burst of retained messages is dropped": mosquitto 2887, domoticz 6754, addons 3615. */
  @Test
  void nothingOfALargeRetainedHomeIsLostInMosquittosShortQueue() throws Exception {
    // Given three messages of each, of which the queue holds a sixth
    int devices = 2_000;
    burst(devices, i -> "homeassistant/light/burst" + i + "/config", this::config);
    burst(devices, i -> "burst/" + i + "/there", i -> "online");
    burst(devices, i -> "burst/" + i + "/state", i -> "{\"brightness\":" + (1 + i % 100) + "}");
    // When
    hearth(broker.uri());
    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          assertThat(reports.announcements().stream().map(a -> a.device()).distinct())
              .hasSize(devices);
          assertThat(missing(devices)).isEmpty();
        });
  }

  /** The same when all of it is published at once while Hearth listens. */
  @Test
  void nothingOfAHomeThatIsPublishedAtOnceIsLost() throws Exception {
    // Given
    BrokerAdapter hearth = hearth(broker.uri());
    await().until(() -> hearth.health().isConnected());
    // When
    int devices = 2_000;
    burst(devices, i -> "homeassistant/light/burst" + i + "/config", this::config);
    burst(devices, i -> "burst/" + i + "/there", i -> "online");
    burst(devices, i -> "burst/" + i + "/state", i -> "{\"brightness\":" + (1 + i % 100) + "}");
    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(missing(devices)).isEmpty());
  }

  /** "It connects again by itself and then receives nothing": paho.mqtt.java 589. */
  @Test
  void afterEveryReconnectionEverythingArrives() throws Exception {
    // Given
    WireClient bridge = bridge();
    discovered(bridge);
    bridge.publish(BRIDGE, ONLINE, true);
    bridge.publish(OWN, ONLINE, true);
    CutLine line = opened(new CutLine(broker.uri()));
    BrokerAdapter hearth = hearth(line.uri());
    await().until(() -> reports.availability(BULB) == Availability.ONLINE);
    for (int time = 1; time <= 4; time++) {
      // When: what is said in the meantime waits in the session
      line.cut();
      String brightness = "{\"state\":\"ON\",\"brightness\":" + time + "}";
      bridge.publish("z2m/bulb", brightness, false);
      // Then: a new report, a new device and a command
      Optional<Value> wanted = Optional.of(Value.of(time));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> reports.value(BULB, "brightness").equals(wanted));
      await().atMost(Duration.ofSeconds(10)).until(() -> hearth.health().isConnected());
      DeviceId newcomer = new DeviceId("newcomer" + time);
      bridge.publish("homeassistant/light/" + newcomer + "/config", newcomer(newcomer), true);
      bridge.publish("new/" + newcomer, "ON", true);
      await().until(() -> reports.value(newcomer, "on").equals(Optional.of(Value.of(true))));
      assertThat(tell(hearth, time % 2 == 0 ? "turnOn" : "turnOff"))
          .isInstanceOf(CommandOutcome.Acknowledged.class);
    }
  }

  /** "A consumer that was idle gets nothing any more": hivemq-community-edition 558. */
  @Test
  void whoWasIdleForLongerThanTheConnectionLastsInSilenceStillHears() throws Exception {
    // Given
    CutLine line = opened(new CutLine(broker.uri()));
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    MqttConfig shortLived = MqttConfig.to(line.uri()).keepAlive(Duration.ofSeconds(1)).build();
    BrokerAdapter hearth = hearth(shortLived, meters);
    await().until(() -> hearth.health().isConnected());
    WireClient bridge = bridge();
    discovered(bridge);
    await().until(() -> !reports.announcements().isEmpty());
    // When
    long before = line.sent();
    await().until(() -> line.sent() >= before + 4); // asks whether somebody is there, each second
    bridge.publish("z2m/bulb", "{\"state\":\"ON\"}", false);
    // Then
    await().until(() -> reports.value(BULB, "on").equals(Optional.of(Value.of(true))));
    assertThat(meters.get("hearth.link.connections").tag("link", "mqtt").counter().count())
        .isEqualTo(1);
  }

  /** "QoS 2 messages are lost": hivemq-mqtt-client 378. */
  @Test
  void whatIsSentExactlyOnceArrivesOnceAndInOrder() throws Exception {
    // Given
    WireClient bridge = bridge();
    discovered(bridge);
    hearth(broker.uri());
    await().until(() -> !reports.announcements().isEmpty());
    bridge.publish("z2m/bulb", "{\"brightness\":50}", false);
    await().until(() -> reports.value(BULB, "brightness").isPresent());
    // When
    Process publisher =
        new ProcessBuilder(
                "mosquitto_pub",
                "-p",
                String.valueOf(broker.uri().getPort()),
                "-q",
                "2",
                "-t",
                "z2m/bulb",
                "-l")
            .start();
    try (var lines = publisher.outputWriter()) {
      for (int i = 1; i <= 90; i++) {
        lines.write("{\"brightness\":" + i + "}\n");
      }
    }
    // Then
    List<Value> wanted = IntStream.rangeClosed(1, 90).mapToObj(Value::of).toList();
    await()
        .untilAsserted(() ->
            assertThat(reports.reports(BULB).stream().skip(1))
                .extracting(report -> report.properties().get("brightness"))
                .containsExactlyElementsOf(wanted));
  }

  private List<String> missing(int devices) {
    return IntStream.range(0, devices)
        .mapToObj(i -> new DeviceId("burst" + i))
        .filter(id ->
            reports.value(id, "brightness").isEmpty()
                || reports.availability(id) != Availability.ONLINE)
        .map(DeviceId::value)
        .toList();
  }

  private String config(int number) {
    return """
    {"name": null, "uniq_id": "b%1$d", "schema": "json", "brightness": true, "brightness_scale": 100,
     "~": "burst/%1$d", "stat_t": "~/state", "cmd_t": "~/set", "avty_t": "~/there",
     "dev": {"ids": ["burst%1$d"], "name": "Burst %1$d"}}
    """
        .formatted(number);
  }

  private static String newcomer(DeviceId id) {
    return """
    {"name": null, "uniq_id": "%1$s", "stat_t": "new/%1$s", "cmd_t": "new/%1$s/set",
     "dev": {"ids": ["%1$s"], "name": "%1$s"}}
    """
        .formatted(id);
  }

  private static void discovered(WireClient bridge) {
    bridge.publish("homeassistant/light/bulb/config", CONFIG, true);
  }

  /** A zigbee2mqtt with one bulb, which obeys. */
  private WireClient bridge() {
    WireClient[] self = new WireClient[1];
    self[0] =
        opened(
            new WireClient(
                broker.uri(), heard -> self[0].publish("z2m/bulb", heard.payload(), false)));
    self[0].connect().subscribe("z2m/bulb/set");
    return self[0];
  }

  private BrokerAdapter hearth(URI uri) {
    return hearth(
        MqttConfig.to(uri).offlineAfter(Duration.ofMillis(300)).build(), new SimpleMeterRegistry());
  }

  private BrokerAdapter hearth(MqttConfig mqtt, SimpleMeterRegistry meters) {
    return opened(
        BrokerAdapter.start(
            new AdapterConfig(mqtt, CoapConfig.disabled(), Duration.ofSeconds(2)),
            LampHome::home,
            DeviceState::unknown,
            reports,
            new RecordedEvents(),
            InstantSource.system(),
            meters));
  }

  private static CommandOutcome tell(BrokerAdapter hearth, String action) {
    return hearth.dispatch(Command.of(BULB, action)).toCompletableFuture().join();
  }

  /** Retains messages as fast as the broker takes them. */
  private void burst(int count, IntFunction<String> topic, IntFunction<String> payload)
      throws IOException {
    try (RawMqtt mqtt = new RawMqtt(broker.uri(), "burst", 0)) {
      for (int i = 0; i < count; i++) {
        byte[] packet =
            RawMqtt.publication(
                topic.apply(i), payload.apply(i).getBytes(StandardCharsets.UTF_8), 1 + i, true);
        mqtt.send(packet, packet.length);
      }
      for (int i = 0; i < count; i++) {
        mqtt.read();
      }
    }
  }

  private <T extends AutoCloseable> T opened(T one) {
    open.push(one);
    return one;
  }
}
