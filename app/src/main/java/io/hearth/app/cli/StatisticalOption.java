package io.hearth.app.cli;

import io.hearth.app.home.Understandings;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether statistics help to understand: given here, or the configuration's key for it. */
final class StatisticalOption {

  private static final String KEY = "language.statistical";

  @Mixin private ConfigOptions config = new ConfigOptions();

  @Option(
      names = "--statistical",
      arity = "1",
      paramLabel = "true|false",
      description =
          "Whether what the grammar does not foresee is understood by likeness; default: the key"
              + " language.statistical.")
  private @Nullable Boolean statistical;

  Understandings understandings() {
    return Understandings.english(isWanted());
  }

  boolean isWanted() {
    Map<String, String> given =
        statistical == null ? Map.of() : Map.of(KEY, String.valueOf(statistical));
    return config.load(given).config().language().statistical();
  }
}
