package io.hearth.adapter.wot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.binding.BoundDevices;
import io.hearth.adapter.http.HttpConfig;
import io.hearth.adapter.http.HttpTransport;
import io.hearth.adapter.wire.DeviceFacts;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.Problems;
import io.hearth.adapter.wire.Routes;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThingSourcesTest {

  private static final DeviceId LAMP = new DeviceId("urn:dev:lamp");
  private static final DeviceId FAN = new DeviceId("urn:dev:fan");

  @TempDir private Path folder;
  private final Problems problems = new Problems(InstantSource.system());
  private final LinkMetrics metrics = new LinkMetrics(new SimpleMeterRegistry(), "http", problems);
  private final BoundDevices devices =
      new BoundDevices(
          List.of(),
          List.of("owner", ThingConvention.NAME),
          "reply",
          DeviceFacts.of(LampHome::home, DeviceState::unknown, Duration.ofSeconds(1)),
          problems,
          metrics);
  private final HttpTransport http =
      new HttpTransport(
          HttpConfig.usual(),
          new Inbox("http", new RecordedReports(), new Routes(), InstantSource.system(), metrics),
          message -> {});
  private volatile int status = 200;
  private volatile String directory = "[]";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    devices.carriedBy(http);
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = directory.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    devices.close();
    http.close();
  }

  @Test
  void aThingThatDisappearsFromADirectoryLeavesAndTheOthersStay() {
    // Given
    directory = "[" + thing("lamp") + "," + thing("fan") + "]";
    try (ThingSources sources = sources(Optional.empty())) {
      await().until(() -> devices.isBound(LAMP) && devices.isBound(FAN));
      var fan = devices.binding(FAN).orElseThrow();
      // When
      directory = "[" + thing("fan") + "]";
      // Then
      await().until(() -> !devices.isBound(LAMP));
      assertThat(devices.binding(FAN)).containsSame(fan);
      // When
      directory = "[" + thing("lamp") + "," + thing("fan") + "]";
      // Then
      await().until(() -> devices.isBound(LAMP));
      assertThat(devices.binding(FAN)).containsSame(fan);
    }
  }

  @Test
  void aDirectoryThatFailsTakesNobodyAway() {
    // Given
    directory = "[" + thing("lamp") + "]";
    try (ThingSources sources = sources(Optional.empty())) {
      await().until(() -> devices.isBound(LAMP));
      // When
      status = 503;
      await().until(() -> !problems.all().isEmpty());
      // Then
      assertThat(problems.all().getFirst().reason()).isEqualTo("answered with status 503");
      assertThat(devices.isBound(LAMP)).isTrue();
    }
  }

  @Test
  void aThingThatAFileDescribesAsWellStaysWhenADirectoryForgetsIt() throws Exception {
    // Given
    Path file = Files.writeString(folder.resolve("lamp.json"), thing("lamp"));
    directory = "[" + thing("lamp") + "," + thing("fan") + "]";
    try (ThingSources sources = sources(Optional.of(folder))) {
      await().until(() -> devices.isBound(LAMP) && devices.isBound(FAN));
      // When
      directory = "[]";
      // Then
      await().until(() -> !devices.isBound(FAN));
      assertThat(devices.isBound(LAMP)).isTrue();
      // When
      Files.delete(file);
      // Then
      await().until(() -> !devices.isBound(LAMP));
    }
  }

  private ThingSources sources(Optional<Path> files) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/things");
    return new ThingSources(
        new ThingsConfig(files, List.of(url), List.of(), HttpConfig.usual()),
        devices,
        problems,
        resource -> CompletableFuture.failedFuture(new IOException("not asked")),
        Duration.ofMillis(50));
  }

  private static String thing(String id) {
    return """
    {"@context":"https://www.w3.org/2022/wot/td/v1.1","id":"urn:dev:%1$s","title":"%1$s",
     "@type":"Light","security":"n","securityDefinitions":{"n":{"scheme":"nosec"}},
     "properties":{"power":{"type":"boolean","@type":"OnOffProperty","forms":[
      {"href":"mqtt://broker/%1$s/power","op":"observeproperty","mqv:topic":"%1$s/power"}]}}}
    """
        .formatted(id);
  }
}
