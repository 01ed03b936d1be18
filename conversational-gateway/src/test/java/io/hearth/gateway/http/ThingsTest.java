package io.hearth.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.wot.ThingSchema;
import io.hearth.model.NodeScript;
import io.hearth.model.device.Value;
import io.hearth.model.state.CommandOutcome;
import io.hearth.registry.Catalogues;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ThingsTest {

  @Test
  void aDeviceOfEachTypeAndKindHasAValidThingDescription() {
    try (RunningGateway gateway =
        new RunningGateway(
            DemoHome.ofEveryType(),
            said -> Records.declined("t-1", said.transcript().best().text()))) {
      // When
      JsonNode things = gateway.json("/things");

      // Then
      assertThat(things.size())
          .isEqualTo(gateway.home.home().devices().size())
          .isGreaterThan(Catalogues.builtIn().types().size());
      for (JsonNode thing : things) {
        assertThatCode(() -> ThingSchema.check(thing))
            .as(thing.path("id").asString(""))
            .doesNotThrowAnyException();
      }
      assertThatCode(() -> ThingSchema.check(gateway.json("/.well-known/wot")))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aDescriptionIsNotSentAgainWhenItIsKnown() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // Given
      HttpResponse<String> first = gateway.get("/things/oven.kitchen");
      String etag = first.headers().firstValue("ETag").orElseThrow();

      // When
      HttpResponse<String> second =
          gateway.send(
              HttpRequest.newBuilder(gateway.uri("/things/oven.kitchen"))
                  .header("If-None-Match", etag));

      // Then
      assertThat(first.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/td+json");
      assertThat(second.statusCode()).isEqualTo(304);
    }
  }

  @Test
  void aPropertyIsItsValueAloneAndUnknownOnesSaySo() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // Given
      gateway.home.report("oven.kitchen", Map.of("targetTemperature", 180));

      // Then
      assertThat(gateway.get("/things/oven.kitchen/properties/targetTemperature").body())
          .isEqualTo("180");
      assertThat(gateway.get("/things/oven.kitchen/properties/volume").statusCode()).isEqualTo(404);
      assertThat(gateway.get("/things/nobody/properties/on").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void anActionThatAlwaysAsksIsRefusedUntilAPersonConfirmedIt() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // When
      HttpResponse<String> refused = act(gateway, "/things/oven.kitchen/actions/start", "{}");
      assertThat(gateway.commanded).isEmpty();
      HttpResponse<String> done =
          act(gateway, "/things/oven.kitchen/actions/start?confirmed=true", "{}");

      // Then
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(gateway.error(refused)).contains("always asks a person first");
      assertThat(done.statusCode()).isEqualTo(200);
      assertThat(gateway.commanded).hasSize(1);
    }
  }

  @Test
  void argumentsAreCheckedAndOutcomesAreTold() {
    try (RunningGateway gateway = RunningGateway.declining()) {
      // Given
      String path = "/things/oven.kitchen/actions/setTemperature?confirmed=true";

      // Then
      assertThat(act(gateway, path, "{\"targetTemperature\":900}").statusCode()).isEqualTo(400);
      assertThat(act(gateway, path, "{\"heat\":9}").statusCode()).isEqualTo(400);
      assertThat(act(gateway, path, "[]").statusCode()).isEqualTo(400);
      gateway.outcome = command -> new CommandOutcome.Unreachable(command, "nobody is there");
      assertThat(act(gateway, path, "{\"targetTemperature\":180}").statusCode()).isEqualTo(503);
      gateway.outcome = command -> new CommandOutcome.Unconfirmed(command, "it says nothing");
      assertThat(act(gateway, path, "{\"targetTemperature\":180}").statusCode()).isEqualTo(202);
      assertThat(gateway.commanded.getLast().arguments())
          .isEqualTo(Map.of("targetTemperature", Value.of(180)));
    }
  }

  @Test
  void nodeWotReadsAPropertyAndInvokesAnAction() {
    NodeScript.assumeInstalled();
    try (RunningGateway gateway = RunningGateway.declining()) {
      // Given
      gateway.home.report("light.living_room", Map.of("brightness", 35));

      // When
      try (NodeScript visitor =
          NodeScript.start(
              "wot-visitor.js",
              gateway.uri("/things/light.living_room").toString(),
              "brightness",
              "setBrightness",
              "{\"brightness\":40}")) {
        await().until(() -> !gateway.commanded.isEmpty() || visitor.said("failed").isPresent());
        await().until(() -> visitor.said().size() >= 2 || visitor.said("failed").isPresent());

        // Then
        assertThat(visitor.said()).containsExactly("read 35", "invoked");
      }
      assertThat(gateway.commanded.getFirst().arguments())
          .isEqualTo(Map.of("brightness", Value.of(40)));
    }
  }

  private static HttpResponse<String> act(RunningGateway gateway, String path, String body) {
    return gateway.send(
        HttpRequest.newBuilder(gateway.uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }
}
