package io.hearth.language;

import io.hearth.language.learned.LearnedModel;
import io.hearth.language.learned.ModelUnavailableException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trained understanding, loaded beside whatever starts; sentences that need it wait until it is
 * there. Where it cannot be loaded, one warning says so and the grammar works alone. Thread-safe.
 */
public final class Statistics {

  private static final Logger LOGGER = LoggerFactory.getLogger(Statistics.class);

  private final CompletableFuture<Optional<LearnedModel>> model;

  private Statistics(CompletableFuture<Optional<LearnedModel>> model) {
    this.model = model;
  }

  /** No statistics: the grammar alone. */
  public static Statistics none() {
    return new Statistics(CompletableFuture.completedFuture(Optional.empty()));
  }

  /** Begins to load what was trained for a language. */
  public static Statistics of(String language) {
    CompletableFuture<Optional<LearnedModel>> model = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("language-statistics")
        .start(() -> model.completeAsync(() -> load(language), Runnable::run));
    return new Statistics(model);
  }

  private static Optional<LearnedModel> load(String language) {
    long start = System.nanoTime();
    try {
      LearnedModel loaded = LearnedModel.of(language);
      LOGGER
          .atInfo()
          .addKeyValue("corpus", loaded.version())
          .addKeyValue("milliseconds", (System.nanoTime() - start) / 1_000_000)
          .log("statistical understanding loaded");
      return Optional.of(loaded);
    } catch (ModelUnavailableException | LinkageError e) {
      LOGGER.atWarn().log("only the grammar understands: {}", e.getMessage());
      return Optional.empty();
    }
  }

  Optional<LearnedModel> model() {
    return model.join();
  }
}
