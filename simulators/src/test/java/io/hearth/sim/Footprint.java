package io.hearth.sim;

import io.hearth.registry.DescribedHome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

public class Footprint {
  public static void main(String[] args) throws Exception {
    DescribedHome demo = TestHomes.demo();
    long b = System.nanoTime();
    String uri = args.length > 0 ? args[0] : TestBroker.start().uri().toString();
    System.out.println("broker after ms " + (System.nanoTime() - b) / 1000000);
    print("before");
    long t = System.nanoTime();
    SimulatedHome home =
        SimulatedHome.start(demo.home(), demo.states(), SimulationConfig.of(URI.create(uri)));
    home.ready().toCompletableFuture().get(20, TimeUnit.SECONDS);
    System.out.println("ready after ms " + (System.nanoTime() - t) / 1000000);
    for (int i = 0; i < 3; i++) {
      Thread.sleep(3000);
      print("running");
    }
    Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .sorted()
        .forEach(n -> System.out.print(n + ", "));
    System.out.println();
    home.close();
    Thread.sleep(1000);
    print("closed");
    System.exit(0);
  }

  static void print(String when) throws IOException {
    System.gc();
    System.gc();
    String rss =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(l -> l.startsWith("VmRSS"))
            .findFirst()
            .get();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    long cpu =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime()
            / 1000000;
    System.out.println(
        when
            + " "
            + rss
            + " heap kB "
            + heap
            + " threads "
            + ManagementFactory.getThreadMXBean().getThreadCount()
            + " cpu ms "
            + cpu);
  }
}
