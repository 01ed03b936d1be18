package io.hearth.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.HearthJson;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The payloads that docs/wire.md shows are the ones that are read and written. */
class WireExamplesTest {

  private static final Path HANDBOOK = Path.of("..", "docs", "wire.md");

  @Test
  void theDescriptionIsRead() throws Exception {
    assertThat(HearthJson.announcement(new DeviceId("cover.garage"), example("description")))
        .isEqualTo(
            new Announcement(
                new DeviceId("cover.garage"),
                "Garage door",
                List.of("garage"),
                Optional.of("garage"),
                "cover",
                Optional.of("garage_door"),
                List.of(),
                List.of("setPosition"),
                List.of("security"),
                Map.of(
                    "position",
                    new Value.Fields(Map.of("min", Value.of(0), "max", Value.of(100))))));
  }

  @Test
  void theStateIsRead() throws Exception {
    assertThat(HearthJson.state(example("state")))
        .isEqualTo(
            new SaidState(
                Map.of("position", Value.of(100), "moving", Value.of("stopped")),
                Optional.of(Instant.parse("2026-01-02T02:04:05Z"))));
  }

  @Test
  void theCommandsAreWritten() throws Exception {
    Command dim =
        new Command(
            new DeviceId("light.hall"), "setBrightness", Map.of("brightness", Value.of(40)));
    Command heat =
        new Command(
            new DeviceId("oven.kitchen"),
            "setTemperature",
            Map.of("targetTemperature", Value.of(180)));
    assertThat(HearthJson.command(dim)).isEqualTo(example("command"));
    assertThat(HearthJson.command(heat, "7f0c")).isEqualTo(example("coap-command"));
  }

  @Test
  void theRepliesAreRead() throws Exception {
    List<byte[]> replies = examples("reply");
    assertThat(HearthJson.reply(replies.get(0))).isEqualTo(new Answer.Accepted());
    assertThat(HearthJson.reply(replies.get(1))).isEqualTo(new Answer.Rejected("obstructed"));
  }

  private static byte[] example(String name) throws IOException {
    return examples(name).getFirst();
  }

  private static List<byte[]> examples(String name) throws IOException {
    return Pattern.compile("```json " + name + "\n(.*?)\n```", Pattern.DOTALL)
        .matcher(Files.readString(HANDBOOK))
        .results()
        .map(found -> found.group(1).getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
