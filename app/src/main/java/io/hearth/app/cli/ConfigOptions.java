package io.hearth.app.cli;

import io.hearth.app.config.ConfigLoader;
import io.hearth.app.config.EffectiveConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the configuration is. */
final class ConfigOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration file (YAML); default: HEARTH_CONFIG, else none.")
  private @Nullable Path file;

  /** Reads the configuration with keys that were given on the command line. */
  EffectiveConfig load(Map<String, String> options) {
    return new ConfigLoader().load(Optional.ofNullable(file), System.getenv(), options);
  }
}
