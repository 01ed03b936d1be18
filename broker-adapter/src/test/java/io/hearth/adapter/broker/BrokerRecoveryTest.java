package io.hearth.adapter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BrokerRecoveryTest {

  @TempDir private Path folder;

  @BeforeAll
  static void clientsAreInstalled() {
    Mosquitto.assumeInstalled();
    assumeTrue(
        ArtemisSettings.canKeep(),
        "this JVM lets no journal be kept; add -Dio.netty.noUnsafe=false to run this");
  }

  @Test
  void retainedAndQueuedMessagesSurviveKillMinusNine() throws Exception {
    // Given
    Process process = startProcess();
    try (BufferedReader lines = process.inputReader()) {
      int port = Integer.parseInt(lines.readLine());
      assertThat(Mosquitto.publish(port, "a/kept", "{}", "-r")).matches(Mosquitto.Said::worked);
      Mosquitto.leaveSession(port, "a/queued");
      assertThat(Mosquitto.publish(port, "a/queued", "{}")).matches(Mosquitto.Said::worked);
      // When
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    // Then
    try (EmbeddedBroker again = start()) {
      assertThat(Mosquitto.read(again.port(), "a/kept")).matches(Mosquitto.Said::worked);
      assertThat(Mosquitto.read(again.port(), "a/queued", Mosquitto.SESSION))
          .matches(Mosquitto.Said::worked);
    }
  }

  @Test
  void aJournalCutShortCostsNoMoreThanItsEnd() throws Exception {
    // Given
    keepSomething();
    for (Path file : files("journal")) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2 + 7);
      }
    }
    // When Then
    assertItWorks();
  }

  @Test
  void aJournalOfNonsenseIsMovedAsideAndTheBrokerStartsAfresh() throws Exception {
    // Given
    keepSomething();
    for (String part : List.of("journal", "bindings")) {
      for (Path file : files(part)) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          ByteBuffer nonsense = ByteBuffer.allocate((int) channel.size());
          while (nonsense.hasRemaining()) {
            nonsense.put((byte) (nonsense.position() * 31 + 7));
          }
          channel.write(nonsense.flip(), 0);
        }
      }
    }
    // When Then
    assertItWorks();
    assertThat(folder.resolve("broker.broken-1")).isDirectory();
  }

  private void keepSomething() {
    try (EmbeddedBroker broker = start()) {
      for (int i = 0; i < 20; i++) {
        assertThat(Mosquitto.publish(broker.port(), "a/" + i, "{}", "-r"))
            .matches(Mosquitto.Said::worked);
      }
    }
  }

  private void assertItWorks() {
    try (EmbeddedBroker broker = start()) {
      assertThat(Mosquitto.publish(broker.port(), "a/new", "{}", "-r"))
          .matches(Mosquitto.Said::worked);
      assertThat(Mosquitto.read(broker.port(), "a/new")).matches(Mosquitto.Said::worked);
    }
  }

  private EmbeddedBroker start() {
    EmbeddedBroker broker =
        EmbeddedBroker.start(EmbeddedBrokerConfig.journaled(0, folder.resolve("broker")));
    broker.ready().toCompletableFuture().join();
    return broker;
  }

  private Process startProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dio.netty.noUnsafe=false",
            "-cp",
            System.getProperty("java.class.path"),
            BrokerProcess.class.getName(),
            folder.resolve("broker").toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private List<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("broker").resolve(part))) {
      return files.filter(file -> file.getFileName().toString().contains("activemq-")).toList();
    }
  }
}
