package io.hearth.adapter.zigbee2mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Lesson;
import io.hearth.model.state.Announcement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how many devices of a real {@code bridge/devices} are understood: {@code
 * -Dhearth.zigbee.corpus=FILE} names a JSON array as zigbee2mqtt publishes it; what is found goes
 * to {@code target/zigbee-corpus.txt}.
 */
@EnabledIfSystemProperty(named = "hearth.zigbee.corpus", matches = ".+")
class ExposesCorpusTest {

  @Test
  void understandsTheDevicesOfTheWorld() throws Exception {
    // Given
    String corpus = Files.readString(corpus());
    Convention convention = new Zigbee2MqttConvention(List.of("z"));
    Lesson lesson = new Lesson(convention);
    long start = System.nanoTime();
    // When
    lesson.hears("z/bridge/devices", corpus);
    // Then
    long millis = (System.nanoTime() - start) / 1_000_000;
    Map<String, Integer> types = new TreeMap<>();
    Map<String, List<String>> reasons = new TreeMap<>();
    int understood = 0;
    int all = 0;
    for (JsonNode entry : JsonMapper.shared().readTree(corpus)) {
      all++;
      Described described = Described.of(entry);
      List<DeviceBinding> devices = Describer.devices("z", described, true);
      boolean typed = devices.stream().anyMatch(ExposesCorpusTest::isTyped);
      understood += typed ? 1 : 0;
      devices.forEach(
          device -> types.merge(word(device.announcement().orElseThrow()), 1, Integer::sum));
      if (!typed) {
        reasons
            .computeIfAbsent(reason(described, devices), key -> new ArrayList<>())
            .add(entry.path("definition").path("model").asString());
      }
    }
    StringBuilder report = new StringBuilder();
    report.append("%d of %d understood, read in %d ms%n".formatted(understood, all, millis));
    types.forEach((type, count) -> report.append("%6d %s%n".formatted(count, type)));
    reasons.forEach((why, models) ->
        report.append("not understood, %s: %d %s%n".formatted(why, models.size(), models)));
    Files.writeString(Path.of("target", "zigbee-corpus.txt"), report);
    assertThat(understood).isGreaterThan(all * 98 / 100);
  }

  private static Path corpus() throws IOException {
    return Path.of(System.getProperty("hearth.zigbee.corpus", "")).toRealPath();
  }

  private static boolean isTyped(DeviceBinding device) {
    Announcement said = device.announcement().orElseThrow();
    return !said.capabilities().isEmpty() || said.kind().isPresent();
  }

  private static String word(Announcement said) {
    return said.type() + said.kind().map(kind -> "/" + kind).orElse("");
  }

  private static String reason(Described described, List<DeviceBinding> devices) {
    if (described.exposes().isEmpty()) {
      return "exposes nothing";
    }
    return devices.isEmpty() ? "only values without meaning" : "nothing typed";
  }
}
