package io.hearth.adapter.coap;

import static io.hearth.adapter.LampHome.LAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.coap.ScriptedCoapPeer.Answer;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.LinkUnavailableException;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CoapLinkTest {

  private static final Duration WITHIN = Duration.ofMillis(700);

  private RecordedReports reports;
  private LinkMetrics metrics;
  private CoapHouse house;
  private final ScriptedCoapPeer lamp = new ScriptedCoapPeer(LAMP, 1);
  private CoapLink link;

  @BeforeEach
  void startPeer() {
    lamp.start();
  }

  @AfterEach
  void close() {
    house.close();
    lamp.close();
  }

  @Test
  void aPeerIsDiscoveredDescribedAndObserved() {
    // Given
    link = link(List.of(lamp.uri()));
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
    // When
    lamp.state("{\"on\":true,\"at\":\"" + Instant.now() + "\"}");
    // Then
    await().until(() -> reports.value(LAMP, "on").equals(java.util.Optional.of(Value.of(true))));
    assertThat(reports.announcements()).extracting("name").containsExactly("Lamp");
    assertThat(reports.reports(LAMP).getLast().measuredAt()).isPresent();
  }

  @Test
  void anObservationOutlivesItsMaxAge() {
    // Given
    link = link(List.of(lamp.uri()));
    await().until(() -> lamp.observers() == 1);
    int before = reports.reports(LAMP).size();
    // When: Max-Age of one second and the time to register again have gone by
    await().atMost(Duration.ofSeconds(8)).until(() -> reports.reports(LAMP).size() > before);
    lamp.state("{\"on\":true}");
    // Then
    await().until(() -> reports.value(LAMP, "on").equals(java.util.Optional.of(Value.of(true))));
    assertThat(reports.availability(LAMP)).isEqualTo(Availability.ONLINE);
    assertThat(lamp.described()).isEqualTo(1);
  }

  @Test
  void aLostObservationMakesItUnreachableUntilItIsBack() {
    // Given
    link = link(List.of(lamp.uri()));
    await().until(() -> lamp.observers() == 1);
    // When
    lamp.kill();
    // Then
    await()
        .atMost(Duration.ofSeconds(25))
        .until(() -> reports.availability(LAMP) == Availability.OFFLINE);
    assertThat(reports.reason(LAMP)).isEqualTo("it does not answer");
    // When
    lamp.start();
    // Then
    await()
        .atMost(Duration.ofSeconds(25))
        .until(() -> reports.availability(LAMP) == Availability.ONLINE);
    await().until(() -> lamp.observers() == 1);
  }

  @Test
  void anErrorInsteadOfANotificationIsALostObservation() {
    // Given
    link = link(List.of(lamp.uri()));
    await().until(() -> lamp.observers() == 1);
    // When
    lamp.state(new Answer(ResponseCode.SERVICE_UNAVAILABLE, ""));
    // Then
    await().until(() -> reports.availability(LAMP) == Availability.OFFLINE);
    // When
    lamp.state("{\"on\":true}");
    // Then
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
  }

  @Test
  void aPeerThatCannotBeObservedIsAskedAgain() {
    // Given
    lamp.kill();
    lamp.withoutObserve().start();
    link = link(List.of(lamp.uri()));
    await().until(() -> !reports.reports(LAMP).isEmpty());
    // When
    lamp.state("{\"on\":true}");
    // Then
    await().until(() -> reports.value(LAMP, "on").equals(java.util.Optional.of(Value.of(true))));
  }

  @Test
  void aPeerThatComesLaterIsFound() {
    // Given
    URI uri = lamp.uri();
    lamp.kill();
    link = link(List.of(uri));
    // When
    lamp.start();
    // Then
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> reports.availability(LAMP) == Availability.ONLINE);
  }

  @Test
  void aCommandIsPostedWithItsCorrelationAndAccepted() {
    // Given
    observed();
    // When
    var answer =
        link.send(
                new Command(LAMP, "setBrightness", Map.of("brightness", Value.of(40))),
                "c1",
                WITHIN)
            .join();
    // Then
    assertThat(answer).isEqualTo(new io.hearth.adapter.wire.Answer.Accepted());
    assertThat(lamp.commands())
        .containsExactly(
            "{\"action\":\"setBrightness\",\"arguments\":{\"brightness\":40},\"correlation\":\"c1\"}");
  }

  @Test
  void aRejectionCarriesTheDevicesReason() {
    // Given
    observed();
    lamp.answers(command ->
        new Answer(ResponseCode.CONFLICT, "{\"outcome\":\"rejected\",\"reason\":\"child lock\"}"));
    // When
    var answer = link.send(Command.of(LAMP, "turnOn"), "c1", WITHIN).join();
    // Then
    assertThat(answer).isEqualTo(new io.hearth.adapter.wire.Answer.Rejected("child lock"));
  }

  @Test
  void anErrorWithoutAReasonIsARejectionToo() {
    // Given
    observed();
    lamp.answers(command -> new Answer(ResponseCode.INTERNAL_SERVER_ERROR, "oops"));
    // When
    var answer = link.send(Command.of(LAMP, "turnOn"), "c1", WITHIN).join();
    // Then
    assertThat(answer).isEqualTo(new io.hearth.adapter.wire.Answer.Rejected("it answered 5.00"));
  }

  @Test
  void aDeviceThatVanishedDoesNotAnswerAndIsSoonKnownToBeGone() {
    // Given
    observed();
    lamp.kill();
    // When
    var answer = link.send(Command.of(LAMP, "turnOn"), "c1", WITHIN);
    // Then
    assertThatThrownBy(answer::join).hasCauseInstanceOf(TimeoutException.class);
    await()
        .atMost(Duration.ofSeconds(25))
        .until(() -> reports.availability(LAMP) == Availability.OFFLINE);
  }

  @Test
  void poisonIsCountedAndDroppedAndTheNextNotificationIsRead() {
    // Given
    lamp.describes("{\"name\":");
    link = link(List.of(lamp.uri()));
    await().until(() -> lamp.observers() == 1);
    // When
    lamp.state("[]");
    await().until(() -> metrics.counts().get("malformed") == 2);
    lamp.state("{\"on\":true}");
    // Then
    await().until(() -> reports.value(LAMP, "on").equals(java.util.Optional.of(Value.of(true))));
    assertThat(reports.availability(LAMP)).isEqualTo(Availability.ONLINE);
  }

  @Test
  void aPortInUseIsOneClearSentence() {
    // Given
    link = link(List.of());
    // When Then
    assertThatThrownBy(() -> start(CoapConfig.onLoopback(link.port())))
        .isInstanceOf(LinkUnavailableException.class)
        .hasMessageContaining("port " + link.port())
        .hasMessageContaining("HEARTH_COAP_PORT");
  }

  @Test
  void nothingIsWrittenToTheWorkingFolder() {
    // Given
    link = link(List.of(lamp.uri()));
    // When
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
    // Then
    assertThat(Files.exists(Path.of("Californium3.properties"))).isFalse();
  }

  private void observed() {
    link = link(List.of(lamp.uri()));
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
  }

  private CoapLink link(List<URI> peers) {
    return start(
        CoapConfig.onLoopback(0)
            .withPeers(peers)
            .withPatience(Duration.ofMillis(1400))
            .withSilence(Duration.ofSeconds(2))
            .withReregister(Duration.ofMillis(500), Duration.ofSeconds(1)));
  }

  private CoapLink start(CoapConfig config) {
    house = new CoapHouse(config, LampHome.facts());
    reports = house.reports;
    metrics = house.metrics;
    return house.link;
  }
}
