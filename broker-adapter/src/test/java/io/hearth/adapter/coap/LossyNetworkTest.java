package io.hearth.adapter.coap;

import static io.hearth.adapter.LampHome.LAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.wire.Answer;
import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A network that loses every fifth datagram and brings the others out of order. */
@Execution(ExecutionMode.CONCURRENT)
class LossyNetworkTest {

  private static final int TRIES = 8;

  private final ScriptedCoapPeer lamp = new ScriptedCoapPeer(LAMP, 1);
  private ForwardingProxy network;
  private CoapHouse house;

  @BeforeEach
  void start() throws IOException {
    lamp.start();
    network = new ForwardingProxy(lamp.uri().getPort());
    house =
        new CoapHouse(
            CoapConfig.onLoopback(0)
                .withPeers(List.of(URI.create("coap://127.0.0.1:" + network.port())))
                .withPatience(Duration.ofMillis(700))
                .withSilence(Duration.ofSeconds(1))
                .withReregister(Duration.ofMillis(100), Duration.ofMillis(300)));
    await().until(() -> lamp.observers() == 1);
    await().until(() -> house.says(LAMP, "on", false));
  }

  @AfterEach
  void close() {
    house.close();
    network.close();
    lamp.close();
  }

  @Test
  void whatIsTrueLastIsKnownInTheEndAndNothingGoesBack() {
    // Given
    network.disturbs(0.2, 60);
    // When
    for (int level = 1; level <= 60; level++) {
      lamp.state("{\"brightness\":" + level + "}");
    }
    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> house.says(LAMP, "brightness", 60));
    assertThat(
            house.reports.reports(LAMP).stream()
                .flatMap(report ->
                    java.util.Optional.ofNullable(report.properties().get("brightness")).stream())
                .map(value -> Integer.valueOf(value.raw().toString()))
                .toList())
        .isSorted();
  }

  @Test
  void commandsArriveAndNoneIsDoneTwice() {
    // Given
    network.disturbs(0.2, 60);
    int sent = 0;
    for (int level = 1; level <= 8; level++) {
      // When: tried again, as the house does when it may
      Answer answer = null;
      for (int tries = 0; tries < TRIES && answer == null; tries++) {
        answer = answer(++sent);
      }
      // Then
      assertThat(answer).isEqualTo(new Answer.Accepted());
    }
    assertThat(lamp.commands()).doesNotHaveDuplicates().hasSizeBetween(8, sent);
  }

  private @org.jspecify.annotations.Nullable Answer answer(int number) {
    Command command = new Command(LAMP, "setBrightness", Map.of("brightness", Value.of(number)));
    try {
      return house.link.send(command, "c" + number, Duration.ofSeconds(1)).join();
    } catch (CompletionException silent) {
      return null;
    }
  }
}
