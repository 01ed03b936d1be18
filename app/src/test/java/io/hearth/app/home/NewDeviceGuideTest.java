package io.hearth.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.app.config.AppConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/new-device.md to the letter. */
class NewDeviceGuideTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)(?: (\\S+))?\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();

  /**
   * A fenced block of the document.
   *
   * @param kind sh, text or yaml
   * @param note what stands beside the kind
   */
  private record Block(String kind, String note, String text) {}

  @Test
  void leadsFromAnUnknownPayloadToASpokenCommand(@TempDir Path folder) throws Exception {
    // Given
    Assumptions.assumeTrue(isInstalled("mosquitto_pub"), "mosquitto-clients are not installed");
    List<Block> blocks = blocks(Files.readString(DOCS.resolve("new-device.md")));
    assertThat(blocks.getFirst().text()).isEqualTo("./hearth run --no-simulators\n");
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    try (Hearth hearth = Hearth.start(config(folder))) {
      prepare(folder, hearth);
      String output = "";

      // When
      for (Block block : blocks.subList(1, blocks.size())) {
        switch (block.kind()) {
          case "sh" -> output = run(block.text(), folder, hearth);
          case "yaml" -> Files.writeString(folder.resolve(block.note()), block.text());
          default -> {
            // Then
            for (String line : block.text().lines().toList()) {
              assertThat(output).as("after the commands before").contains(line.strip());
            }
          }
        }
      }
    } finally {
      ProcessHandle.current()
          .descendants()
          .filter(process -> !before.contains(process))
          .forEach(ProcessHandle::destroy);
    }
  }

  @Test
  void showsTheExampleFile() throws IOException {
    String document = Files.readString(DOCS.resolve("new-device.md"));

    assertThat(blocks(document).stream().filter(block -> block.kind().equals("yaml")))
        .singleElement()
        .extracting(Block::text)
        .isEqualTo(Files.readString(DOCS.resolve("examples/device-types/coop_door.yaml")));
  }

  private static AppConfig config(Path folder) {
    return LiveHome.config(
        folder.resolve("data"), Map.of("simulators", "false", "broker.anonymous", "true"));
  }

  /** The commands of the guide, as they are, but for this Hearth and its broker. */
  private static void prepare(Path folder, Hearth hearth) throws IOException {
    Path commands = Files.createDirectory(folder.resolve("commands"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    script(
        folder.resolve("hearth"),
        "exec '"
            + java
            + "' -XX:TieredStopAtLevel=1 -cp '"
            + System.getProperty("java.class.path")
            + "' io.hearth.app.Main \"$@\"");
    int port = hearth.brokerAddress().getPort();
    for (String client : List.of("mosquitto_pub", "mosquitto_sub")) {
      script(commands.resolve(client), "exec /usr/bin/" + client + " -p " + port + " \"$@\"");
    }
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/usr/bin/env bash\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static String run(String commands, Path folder, Hearth hearth) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-eu", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PATH", folder.resolve("commands") + ":" + System.getenv("PATH"));
    builder.environment().put("HEARTH_HTTP_PORT", String.valueOf(hearth.address().getPort()));
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(commands).isTrue();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(commands + said).isZero();
    return said;
  }

  private static List<Block> blocks(String document) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(document);
    while (matcher.find()) {
      String note = matcher.group(2);
      blocks.add(new Block(matcher.group(1), note == null ? "" : note, matcher.group(3)));
    }
    return blocks;
  }

  private static boolean isInstalled(String program) {
    return Files.isExecutable(Path.of("/usr/bin", program));
  }
}
