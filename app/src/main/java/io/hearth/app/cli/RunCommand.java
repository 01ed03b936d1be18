package io.hearth.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.hearth.app.config.EffectiveConfig;
import io.hearth.app.home.Hearth;
import io.hearth.app.home.StartException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts Hearth and stays until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Starts Hearth: broker, database, web app, and the simulated devices of the demo home."
            + " Ctrl-C stops it.",
    footer = {"", "Ports, folders and brokers are configuration: see ./hearth config."})
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOptions config = new ConfigOptions();

  @Option(
      names = "--home",
      paramLabel = "FILE",
      description = "The home file; default: the demo home.")
  private @Nullable String home;

  @Option(names = "--no-simulators", description = "For a real home: no device is simulated.")
  private boolean noSimulators;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> options = new LinkedHashMap<>();
    if (home != null) {
      options.put("home", home);
    }
    if (noSimulators) {
      options.put("simulators", "false");
    }
    EffectiveConfig effective = config.load(options);
    PrintWriter err = spec.commandLine().getErr();
    effective.unknownVariables().forEach(name -> err.println("hearth: unknown variable " + name));
    Hearth hearth;
    try {
      hearth = Hearth.start(effective.config());
    } catch (StartException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
    talk();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("hearth-stop").unstarted(hearth::close));
    PrintWriter out = spec.commandLine().getOut();
    out.println("Hearth is ready at " + hearth.address());
    out.println("MQTT devices connect to " + hearth.brokerAddress());
    out.println(
        "Talk to it on that page, or: ./hearth say \"what is the temperature\" --area kitchen");
    out.println("Ctrl-C stops it.");
    out.flush();
    new CountDownLatch(1).await(); // the shutdown hook ends the process
    return 0;
  }

  /** From here on the log tells what happens; before, a failure is one line and nothing else. */
  private static void talk() {
    if (LoggerFactory.getLogger("io.hearth") instanceof Logger logger
        && System.getProperty("hearth.log") == null) {
      logger.setLevel(Level.INFO);
    }
  }
}
