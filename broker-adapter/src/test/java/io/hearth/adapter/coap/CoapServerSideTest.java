package io.hearth.adapter.coap;

import static io.hearth.adapter.LampHome.LAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What devices find when they knock at Hearth's own CoAP endpoint. */
class CoapServerSideTest {

  private RecordedReports reports;
  private LinkMetrics metrics;
  private CoapHouse house;
  private final ScriptedCoapPeer lamp = new ScriptedCoapPeer(LAMP, 30);
  private CoapLink link;
  private CoapEndpoint device;

  @BeforeEach
  void start() throws IOException {
    lamp.start();
    house = new CoapHouse(CoapConfig.onLoopback(0), LampHome.facts());
    reports = house.reports;
    metrics = house.metrics;
    link = house.link;
    device =
        CoapEndpoint.builder()
            .setConfiguration(Configuration.createStandardWithoutFile())
            .setInetSocketAddress(new java.net.InetSocketAddress("127.0.0.1", 0))
            .build();
    device.start();
  }

  @AfterEach
  void close() {
    device.destroy();
    house.close();
    lamp.close();
  }

  @Test
  void aDevicePushesItsState() throws Exception {
    // When
    CoapResponse response = post("/devices/" + LAMP + "/state", "{\"on\":true}");
    // Then
    assertThat(response.getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(reports.value(LAMP, "on")).contains(Value.of(true));
    assertThat(reports.availability(LAMP)).isEqualTo(Availability.ONLINE);
  }

  @Test
  void aPushIsAnsweredOnlyWhenTheHouseHasKeptIt() throws Exception {
    // Given
    CompletableFuture<Void> keeping = new CompletableFuture<>();
    reports.behave(report -> keeping);
    CompletableFuture<CoapResponse> answer = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> answer.complete(postQuietly("/devices/" + LAMP + "/state", "{\"on\":true}")));
    await().until(() -> !reports.reports(LAMP).isEmpty());
    assertThat(answer).isNotDone();
    // When
    keeping.complete(null);
    // Then
    assertThat(answer.join().getCode()).isEqualTo(ResponseCode.CHANGED);
  }

  @Test
  void aPushThatCannotBeTakenSaysWhy() throws Exception {
    // Given
    String path = "/devices/" + LAMP + "/state";
    // When Then
    assertThat(post("/devices/light.unknown/state", "{}").getCode())
        .isEqualTo(ResponseCode.NOT_FOUND);
    assertThat(post(path, "on").getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(post(path, "").getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(metrics.counts()).containsEntry("malformed", 2L);
    reports.behave(
        report -> CompletableFuture.failedFuture(new IllegalArgumentException("no such property")));
    assertThat(post(path, "{\"on\":true}").getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(metrics.counts()).containsEntry("refused", 1L);
  }

  @Test
  void aServerThatRegistersIsDiscoveredAndObserved() throws Exception {
    // When
    CoapResponse response = post("/rd?ep=lamp&base=" + lamp.uri(), "");
    // Then
    assertThat(response.getCode()).isEqualTo(ResponseCode.CREATED);
    assertThat(response.getOptions().getLocationPathString()).startsWith("rd/");
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
    await().until(() -> lamp.observers() == 1);
  }

  @Test
  void aServerThatWasRestartedAndRegistersAgainIsObservedAgain() throws Exception {
    // Given
    post("/rd?ep=lamp&base=" + lamp.uri(), "");
    await().until(() -> lamp.observers() == 1);
    lamp.kill();
    lamp.start();
    // When
    String again = post("/rd?ep=lamp&base=" + lamp.uri(), "").getOptions().getLocationPathString();
    // Then
    await().until(() -> lamp.observers() == 1);
    assertThat(again).isEqualTo("rd/1");
  }

  @Test
  void aRegistrationEndsWithItsLifetimeUnlessItIsRenewed() throws Exception {
    // Given
    String location =
        post("/rd?ep=lamp&lt=1&base=" + lamp.uri(), "").getOptions().getLocationPathString();
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
    // When
    assertThat(post("/" + location + "?lt=2", "").getCode()).isEqualTo(ResponseCode.CHANGED);
    long renewed = System.nanoTime();
    // Then
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> reports.availability(LAMP) == Availability.OFFLINE);
    assertThat(reports.reason(LAMP)).isEqualTo("its registration ended");
    assertThat(Duration.ofNanos(System.nanoTime() - renewed))
        .isGreaterThan(Duration.ofMillis(1500));
    assertThat(post("/" + location, "").getCode()).isEqualTo(ResponseCode.NOT_FOUND);
  }

  @Test
  void aServerThatLeavesIsUnreachableAtOnce() throws Exception {
    // Given
    String location =
        post("/rd?ep=lamp&base=" + lamp.uri(), "").getOptions().getLocationPathString();
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
    // When
    CoapResponse response = send(Request.newDelete(), "/" + location);
    // Then
    assertThat(response.getCode()).isEqualTo(ResponseCode.DELETED);
    assertThat(reports.reason(LAMP)).isEqualTo("it left");
  }

  @Test
  void aRegistrationThatMakesNoSenseOrPointsElsewhereIsRefused() throws Exception {
    assertThat(post("/rd", "").getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(post("/rd?ep=x&lt=0", "").getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(post("/rd?ep=x&base=http://127.0.0.1", "").getCode())
        .isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(post("/rd?ep=x&base=coap://127.0.0.2:5683", "").getCode())
        .isEqualTo(ResponseCode.BAD_REQUEST);
  }

  @Test
  void otherPeoplesClientPushesState() throws Exception {
    // Given
    Path client = Path.of("/usr/bin/coap-client-notls");
    assumeTrue(
        Files.isExecutable(client),
        "libcoap's client is not installed: its push is skipped; install libcoap3-bin to run it");
    List<String> command = new ArrayList<>(List.of(client.toString(), "-m", "post", "-t", "50"));
    command.addAll(List.of("-e", "{\"brightness\":33}"));
    command.add("coap://127.0.0.1:" + link.port() + "/devices/" + LAMP + "/state");
    // When
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // Then
    assertThat(process.waitFor()).as(output).isZero();
    await().until(() -> reports.value(LAMP, "brightness").equals(Optional.of(Value.of(33))));
  }

  private CoapResponse postQuietly(String path, String payload) {
    try {
      return post(path, payload);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private CoapResponse post(String path, String payload) throws Exception {
    Request request = Request.newPost();
    request.setPayload(payload);
    return send(request, path);
  }

  private CoapResponse send(Request request, String path) throws Exception {
    request.setURI("coap://127.0.0.1:" + link.port() + path);
    return new CoapClient().setEndpoint(device).advanced(request);
  }
}
