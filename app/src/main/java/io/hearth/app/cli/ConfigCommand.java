package io.hearth.app.cli;

import io.hearth.app.config.EffectiveConfig;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the effective configuration with where each value came from. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Prints the effective configuration with where each value came from.")
final class ConfigCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOptions config = new ConfigOptions();

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    EffectiveConfig effective = config.load(Map.of());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>();
      effective
          .shown()
          .forEach(shown ->
              document.put(
                  shown.key(),
                  Map.of(
                      "value",
                      shown.value(),
                      "origin",
                      shown.origin(),
                      "variable",
                      shown.variable())));
      out.println(Json.line(document));
    } else {
      effective
          .shown()
          .forEach(shown ->
              out.printf(
                  "%-26s %-28s %s (%s)%n",
                  shown.key(), shown.value(), shown.origin(), shown.variable()));
    }
    effective
        .unknownVariables()
        .forEach(name -> spec.commandLine().getErr().println("hearth: unknown variable " + name));
    return 0;
  }
}
