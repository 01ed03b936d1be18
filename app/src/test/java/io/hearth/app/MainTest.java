package io.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails ends the process, whatever has been started by then. */
class MainTest {

  @TempDir private Path folder;

  private record Ended(int status, String complaint) {}

  @Test
  void aPortThatIsTakenEndsItWithOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // When
      Ended ended = start(classPath(), taken.getLocalPort());
      // Then
      assertThat(ended.complaint().lines())
          .as(ended.complaint())
          .singleElement()
          .asString()
          .startsWith("hearth: ")
          .contains(String.valueOf(taken.getLocalPort()));
      assertThat(ended.status()).as("bad input").isEqualTo(2);
    }
  }

  @Test
  void aLibraryThatIsMissingEndsItWithOneLine() throws Exception {
    // Given
    String without =
        Arrays.stream(classPath().split(File.pathSeparator))
            .filter(entry -> !entry.contains("californium-core"))
            .collect(Collectors.joining(File.pathSeparator));
    // When
    Ended ended = start(without, 0);
    // Then
    assertThat(ended.complaint().lines().filter(line -> line.startsWith("hearth: ")))
        .as(ended.complaint())
        .singleElement()
        .asString()
        .startsWith("hearth: java.lang.NoClassDefFoundError: org/eclipse/californium");
    assertThat(ended.status()).as("failed run").isEqualTo(1);
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private Ended start(String classPath, int mqttPort) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                Main.class.getName(),
                "run",
                "--no-simulators"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HEARTH_MQTT_PORT", String.valueOf(mqttPort));
    builder.environment().put("HEARTH_HTTP_PORT", "0");
    builder.environment().put("HEARTH_COAP_PORT", "0");
    Process process =
        builder
            .redirectOutput(folder.resolve("output").toFile())
            .redirectError(folder.resolve("complaint").toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String complaint = Files.readString(folder.resolve("complaint"), StandardCharsets.UTF_8);
    return new Ended(process.exitValue(), complaint.strip());
  }
}
