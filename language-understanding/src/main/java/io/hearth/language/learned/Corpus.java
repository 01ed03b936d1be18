package io.hearth.language.learned;

import io.hearth.language.grammar.Part;
import io.hearth.language.grammar.TemplateParser;
import io.hearth.language.words.DataFile;
import io.hearth.language.words.Normalizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The sentences written for training: files of templates by sense, and lists that fill them. The
 * same files always give the same samples.
 */
final class Corpus {

  private static final int TRIES = 14;
  private static final int FOR_EACH = 7;
  private static final double POLITE = 0.18;
  private static final double NOISY = 0.3;
  private static final long SEED = 20260101;

  private final Normalizer normalizer;
  private final Expansion expansion;
  private final List<List<String>> openings;
  private final List<List<String>> closings;
  private final Noise noise;
  private final Map<String, List<String>> templates = new LinkedHashMap<>();

  /**
   * Reads a language's folder.
   *
   * @throws IOException when a file cannot be read
   * @throws IllegalStateException when a template is malformed or names a list that is not there
   */
  Corpus(Path folder, Normalizer normalizer) throws IOException {
    this.normalizer = normalizer;
    JsonNode lists = read(folder.resolve("lists.yaml"));
    this.expansion = new Expansion(lists.get("lists"), normalizer);
    this.openings = phrases(lists.get("openings"));
    this.closings = phrases(lists.get("closings"));
    this.noise = new Noise(phrases(lists.get("fillers")), lists.get("sounds"), normalizer);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith("lists.yaml")) {
          DataFile.entries(read(file))
              .forEach((sense, forms) ->
                  templates
                      .computeIfAbsent(sense, s -> new ArrayList<>())
                      .addAll(DataFile.texts(forms)));
        }
      }
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return new YAMLMapper().readTree(Files.readString(file));
  }

  private List<List<String>> phrases(JsonNode list) {
    return DataFile.texts(list).stream().map(normalizer::words).toList();
  }

  /** Every sample, sense by sense. */
  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    Random random = new Random(SEED);
    int number = 0;
    for (Map.Entry<String, List<String>> entry : templates.entrySet()) {
      for (String template : entry.getValue()) {
        Part part = new TemplateParser(template, Map.of(), normalizer::words).parse();
        add(samples, entry.getKey(), number++, part, random);
      }
    }
    return samples;
  }

  private void add(List<Sample> samples, String sense, int template, Part part, Random random) {
    Set<List<String>> known = new LinkedHashSet<>();
    for (int i = 0; i < TRIES && known.size() < FOR_EACH; i++) {
      Phrasing phrasing = new Phrasing();
      expansion.say(part, phrasing, random);
      if (!phrasing.isEmpty() && known.add(phrasing.words())) {
        samples.add(polite(phrasing, random).sample(sense, template));
        if (random.nextDouble() < NOISY) {
          samples.add(noise.over(polite(phrasing, random), random).sample(sense, template));
        }
      }
    }
  }

  private Phrasing polite(Phrasing phrasing, Random random) {
    Phrasing whole = new Phrasing();
    if (random.nextDouble() < POLITE) {
      whole.add(any(openings, random));
    }
    whole.add(phrasing);
    if (random.nextDouble() < POLITE / 2) {
      whole.add(any(closings, random));
    }
    return whole;
  }

  static List<String> any(List<List<String>> phrases, Random random) {
    return phrases.get(random.nextInt(phrases.size()));
  }
}
