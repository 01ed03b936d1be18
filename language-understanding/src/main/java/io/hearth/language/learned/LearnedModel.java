package io.hearth.language.learned;

import ai.onnxruntime.OrtException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The trained way to understand: a classifier of senses over the sentence's vector, words and
 * letters, and a conditional random field that marks slots. Thread-safe.
 */
public final class LearnedModel implements AutoCloseable {

  static final String INTENTS = "intents.model";
  static final String SLOTS = "slots.model";
  static final String ABOUT = "about.properties";
  static final String TEMPERATURE = "temperature";
  static final String CORPUS = "corpus";

  /** The class of everything not meant for the home; sorts of it are its parts, after a dot. */
  static final String TALK = "OutOfDomain";

  private final Encoder encoder;
  private final Classifier senses;
  private final Labeller slots;
  private final double temperature;
  private final String version;

  LearnedModel(
      Encoder encoder, Classifier senses, Labeller slots, double temperature, String version) {
    this.encoder = encoder;
    this.senses = senses;
    this.slots = slots;
    this.temperature = temperature;
    this.version = version;
  }

  /**
   * Loads what was trained for a language; takes about a second.
   *
   * @throws ModelUnavailableException when it is not there or cannot run on this machine
   */
  public static LearnedModel of(String language) {
    String folder = "/io/hearth/language/" + language + "/learned/";
    try {
      Properties about = new Properties();
      try (InputStream in = open(folder + ABOUT)) {
        about.load(in);
      }
      return new LearnedModel(
          new Encoder(),
          senses(folder),
          slots(folder),
          Double.parseDouble(about.getProperty(TEMPERATURE)),
          about.getProperty(CORPUS));
    } catch (IOException | OrtException | RuntimeException | LinkageError e) {
      throw new ModelUnavailableException(
          "the statistical understanding of '" + language + "' cannot be loaded: " + e, e);
    }
  }

  private static Classifier senses(String folder) throws IOException {
    try (DataInputStream in = open(folder + INTENTS)) {
      return new Classifier(Weights.read(in));
    }
  }

  private static Labeller slots(String folder) throws IOException {
    try (DataInputStream in = open(folder + SLOTS)) {
      return Labeller.read(in);
    }
  }

  private static DataInputStream open(String name) throws IOException {
    InputStream in = LearnedModel.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("resource " + name + " is missing");
    }
    return new DataInputStream(new BufferedInputStream(in, 1 << 16));
  }

  /** Which corpus it was trained on: the start of its hash. */
  public String version() {
    return version;
  }

  /**
   * What words most likely mean.
   *
   * @param words normal words, at least one
   */
  public Guess read(List<String> words) {
    Map<String, Double> said =
        Calibration.at(temperature, senses.likelihoods(words, encoder.encode(words)));
    Map<String, Double> likelihoods = new HashMap<>();
    double talk = 0;
    for (Map.Entry<String, Double> entry : said.entrySet()) {
      if (entry.getKey().startsWith(TALK)) {
        talk += entry.getValue();
      } else {
        likelihoods.put(entry.getKey(), entry.getValue());
      }
    }
    Map<String, Double> sorted = new LinkedHashMap<>();
    likelihoods.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return new Guess(sorted, talk, Labels.marks(slots.labels(words)));
  }

  @Override
  public void close() {
    try {
      encoder.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence encoder cannot be closed", e);
    }
  }
}
