package io.hearth.language.learned;

import ai.onnxruntime.OrtException;
import io.hearth.language.words.Lexicon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/**
 * Trains the statistical understanding of every language that has a corpus, when the module is
 * built. What was trained from the same corpus by the same classes is kept.
 */
public final class Trainer {

  private static final Logger LOGGER = LoggerFactory.getLogger(Trainer.class);
  private static final java.util.logging.Logger TRIBUO =
      java.util.logging.Logger.getLogger("org.tribuo");
  private static final int FOLDS = 5;
  private static final int MISTAKES = 25;

  private final Path corpora;
  private final Path kept;
  private final Path classes;

  private Trainer(Path corpora, Path kept, Path classes) {
    this.corpora = corpora;
    this.kept = kept;
    this.classes = classes;
  }

  /**
   * Trains what is not trained yet.
   *
   * @param args the folder of the corpora, the folder where trained files are kept, the folder of
   *     classes that they go to
   */
  public static void main(String[] args) throws IOException, OrtException {
    if (args.length != 3) {
      throw new IllegalArgumentException("three folders are needed: corpora, kept, classes");
    }
    TRIBUO.setLevel(java.util.logging.Level.WARNING);
    Trainer trainer = new Trainer(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    try (Stream<Path> languages = Files.list(trainer.corpora)) {
      for (Path language : languages.filter(Files::isDirectory).sorted().toList()) {
        trainer.train(language);
      }
    }
  }

  private void train(Path folder) throws IOException, OrtException {
    String language = folder.getFileName().toString();
    List<Sample> samples = new Corpus(folder, Lexicon.of(language).normalizer()).samples();
    String version = Fingerprint.of(samples, classes.resolve("io/hearth/language/learned"));
    Path trained = kept.resolve(language + "-" + version);
    if (!Files.exists(trained.resolve(LearnedModel.ABOUT))) {
      Files.createDirectories(trained);
      train(samples, version, trained);
    }
    Path target = classes.resolve("io/hearth/language/" + language + "/learned");
    Files.createDirectories(target);
    for (String file : List.of(LearnedModel.INTENTS, LearnedModel.SLOTS, LearnedModel.ABOUT)) {
      Files.copy(trained.resolve(file), target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void train(List<Sample> samples, String version, Path target)
      throws IOException, OrtException {
    long start = System.nanoTime();
    try (Encoder encoder = new Encoder()) {
      Vectors vectors = new Vectors(encoder);
      Training training = new Training(vectors);
      List<Calibration.Case> cases = heldOut(samples, training, vectors);
      double temperature = Calibration.temperature(cases);
      Quality quality = new Quality(cases, temperature);
      Files.write(
          target.resolve(LearnedModel.INTENTS), training.senses(samples).serialize().toByteArray());
      Files.write(
          target.resolve(LearnedModel.SLOTS), training.slots(samples).serialize().toByteArray());
      Files.writeString(target.resolve("quality.md"), quality.report());
      Files.write(target.resolve("mistakes.txt"), quality.mistakes(MISTAKES));
      Files.writeString(
          target.resolve(LearnedModel.ABOUT),
          LearnedModel.CORPUS
              + "="
              + version
              + "\n"
              + LearnedModel.TEMPERATURE
              + "="
              + temperature
              + "\n",
          StandardCharsets.UTF_8);
      LOGGER
          .atInfo()
          .addKeyValue("sentences", samples.size())
          .addKeyValue("seconds", (System.nanoTime() - start) / 1_000_000_000)
          .addKeyValue("temperature", temperature)
          .log("statistical understanding trained");
      LOGGER.atInfo().log("{}", quality.report());
    }
  }

  /** What is predicted for every fifth template by a model that has not seen it. */
  private static List<Calibration.Case> heldOut(
      List<Sample> samples, Training training, Vectors vectors) {
    List<Sample> seen = new ArrayList<>();
    List<Sample> unseen = new ArrayList<>();
    samples.forEach(sample -> (sample.template() % FOLDS == 2 ? unseen : seen).add(sample));
    Model<Label> model = training.senses(seen);
    List<Calibration.Case> cases = new ArrayList<>();
    for (Sample sample : unseen) {
      ArrayExample<Label> example =
          new ArrayExample<>(
              new Label(sample.sense()),
              Features.ofSentence(sample.words(), vectors.of(sample.words())));
      cases.add(new Calibration.Case(model.predict(example).getOutputScores(), sample.sense()));
    }
    return cases;
  }
}
