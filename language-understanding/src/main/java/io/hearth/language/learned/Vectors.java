package io.hearth.language.learned;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The vectors of sentences, each worked out once. */
final class Vectors {

  private final Encoder encoder;
  private final Map<List<String>, float[]> known = new HashMap<>();

  Vectors(Encoder encoder) {
    this.encoder = encoder;
  }

  float[] of(List<String> words) {
    return known.computeIfAbsent(words, encoder::encode);
  }
}
