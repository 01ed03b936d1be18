package io.hearth.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.app.cli.HearthCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verbs that talk to a running Hearth. */
class LiveCommandsTest {

  private static LiveHome home;

  private final StringWriter out = new StringWriter();

  @BeforeAll
  static void start(@TempDir Path data) {
    home = LiveHome.start(data, Optional.empty());
  }

  @AfterAll
  static void stop() {
    home.close();
  }

  private int run(String... arguments) {
    CommandLine line = HearthCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--url";
    all[arguments.length + 1] = home.hearth().address().toString();
    return line.execute(all);
  }

  @Test
  void sayPrintsTheReplyWhatWasDoneAndWhyExplainsIt() {
    assertThat(run("say", "turn on the bathroom light", "--area", "bathroom")).isZero();
    assertThat(out.toString())
        .startsWith("The bathroom light is on.")
        .contains("did   light.bathroom turnOn: acknowledged");

    assertThat(run("why")).isZero();
    assertThat(out.toString()).contains("Competing:", "TurnOn light.bathroom", "Evidence:");
  }

  @Test
  void stateAndDevicesShowTheHome() {
    assertThat(run("state", "oven.kitchen")).isZero();
    assertThat(run("devices")).isZero();

    assertThat(out.toString())
        .contains("targetTemperature", "°C", "garage_door", "cover/garage_door");
  }

  @Test
  void watchPrintsWhatHappensAsItHappens() {
    // Given
    CompletableFuture<Integer> watching =
        CompletableFuture.supplyAsync(() -> run("watch", "--count", "3", "--json"));

    // When
    boolean on = false;
    while (!watching.isDone()) {
      on = !on;
      home.make("light.garage", "on", on);
    }

    // Then
    assertThat(watching.join()).isZero();
    assertThat(out.toString()).contains("\"type\"");
  }

  @Test
  void anUnknownAreaIsBadInput() {
    assertThat(run("say", "hello", "--area", "moon")).isEqualTo(2);
  }
}
