package io.hearth.app.bench.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * assist-mini: small homes with requests, the state before and the changes expected; a request is
 * right when the whole home is as it should be afterwards, a yes given where one was asked for.
 */
final class AssistMini {

  static final String FOLDER = "assist_mini";

  private static final YAMLMapper YAML = new YAMLMapper();

  private final Tally tally;

  private AssistMini(Tally tally) {
    this.tally = tally;
  }

  static Row measure(Row.Aim aim, Path data, Failures failures, double reach) {
    if (!Files.isDirectory(data.resolve(FOLDER))) {
      return aim.notPresent(FOLDER);
    }
    Tally tally = new Tally(aim.name(), failures);
    AssistMini sets = new AssistMini(tally);
    paths(data.resolve(FOLDER)).stream().filter(Files::isDirectory).forEach(sets::home);
    return aim.with(tally.text(), tally.share() >= reach, tally.confusions());
  }

  private void home(Path folder) {
    HaHome home = new HaHome();
    home.add(YAML.readTree(folder.resolve("_fixtures.yaml").toFile()));
    String name = folder.getFileName().toString();
    Listener listener = new Listener(home.build(name), "");
    for (Path file : paths(folder)) {
      if (!file.getFileName().toString().startsWith("_")) {
        for (JsonNode test : YAML.readTree(file.toFile()).path("tests")) {
          test(name, listener, test);
        }
      }
    }
  }

  private void test(String home, Listener listener, JsonNode test) {
    Map<String, Map<String, Object>> before = AssistState.of(test.path("setup"));
    for (JsonNode sentence : test.path("sentences")) {
      Understood understood = listener.hear(sentence.asString(), before);
      boolean right = new AssistState(before).after(understood).isAs(test);
      Asked asked =
          new Asked(
              "assist-mini",
              home,
              sentence.asString(),
              home,
              Map.of("expected", List.of(test.path("expect_changes").toString())));
      tally.add(asked, understood, right);
    }
  }

  private static List<Path> paths(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }
}
