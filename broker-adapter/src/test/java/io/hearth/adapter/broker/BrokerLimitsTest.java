package io.hearth.adapter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BrokerLimitsTest {

  private static final BrokerLimits TIGHT =
      new BrokerLimits(320 * 1024, 1024, 32, 2, Duration.ofSeconds(1));

  @TempDir private Path folder;

  private final List<BrokerProblem> problems = new CopyOnWriteArrayList<>();
  private final List<Process> clients = new ArrayList<>();
  private EmbeddedBroker broker;

  @BeforeAll
  static void clientsAreInstalled() {
    Mosquitto.assumeInstalled();
  }

  @BeforeEach
  void start() {
    broker = start(TIGHT);
  }

  @AfterEach
  void stop() {
    clients.forEach(Process::destroyForcibly);
    broker.close();
  }

  @Test
  void noMoreClientsThanAllowedAreLetInUntilOneLeaves() throws Exception {
    // Given
    subscribe("first");
    Process second = subscribe("second");
    // When Then
    assertThat(Mosquitto.publish(broker.port(), "a", "{}").worked()).isFalse();
    // When
    second.destroyForcibly().waitFor();
    // Then
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Mosquitto.publish(broker.port(), "a", "{}").worked());
  }

  @Test
  void aLastWillWaitsNoLongerThanAllowed() throws Exception {
    // Given
    Process doomed =
        subscribe(
            "doomed",
            "-x",
            "7200",
            "--will-topic",
            "gone",
            "--will-payload",
            "{}",
            "--will-retain",
            "-D",
            "will",
            "will-delay-interval",
            "3600");
    // When
    doomed.destroyForcibly().waitFor();
    // Then
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> Mosquitto.read(broker.port(), "gone", "-W", "1").worked());
  }

  @Test
  void whatIsDroppedForAClientThatIsAwayIsAProblem() throws Exception {
    // Given: a session that outlasts the flood
    broker.close();
    broker = start(BrokerLimits.STANDARD);
    Mosquitto.leaveSession(broker.port(), "flood/#");
    Path large = Files.write(folder.resolve("large"), new byte[300 * 1024]);
    // When
    for (int i = 0; i < 6; i++) {
      run("mosquitto_pub", "-q", "1", "-t", "flood/" + i, "-f", large.toString(), "--repeat", "25");
    }
    // Then
    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.kind()).isEqualTo(BrokerProblem.Kind.FULL);
          assertThat(problem.place()).startsWith("flood/");
          assertThat(problem.reason()).contains("flood/#", "MB wait");
        });
  }

  private EmbeddedBroker start(BrokerLimits limits) {
    EmbeddedBroker started =
        EmbeddedBroker.start(
            EmbeddedBrokerConfig.inMemory(0).withLimits(limits),
            new SimpleMeterRegistry(),
            problems::add);
    started.ready().toCompletableFuture().join();
    return started;
  }

  private Process subscribe(String name, String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of("stdbuf", "-oL", "mosquitto_sub", "-d"));
    command.addAll(List.of("-i", name, "-t", "a/" + name, "-V", "5", "-h", "127.0.0.1"));
    command.addAll(List.of("-p", String.valueOf(broker.port())));
    command.addAll(List.of(more));
    Process client = new ProcessBuilder(command).redirectErrorStream(true).start();
    clients.add(client);
    assertThat(client.inputReader().lines().anyMatch(line -> line.contains("SUBACK"))).isTrue();
    return client;
  }

  private void run(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program, "-h", "127.0.0.1"));
    command.addAll(List.of("-p", String.valueOf(broker.port())));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.inputReader().lines().forEach(line -> {});
    assertThat(process.waitFor()).isZero();
  }
}
