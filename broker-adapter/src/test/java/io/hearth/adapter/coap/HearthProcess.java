package io.hearth.adapter.coap;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A house in a process of its own, to be killed. */
final class HearthProcess implements AutoCloseable {

  private final Process process;
  private final int securePort;

  private HearthProcess(Process process, int securePort) {
    this.process = process;
    this.securePort = securePort;
  }

  static HearthProcess start(Path folder, Path keys) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HearthProcess.class.getName(),
                folder.toString(),
                keys.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines = process.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("port ")) {
        return new HearthProcess(process, Integer.parseInt(line.substring(5)));
      }
    }
    throw new IOException("it did not start");
  }

  int securePort() {
    return securePort;
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  public static void main(String[] arguments) throws InterruptedException {
    CoapHouse house =
        new CoapHouse(
            CoapConfig.onLoopback(0)
                .withSecurity(CoapSecurity.withKeys(0, Path.of(arguments[1])))
                .withData(Path.of(arguments[0])));
    System.out.println("port " + house.link.securePort().orElseThrow());
    Thread.currentThread().join();
  }
}
