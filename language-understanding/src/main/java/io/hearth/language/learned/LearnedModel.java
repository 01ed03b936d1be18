package io.hearth.language.learned;

import ai.onnxruntime.OrtException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.SequenceModelProto;
import org.tribuo.sequence.SequenceExample;
import org.tribuo.sequence.SequenceModel;

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

  private static final Label UNKNOWN = LabelFactory.UNKNOWN_LABEL;

  private final Encoder encoder;
  private final Model<Label> senses;
  private final SequenceModel<Label> slots;
  private final double temperature;
  private final String version;

  LearnedModel(
      Encoder encoder,
      Model<Label> senses,
      SequenceModel<Label> slots,
      double temperature,
      String version) {
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

  private static Model<Label> senses(String folder) throws IOException {
    try (InputStream in = open(folder + INTENTS)) {
      return Model.deserialize(ModelProto.parseFrom(in)).castModel(Label.class);
    }
  }

  private static SequenceModel<Label> slots(String folder) throws IOException {
    try (InputStream in = open(folder + SLOTS)) {
      return SequenceModel.deserialize(SequenceModelProto.parseFrom(in)).castModel(Label.class);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = LearnedModel.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("resource " + name + " is missing");
    }
    return new BufferedInputStream(in);
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
    Prediction<Label> prediction =
        senses.predict(
            new ArrayExample<>(UNKNOWN, Features.ofSentence(words, encoder.encode(words))));
    Map<String, Double> likelihoods = new HashMap<>();
    double talk = 0;
    for (Map.Entry<String, Double> entry :
        Calibration.at(temperature, prediction.getOutputScores()).entrySet()) {
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
    return new Guess(sorted, talk, marks(words));
  }

  /** None where a word and all around it was never seen, which the labeller cannot take. */
  private List<Guess.Mark> marks(List<String> words) {
    SequenceExample<Label> sequence = new SequenceExample<>();
    for (int at = 0; at < words.size(); at++) {
      List<Feature> features = Features.ofWord(words, at);
      if (features.stream().noneMatch(f -> slots.getFeatureIDMap().get(f.getName()) != null)) {
        return List.of();
      }
      sequence.addExample(new ArrayExample<>(UNKNOWN, features));
    }
    List<String> labels = new ArrayList<>();
    slots.predict(sequence).forEach(label -> labels.add(label.getOutput().getLabel()));
    return Labels.marks(labels);
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
