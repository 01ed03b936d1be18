package io.hearth.sim;

import io.hearth.registry.DescribedHome;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Measures what the simulated demo home costs in a process of its own; docs/simulators.md has the
 * command. Its argument is the address of a broker.
 */
public final class FootprintBenchmark {

  private FootprintBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    DescribedHome demo = TestHomes.demo();
    print("before");
    long start = System.nanoTime();
    try (SimulatedHome home =
        SimulatedHome.start(
            demo.home(), demo.states(), SimulationConfig.of(URI.create(arguments[0])))) {
      home.ready().toCompletableFuture().get(30, TimeUnit.SECONDS);
      out().printf("ready after %d ms%n", (System.nanoTime() - start) / 1_000_000);
      // Nobody counts it down: it is the time in which the home just runs.
      boolean ended = new CountDownLatch(1).await(10, TimeUnit.SECONDS);
      print("running with " + home.devices().size() + " devices" + (ended ? "?" : ""));
    }
  }

  private static void print(String when) throws IOException {
    System.gc();
    String resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .findFirst()
            .orElse("VmRSS unknown");
    out()
        .printf(
            "%s: %s, heap %d kB, %d threads%n",
            when,
            resident.replaceAll("\\s+", " "),
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024,
            ManagementFactory.getThreadMXBean().getThreadCount());
  }

  private static PrintStream out() {
    return System.out;
  }
}
