package io.hearth.language.learned;

import io.hearth.language.words.DataFile;
import io.hearth.language.words.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Does to words what recognisers do: small words are lost, others are heard as what sounds alike,
 * words fall apart or run together, and people hesitate.
 */
final class Noise {

  private static final double SOUNDS_ALIKE = 0.3;
  private static final double LOST = 0.25;
  private static final double FILLER = 0.04;
  private static final double JOINED = 0.03;
  private static final double SPLIT = 0.03;
  private static final int LONG = 7;

  /** Only words without which the sense is still there may be lost. */
  private static final Set<String> LOSABLE =
      Set.of("the", "a", "my", "to", "in", "of", "is", "some");

  private final List<List<String>> fillers;
  private final Map<String, List<List<String>>> sounds = new HashMap<>();

  Noise(List<List<String>> fillers, JsonNode sounds, Normalizer normalizer) {
    this.fillers = fillers;
    DataFile.entries(sounds)
        .forEach((word, list) ->
            this.sounds.put(
                word,
                DataFile.texts(list).stream()
                    .map(normalizer::words)
                    .filter(words -> !words.isEmpty())
                    .toList()));
  }

  Phrasing over(Phrasing phrasing, Random random) {
    Phrasing noisy = new Phrasing();
    List<Phrasing.Word> said = phrasing.said();
    int at = 0;
    while (at < said.size()) {
      Phrasing.Word word = said.get(at++);
      if (random.nextDouble() < FILLER) {
        Corpus.any(fillers, random)
            .forEach(filler -> noisy.add(new Phrasing.Word(filler, word.label(), word.slot())));
      }
      List<List<String>> alike = sounds.getOrDefault(word.word(), List.of());
      boolean joins = at < said.size() && said.get(at).slot() == word.slot();
      if (LOSABLE.contains(word.word()) && said.size() > 2 && random.nextDouble() < LOST) {
        continue;
      }
      if (!alike.isEmpty() && random.nextDouble() < SOUNDS_ALIKE) {
        Corpus.any(alike, random)
            .forEach(heard -> noisy.add(new Phrasing.Word(heard, word.label(), word.slot())));
      } else if (joins && random.nextDouble() < JOINED) {
        Phrasing.Word next = said.get(at++);
        noisy.add(new Phrasing.Word(word.word() + next.word(), word.label(), word.slot()));
      } else if (word.word().length() >= LONG && random.nextDouble() < SPLIT) {
        int half = word.word().length() / 2;
        noisy.add(new Phrasing.Word(word.word().substring(0, half), word.label(), word.slot()));
        noisy.add(new Phrasing.Word(word.word().substring(half), word.label(), word.slot()));
      } else {
        noisy.add(word);
      }
    }
    return noisy.isEmpty() ? phrasing : noisy;
  }
}
