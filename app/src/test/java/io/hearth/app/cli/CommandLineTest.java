package io.hearth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hearth.adapter.wot.ThingSchema;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = HearthCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private String complaint() {
    return err.toString().strip();
  }

  @Test
  void helpListsTheVerbs() {
    assertThat(run("help")).isZero();
    assertThat(out.toString())
        .contains("run", "say", "state", "devices", "watch", "why", "interpret", "config", "bench");
  }

  @Test
  void anUnknownVerbIsBadUsageInOneLine() {
    assertThat(run("dance")).isEqualTo(2);
    assertThat(complaint()).isEqualTo("hearth: unknown verb 'dance'; ./hearth help lists them");
  }

  @Test
  void sayingNothingIsBadInput() {
    assertThat(run("say", " ")).isEqualTo(2);
    assertThat(complaint()).isEqualTo("hearth: TEXT must not be blank");
  }

  @Test
  void aHearthThatDoesNotRunIsToldWithWhatToDo() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    assertThat(run("say", "hello", "--url", "http://127.0.0.1:" + free)).isEqualTo(1);
    assertThat(complaint())
        .isEqualTo(
            "hearth: Hearth is not running at http://127.0.0.1:"
                + free
                + "/; start it with ./hearth run");
  }

  @Test
  void aHomeFileWithAMistakeIsToldWithKeyAndLine() throws Exception {
    Path home =
        Files.writeString(
            folder.resolve("home.yaml"),
            """
            home: {id: h, name: H}
            areas: [{id: hall, name: Hall}]
            devices:
              - {id: lamp, name: Lamp, area: attic, type: light}
            """);

    assertThat(run("interpret", "--home", home.toString())).isEqualTo(2);
    assertThat(complaint()).contains("home.yaml:4:").contains("devices[0].area").hasLineCount(1);
  }

  @Test
  void aDataFolderThatIsAFileIsToldWithWhatToDo() throws Exception {
    Path file = Files.writeString(folder.resolve("data"), "x");
    Path config = Files.writeString(folder.resolve("hearth.yaml"), "data: " + file + "\n");

    assertThat(run("run", "--config", config.toString())).isEqualTo(2);
    assertThat(complaint()).contains("is a file; choose another with HEARTH_DATA").hasLineCount(1);
  }

  @Test
  void aPortInUseIsToldWithWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Path config =
          Files.writeString(
              folder.resolve("hearth.yaml"),
              "data: %s%nmqtt: {port: %d}%nhttp: {port: 0}%ncoap: {port: 0}%n"
                  .formatted(folder.resolve("d"), taken.getLocalPort()));

      assertThat(run("run", "--config", config.toString())).isEqualTo(2);
      assertThat(complaint()).contains("HEARTH_MQTT_PORT").hasLineCount(1);
    }
  }

  @Test
  void aDataFolderInUseIsToldWithWhatToDo() throws Exception {
    Path config = Files.writeString(folder.resolve("hearth.yaml"), "data: " + folder + "\n");
    try (FileChannel other =
        FileChannel.open(
            folder.resolve("hearth.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();

      assertThat(run("run", "--config", config.toString())).isEqualTo(2);
      assertThat(complaint()).contains("another Hearth uses the data folder").hasLineCount(1);
    }
  }

  @Test
  void theEffectiveConfigurationIsShownWithItsOrigins() throws Exception {
    Path config = Files.writeString(folder.resolve("hearth.yaml"), "http: {port: 8099}\n");

    assertThat(run("config", "--json", "--config", config.toString())).isZero();
    assertThat(out.toString()).contains("\"value\":8099", "hearth.yaml", "HEARTH_HTTP_PORT");
  }

  @Test
  void aNewDeviceTypeFilePassesItsOwnCheckAndIsNotOverwritten() {
    // Given
    String file = folder.resolve("hen_house.yaml").toString();

    // When
    assertThat(run("device-type", "new", "hen_house", "--out", file)).isZero();

    // Then
    assertThat(run("device-type", "check", file)).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains("ok      sample hen_house/7/state", "ok      sentence \"turn on the hen house\"");
    assertThat(run("device-type", "new", "hen_house", "--out", file)).isEqualTo(2);
    assertThat(complaint()).endsWith("is there already");
  }

  @Test
  void theThingModelOfADeviceTypeIsValid() {
    // When
    String file = "../docs/examples/device-types/coop_door.yaml";
    assertThat(run("device-type", "check", "--thing-model", file)).isZero();

    // Then
    JsonNode model = JsonMapper.shared().readTree(out.toString());
    assertThatCode(() -> ThingSchema.checkModel(model)).doesNotThrowAnyException();
    assertThat(model.at("/actions/setProgram/input/properties/program/enum").values())
        .extracting(JsonNode::stringValue)
        .containsExactly("dawn", "manual");
  }
}
