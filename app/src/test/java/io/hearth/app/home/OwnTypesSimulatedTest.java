package io.hearth.app.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.wot.ThingSchema;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.DeviceState;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Types of one's own that come while Hearth runs, simulated over every wire. */
class OwnTypesSimulatedTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String PUMP =
      """
      id: pond_pump
      names: {en: [pond pump]}
      risk: low
      capabilities: [OnOff]
      devices: {found: {rt: acme.pump}, id: "pond_pump.{endpoint}", name: Pond pump}
      state:
        - coap: "{path}"
          format: cbor
          properties: {on: {path: $.run, values: {1: true, 0: false}}}
      commands:
        turnOn: {coap: "{path}/run", payload: "1", type: text/plain}
        turnOff: {coap: "{path}/run", payload: "0", type: text/plain}
      simulate: {properties: {on: {start: false}}}
      samples:
        - {coap: /device, hex: "a1 63 72 75 6e 01", state: {on: true}}
        - {command: turnOff, coap: /device/run, payload: "0"}
      """;

  private static final String VALVE =
      """
      id: pond_valve
      names: {en: [pond valve]}
      risk: low
      capabilities: [OnOff]
      devices:
        listed: [{n: 1, host: "127.0.0.1:%d"}]
        id: pond_valve.{n}
        name: Pond valve
      state:
        - http: http://{host}/status
          properties: {on: $.flow}
      commands:
        turnOn: {http: "http://{host}/flow", method: POST, payload: '{"flow":true}', type: application/json}
        turnOff: {http: "http://{host}/flow", method: POST, payload: '{"flow":false}', type: application/json}
      """;

  private static final String LAMP =
      """
      id: pond_lamp
      names: {en: [pond lamp]}
      risk: low
      capabilities: [OnOff]
      own: {PondLight: {properties: {moths: {type: number, min: 0, max: 99}}}}
      devices: {listed: [{n: 7}], id: "pond_lamp.{n}", name: Pond lamp}
      state:
        - topic: pond/{n}/lamp
          properties: {on: $.lit, moths: $.moths}
      commands:
        turnOn: {topic: "pond/{n}/set", payload: '{"lit":true}'}
        turnOff: {topic: "pond/{n}/set", payload: '{"lit":false}'}
      """;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Hearth hearth;
  private static Path types;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    Path home =
        Files.writeString(
            folder.resolve("home.yaml"),
            "home: {id: pond, name: Pond}\nareas: [{id: garden, name: Garden}]\n");
    types = Files.createDirectories(folder.resolve("data/device-types"));
    hearth =
        Hearth.start(
            LiveHome.config(
                folder.resolve("data"),
                Map.of(
                    "home", home.toString(),
                    "coap.silenceSeconds", "1",
                    "coap.patienceSeconds", "1")));
  }

  @AfterAll
  static void stop() {
    hearth.close();
    CLIENT.close();
  }

  private static DeviceState state(String device) {
    DeviceId id = new DeviceId(device);
    return hearth.registry().states().getOrDefault(id, DeviceState.unknown(id));
  }

  private static void awaitThat(String device, String property, Object value) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(state(device).value(property)).contains(Value.ofRaw(value)));
  }

  private static void awaitThat(String device, Availability availability) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(state(device).availability()).isEqualTo(availability));
  }

  private static CommandOutcome tell(String device, String action) throws Exception {
    return hearth
        .commands()
        .dispatch(new Command(new DeviceId(device), action, Map.of()))
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  @Test
  void aDeviceOnMqttComesWithItsFileAndGoesWithIt() throws Exception {
    // Given
    Path file = types.resolve("coop_door.yaml");
    Files.copy(Path.of("..", "docs", "examples", "device-types", "coop_door.yaml"), file);
    awaitThat("coop_door.3f2a", "position", 0);

    // When
    CommandOutcome outcome = tell("coop_door.3f2a", "open");

    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
    awaitThat("coop_door.3f2a", "position", 100);
    Files.delete(file);
    await().atMost(PATIENCE).until(() -> !simulated().contains(new DeviceId("coop_door.3f2a")));
  }

  @Test
  void aDeviceOnCoapIsFoundByItsResourceTypeObeysIsLostAndReturns() throws Exception {
    // Given
    Files.writeString(types.resolve("pond_pump.yaml"), PUMP);
    awaitThat("pond_pump.1", "on", false);

    // When
    CommandOutcome outcome = tell("pond_pump.1", "turnOn");

    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
    awaitThat("pond_pump.1", "on", true);
    DeviceId pump = new DeviceId("pond_pump.1");
    hearth.simulation().orElseThrow().control().offline(pump);
    awaitThat("pond_pump.1", Availability.OFFLINE);
    hearth.simulation().orElseThrow().control().online(pump);
    awaitThat("pond_pump.1", Availability.ONLINE);
  }

  @Test
  void aDeviceOnHttpIsReadAndTold() throws Exception {
    // Given
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.writeString(types.resolve("pond_valve.yaml"), VALVE.formatted(port));
    awaitThat("pond_valve.1", "on", false);

    // When
    CommandOutcome outcome = tell("pond_valve.1", "turnOn");

    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
    awaitThat("pond_valve.1", "on", true);
    assertThat(state("pond_valve.1").availability()).isEqualTo(Availability.ONLINE);
  }

  @Test
  void aDeviceIsAThingWhoseFormsWork() throws Exception {
    // Given
    Files.writeString(types.resolve("pond_lamp.yaml"), LAMP);
    awaitThat("pond_lamp.7", "on", false);
    JsonNode thing = JSON.readTree(get(hearth.address().resolve("things/pond_lamp.7")));

    // When
    ThingSchema.check(thing);
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(target(thing, "/actions/turnOn"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(get(target(thing, "/properties/on"))).isEqualTo("true");
    assertThat(thing.at("/properties/moths/maximum").intValue()).isEqualTo(99);
  }

  private static URI target(JsonNode thing, String affordance) {
    return URI.create(thing.path("base").asString(""))
        .resolve(thing.at(affordance + "/forms/0/href").asString(""));
  }

  private static String get(URI address) throws Exception {
    return CLIENT
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static Set<DeviceId> simulated() {
    return hearth.simulation().orElseThrow().devices();
  }
}
