package io.hearth.adapter.coap;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Two machines with one cable between them, of Linux network namespaces; gone when closed. */
final class NetworkNamespace implements AutoCloseable {

  static final String HERE = "10.77.0.1";
  static final String THERE = "10.77.0.2";
  static final String CABLE = "cable";

  private final String here = "hearth-a" + ProcessHandle.current().pid();
  private final String there = "hearth-b" + ProcessHandle.current().pid();

  /** Makes them, or says that tests are skipped where this user cannot. */
  static NetworkNamespace made() throws IOException, InterruptedException {
    NetworkNamespace made = new NetworkNamespace();
    boolean first = succeeds("ip", "netns", "add", made.here);
    assumeTrue(
        first,
        "network namespaces cannot be made: search by multicast is skipped; run as root with"
            + " iproute2 installed");
    try {
      run("ip", "netns", "add", made.there);
      run(
          ("ip link add " + CABLE + " netns " + made.here + " type veth peer name " + CABLE)
              .concat(" netns " + made.there)
              .split(" ", -1));
      made.up(made.here, HERE);
      made.up(made.there, THERE);
      run("ip", "-n", made.there, "route", "add", "224.0.0.0/4", "dev", CABLE);
      return made;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      made.close();
      throw failure;
    }
  }

  /** A process on the one machine. */
  Process here(String... command) throws IOException {
    return in(here, command);
  }

  /** A process on the other machine. */
  Process there(String... command) throws IOException {
    return in(there, command);
  }

  private void up(String name, String address) throws IOException, InterruptedException {
    run("ip", "-n", name, "link", "set", "lo", "up");
    run("ip", "-n", name, "addr", "add", address + "/24", "dev", CABLE);
    run("ip", "-n", name, "link", "set", CABLE, "up");
  }

  private static Process in(String name, String... command) throws IOException {
    List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", name));
    all.addAll(List.of(command));
    return new ProcessBuilder(all).redirectErrorStream(true).start();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + output);
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      run(command);
      return true;
    } catch (IOException | IllegalStateException impossible) {
      return false;
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    boolean unused = succeeds("ip", "netns", "del", here) | succeeds("ip", "netns", "del", there);
  }
}
