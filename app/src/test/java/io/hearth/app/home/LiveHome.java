package io.hearth.app.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.broker.EmbeddedBroker;
import io.hearth.adapter.broker.EmbeddedBrokerConfig;
import io.hearth.app.config.AppConfig;
import io.hearth.app.config.ConfigLoader;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.sim.SimulationControl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole Hearth with its demo home on free ports, spoken to over HTTP as a client does. */
final class LiveHome implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient client = HttpClient.newHttpClient();
  private final MovableClock clock = new MovableClock();
  private final Hearth hearth;
  private final Path data;

  private LiveHome(AppConfig config) {
    data = Path.of(config.data());
    clock.moveTo(LocalTime.of(6, 45), ZoneId.of("Europe/Stockholm"));
    hearth = Hearth.start(config, clock);
  }

  static LiveHome start(Path data, Optional<URI> broker) {
    LiveHome home =
        new LiveHome(
            config(data, broker.map(uri -> Map.of("mqtt.url", uri.toString())).orElse(Map.of())));
    home.awaitAllOnline();
    return home;
  }

  /** The demo home on free ports, living six times as fast as the clock. */
  static AppConfig config(Path data, Map<String, String> more) {
    Map<String, String> keys =
        new LinkedHashMap<>(
            Map.of(
                "data", data.toString(),
                "http.port", "0",
                "mqtt.port", "0",
                "broker.anonymous", "false",
                "broker.tls.port", "0",
                "coap.port", "0",
                "coap.dtls.port", "0",
                "simulation.speed", "6"));
    keys.putAll(more);
    return new ConfigLoader().load(Optional.empty(), Map.of(), keys).config();
  }

  /** The embedded broker as it begins anew after its end, with nothing kept but who may log in. */
  EmbeddedBroker brokerAgain(int port) {
    return EmbeddedBroker.start(
        EmbeddedBrokerConfig.inMemory(port)
            .withUsers(data.resolve("broker-users.json"), BrokerSettings.secret(data), false));
  }

  Hearth hearth() {
    return hearth;
  }

  MovableClock clock() {
    return clock;
  }

  SimulationControl devices() {
    return hearth.simulation().orElseThrow().control();
  }

  void awaitAllOnline() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(hearth.registry().home().devices())
                .filteredOn(device -> device.person().isEmpty())
                .allSatisfy(device ->
                    assertThat(state(device.id()).availability())
                        .as("availability of %s", device.id())
                        .isEqualTo(Availability.ONLINE)));
  }

  DeviceState state(DeviceId device) {
    return hearth.registry().states().getOrDefault(device, DeviceState.unknown(device));
  }

  /** Makes something true of a device and waits until Hearth knows it from the wire. */
  void make(String device, String property, Object value) {
    DeviceId id = new DeviceId(device);
    devices().set(id, property, Value.ofRaw(value));
    awaitThat(device, property, value);
  }

  void awaitThat(String device, String property, Object value) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(state(new DeviceId(device)).value(property))
                .as("%s of %s", property, device)
                .contains(Value.ofRaw(value)));
  }

  JsonNode say(String text, String area, String dialogue) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", text);
    body.put("area", area);
    body.put("dialogue", dialogue);
    return post(body);
  }

  JsonNode post(Map<String, Object> body) {
    HttpRequest request =
        HttpRequest.newBuilder(hearth.address().resolve("api/turns"))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofMinutes(1))
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    return send(request);
  }

  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(hearth.address().resolve(path)).GET().build());
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return Objects.requireNonNull(json.readTree(response.body()));
    } catch (IOException e) {
      throw new AssertionError("no answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    hearth.close();
    client.close();
  }
}
