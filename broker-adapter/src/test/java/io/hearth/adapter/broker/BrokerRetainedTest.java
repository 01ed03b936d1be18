package io.hearth.adapter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BrokerRetainedTest {

  @TempDir private Path folder;
  private EmbeddedBroker broker;

  @BeforeAll
  static void clientsAreInstalled() {
    Mosquitto.assumeInstalled();
  }

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(EmbeddedBrokerConfig.journaled(0, folder.resolve("broker")));
    broker.ready().toCompletableFuture().join();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "+/online",
        "+/+",
        "plug-1/#",
        "plug-1/online/#",
        "plug-1/+",
        "plug-1/online"
      })
  void everyFilterThatMatchesIsGivenWhatIsRetained(String filter) {
    // Given
    Mosquitto.publish(broker.port(), "plug-1/online", "{}", "-r");
    // When Then
    assertThat(Mosquitto.read(broker.port(), filter).text()).contains("plug-1/online {}");
    assertThat(Mosquitto.read(broker.port(), filter, "-V", "311").text())
        .contains("plug-1/online {}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "plug/#", "plug-1", "+/online/+", "plug-1/+/#/", "plug-1/onlin"})
  void aFilterThatDoesNotMatchIsGivenNothing(String filter) {
    // Given
    Mosquitto.publish(broker.port(), "plug-1/online", "{}", "-r");
    // When Then
    assertThat(Mosquitto.read(broker.port(), filter, "-W", "1").worked()).isFalse();
  }

  @Test
  void anEmptyMessageRemovesWhatIsRetainedForGood() {
    // Given
    Mosquitto.publish(broker.port(), "plug-1/online", "{}", "-r");
    Mosquitto.publish(broker.port(), "plug-2/online", "{}", "-r");
    // When
    Mosquitto.publish(broker.port(), "plug-1/online", "", "-r");
    restart();
    // Then
    assertThat(Mosquitto.read(broker.port(), "plug-1/online", "-W", "1").worked()).isFalse();
    assertThat(Mosquitto.read(broker.port(), "plug-2/online").worked()).isTrue();
  }

  @Test
  void theNewestMessageIsRetainedWithItsPropertiesOverARestart() {
    // Given
    String[] properties = {
      "-r",
      "-q",
      "0",
      "-D",
      "publish",
      "user-property",
      "colour",
      "green",
      "-D",
      "publish",
      "content-type",
      "application/json",
      "-D",
      "publish",
      "response-topic",
      "answers/here"
    };
    Mosquitto.publish(broker.port(), "plug-1/state", "old", "-r");
    Mosquitto.publish(broker.port(), "plug-1/state", "new", properties);
    await().until(() -> Mosquitto.read(broker.port(), "plug-1/state").text().contains("new"));
    // When
    if (ArtemisSettings.canKeep()) {
      restart();
    }
    // Then
    assertThat(Mosquitto.read(broker.port(), "#", "-F", "%p %P %C %R %r").text())
        .contains("new colour:green application/json answers/here 1");
  }

  @Test
  void aMessageOfMoreThanOneMegabyteIsRetainedWhereItIsAllowed() {
    // Given
    broker.close();
    BrokerLimits large = new BrokerLimits(4 * 1024 * 1024, 1024, 32, 100, Duration.ofDays(1));
    EmbeddedBrokerConfig config =
        EmbeddedBrokerConfig.journaled(0, folder.resolve("large")).withLimits(large);
    broker = EmbeddedBroker.start(config);
    broker.ready().toCompletableFuture().join();
    String payload = "0123456789".repeat(10_000);
    // When
    Mosquitto.publish(broker.port(), "camera/picture", payload, "-r");
    // Then
    assertThat(Mosquitto.read(broker.port(), "+/picture", "-F", "%l").text()).contains("100000");
  }

  @Test
  void aLastWillIsRetainedAndReadByAnyFilter() throws Exception {
    // Given
    Process client =
        new ProcessBuilder(
                "stdbuf",
                "-oL",
                "mosquitto_sub",
                "-p",
                String.valueOf(broker.port()),
                "-h",
                "127.0.0.1",
                "-t",
                "a",
                "-i",
                "doomed",
                "--will-topic",
                "plug-1/online",
                "--will-payload",
                "{}",
                "--will-retain",
                "--will-qos",
                "1",
                "-d")
            .redirectErrorStream(true)
            .start();
    client.inputReader().lines().takeWhile(line -> !line.contains("SUBACK")).forEach(line -> {});
    // When
    client.destroyForcibly().waitFor();
    // Then
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Mosquitto.read(broker.port(), "+/online", "-W", "1").worked());
  }

  private void restart() {
    broker.close();
    broker = EmbeddedBroker.start(EmbeddedBrokerConfig.journaled(0, folder.resolve("broker")));
    broker.ready().toCompletableFuture().join();
  }
}
