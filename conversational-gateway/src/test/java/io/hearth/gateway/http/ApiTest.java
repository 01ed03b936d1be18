package io.hearth.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hearth.model.HomeEvent;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiTest {

  @Test
  void describesTheHome() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // When
      JsonNode home = gateway.json("/api/home");

      // Then
      assertThat(home.path("floors").path(1).path("aliases").path(0).asString())
          .isEqualTo("upstairs");
      assertThat(home.path("areas").size()).isEqualTo(8);
      assertThat(home.path("areas").path(7).path("floor").isNull()).isTrue();
      assertThat(home.path("people").path(0).path("name").asString()).isEqualTo("Ann");
      assertThat(home.toString()).doesNotContain("jazz");
    }
  }

  @Test
  void listsDevicesWithWhereTheyAreAndWhatTheyCan() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // Given
      gateway.home.availability("light.bedroom", Availability.OFFLINE, "last will");

      // When
      JsonNode devices = gateway.json("/api/devices").path("devices");
      JsonNode light = gateway.json("/api/devices/light.bedroom");

      // Then
      assertThat(devices.size()).isEqualTo(gateway.home.home().devices().size());
      assertThat(light.path("area").asString()).isEqualTo("bedroom");
      assertThat(light.path("floor").asString()).isEqualTo("upper");
      assertThat(light.path("actions").toString()).contains("\"setBrightness\"");
      assertThat(light.path("availability").asString()).isEqualTo("offline");
      assertThat(gateway.get("/api/devices/light.cellar").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void tellsStateWithUnitAgeAndStaleness() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // Given
      gateway.home.report("light.kitchen", Map.of("brightness", 55));
      gateway.home.forget("oven.kitchen");

      // When
      JsonNode all = gateway.json("/api/state").path("state");
      JsonNode light = gateway.json("/api/state/light.kitchen").path("properties");

      // Then
      assertThat(light.path("brightness").path("value").toString()).isEqualTo("55");
      assertThat(light.path("brightness").path("unit").asString()).isEqualTo("%");
      assertThat(light.path("brightness").path("source").asString()).isEqualTo("reported");
      assertThat(light.path("on").path("unit").isNull()).isTrue();
      JsonNode oven = all.path("oven.kitchen").path("properties").path("temperature");
      assertThat(oven.path("stale").asBoolean()).isTrue();
      assertThat(oven.path("unit").asString()).isEqualTo("°C");
    }
  }

  @Test
  void handsTheTurnWhatWasSaidAndAnswersWithItsDocument() {
    // Given
    AtomicReference<Said> heard = new AtomicReference<>();
    AtomicReference<Thread> thread = new AtomicReference<>();
    DemoHome home = new DemoHome();
    try (RunningGateway gateway =
        new RunningGateway(
            home,
            said -> {
              heard.set(said);
              thread.set(Thread.currentThread());
              return Records.declined("t-7", said.transcript().best().text());
            })) {

      // When
      JsonNode turn =
          gateway.read(
              gateway.post(
                  """
                  {"nbest": [{"text": "b", "confidence": 0.4}, {"text": " a ", "confidence": 0.6}],
                   "area": "Sitting Room", "device": "Kitchen speaker", "user": "mum",
                   "dialogue": "d9"}\
                  """));

      // Then
      assertThat(turn.path("decision").asString()).isEqualTo("decline");
      assertThat(heard.get().transcript().best().text()).isEqualTo("a");
      assertThat(heard.get().area().orElseThrow()).hasToString("living_room");
      assertThat(heard.get().satellite().orElseThrow()).hasToString("speaker.kitchen");
      assertThat(heard.get().speaker().orElseThrow()).hasToString("ann");
      assertThat(heard.get().dialogue()).contains("d9");
      assertThat(thread.get().isVirtual()).isTrue();
      assertThat(gateway.json("/api/turns/t-7")).isEqualTo(turn);
    }
  }

  @Test
  void remembersTheLatestTurnsNewestFirstAndEachOnce() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // Given
      IntStream.range(0, RecentTurns.CAPACITY + 5)
          .forEach(i -> publish(gateway, Records.declined("t-" + i, "hello")));
      publish(gateway, Records.declined("t-" + (RecentTurns.CAPACITY + 4), "hello"));

      // When
      JsonNode latest = gateway.json("/api/turns?limit=2").path("turns");
      JsonNode all = gateway.json("/api/turns?limit=200").path("turns");

      // Then
      assertThat(latest.path(0).path("id").asString()).isEqualTo("t-204");
      assertThat(latest.path(1).path("id").asString()).isEqualTo("t-203");
      assertThat(latest.size()).isEqualTo(2);
      assertThat(all.size()).isEqualTo(RecentTurns.CAPACITY);
      assertThat(gateway.get("/api/turns/t-3").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void refusesTurnsBeyondTheLimitAndTakesThemAgainLater() {
    // Given
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger started = new AtomicInteger();
    try (RunningGateway gateway =
        new RunningGateway(
            new DemoHome(),
            said -> {
              started.incrementAndGet();
              await().until(() -> end.getCount() == 0);
              return Records.declined("t-" + started, "hello");
            })) {
      List<CompletableFuture<HttpResponse<String>>> waiting =
          IntStream.range(0, HttpGateway.MOST_TURNS)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(() -> hello(gateway), Thread::startVirtualThread))
              .toList();
      await().untilAtomic(started, org.hamcrest.Matchers.is(HttpGateway.MOST_TURNS));

      // When
      HttpResponse<String> refused = hello(gateway);
      int health = gateway.get("/api/health").statusCode();
      end.countDown();

      // Then
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(gateway.error(refused)).startsWith("too many turns");
      assertThat(health).isEqualTo(200);
      assertThat(waiting).allSatisfy(turn -> assertThat(turn.join().statusCode()).isEqualTo(200));
      await().untilAsserted(() -> assertThat(hello(gateway).statusCode()).isEqualTo(200));
    }
  }

  @Test
  void saysOneLineWhenATurnFails() {
    // Given
    try (RunningGateway gateway =
        new RunningGateway(
            new DemoHome(),
            said -> {
              throw new IllegalStateException("secret detail");
            })) {

      // When
      HttpResponse<String> response = hello(gateway);

      // Then
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.body())
          .isEqualTo("{\"error\":\"Hearth failed at this; its log says why\"}");
    }
  }

  @Test
  void isNotReadyWhileStarting() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // Given
      JsonNode well = gateway.json("/api/health");
      gateway.health.set(
          Health.of(
              "0.1.0", List.of(new Health.Check("broker", Health.Status.STARTING, "connecting"))));

      // When
      HttpResponse<String> starting = gateway.get("/api/health");
      gateway.health.set(
          Health.of("0.1.0", List.of(new Health.Check("broker", Health.Status.DEGRADED, "away"))));
      HttpResponse<String> degraded = gateway.get("/api/health");

      // Then
      assertThat(well.path("status").asString()).isEqualTo("ok");
      assertThat(well.path("version").asString()).isEqualTo("0.1.0");
      assertThat(starting.statusCode()).isEqualTo(503);
      assertThat(starting.body()).contains("\"detail\":\"connecting\"");
      assertThat(degraded.statusCode()).isEqualTo(200);
      assertThat(degraded.body()).contains("\"status\":\"degraded\"");
    }
  }

  @Test
  void countsTurnsEventsCommandsAndDevices() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // Given
      publish(gateway, Records.declined("t-1", "hello"));
      gateway.home.availability("garage_door", Availability.OFFLINE, "last will");
      gateway.home.events.publish(
          new HomeEvent.CommandCompleted(
              gateway.home.home().id(),
              new CommandOutcome.TimedOut(
                  Command.of(new DeviceId("garage_door"), "open"), Duration.ofSeconds(5)),
              Records.NOW));

      // When
      HttpResponse<String> metrics = gateway.get("/metrics");

      // Then
      assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      assertThat(metrics.body())
          .contains(
              "hearth_turns_total{decision=\"decline\",intent=\"OutOfDomain\"} 1",
              "hearth_turn_duration_seconds_bucket{le=\"0.025\"} 1",
              "hearth_events_total{type=\"availability\"} 1",
              "hearth_commands_total{outcome=\"timed_out\"} 1",
              "hearth_devices{availability=\"offline\"} 1",
              "jvm_memory_used_bytes");
    }
  }

  @Test
  void saysOneLineWhenThePortIsInUse() {
    try (RunningGateway first = RunningGateway.declining()) {
      // Given
      HttpGateway second =
          new HttpGateway(
              new HttpSettings("127.0.0.1", first.port()),
              first.home,
              said -> Records.declined("t", "x"),
              first.home.events,
              new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
              () -> RunningGateway.WELL,
              first::command);
      Vertx vertx = Vertx.vertx();

      // When
      var deployed = vertx.deployVerticle(second);

      // Then
      assertThatThrownBy(deployed::await)
          .isInstanceOf(HttpUnavailableException.class)
          .hasMessage(
              "cannot listen on 127.0.0.1:"
                  + first.port()
                  + ": another program uses it; end that one or choose another port with"
                  + " HEARTH_HTTP_PORT");
      vertx.close().await();
    }
  }

  @Test
  void hasAPageThatLoadsInUnderAHundredKilobytes() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // When
      int bytes =
          PageFiles.PAGE.stream()
              .map(file -> gateway.get("/" + file))
              .peek(file -> assertThat(file.statusCode()).isEqualTo(200))
              .mapToInt(file -> file.body().getBytes(StandardCharsets.UTF_8).length)
              .sum();

      // Then
      assertThat(bytes).isBetween(10_000, 100_000);
    }
  }

  @Test
  void servesThePageWithSafeHeadersAndSavesLoadingItTwice() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // When
      HttpResponse<String> page = gateway.get("/");
      HttpResponse<String> again =
          gateway.send(
              HttpRequest.newBuilder(gateway.uri("/"))
                  .header("If-None-Match", page.headers().firstValue("ETag").orElseThrow()));

      // Then
      assertThat(page.body()).contains("<title>Hearth");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(again.statusCode()).isEqualTo(304);
    }
  }

  private static void publish(RunningGateway gateway, io.hearth.model.decision.TurnRecord turn) {
    gateway.home.events.publish(
        new HomeEvent.TurnTaken(gateway.home.home().id(), turn, Records.NOW));
  }

  private static HttpResponse<String> hello(RunningGateway gateway) {
    return gateway.post("{\"text\": \"hello\"}");
  }
}
