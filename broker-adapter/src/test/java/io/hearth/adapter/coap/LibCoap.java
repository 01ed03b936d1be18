package io.hearth.adapter.coap;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** libcoap's example server and client, of which nothing is ours. */
final class LibCoap implements AutoCloseable {

  private final Process process;
  private final int port;

  private LibCoap(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Says that tests are skipped where it is not installed. */
  static void assumeInstalled() {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/coap-server-openssl")),
        "libcoap is not installed: what is tested with it is skipped; install libcoap3-bin");
  }

  static LibCoap server(String... options) throws IOException {
    return server(freePort(), options);
  }

  static LibCoap server(int port, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("/usr/bin/coap-server-openssl", "-A", "127.0.0.1", "-p", "" + port, "-v", "3"));
    command.addAll(List.of(options));
    return new LibCoap(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start(),
        port);
  }

  static String client(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/coap-client-openssl", "-B", "3"));
    command.addAll(List.of(options));
    Process client = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!client.waitFor(10, TimeUnit.SECONDS)) {
      client.destroyForcibly();
    }
    return output.strip();
  }

  /** Writes a resource of the server, which makes it when it is not there. */
  LibCoap put(String path, String payload) throws IOException, InterruptedException {
    client("-m", "put", "-e", payload, uri() + path);
    return this;
  }

  String get(String path) throws IOException, InterruptedException {
    return client("-m", "get", uri() + path);
  }

  URI uri() {
    return URI.create("coap://127.0.0.1:" + port);
  }

  int port() {
    return port;
  }

  static int freePort() throws IOException {
    // DTLS is at the next one.
    while (true) {
      try (DatagramSocket one = new DatagramSocket(0);
          DatagramSocket next = new DatagramSocket(one.getLocalPort() + 1)) {
        return one.getLocalPort();
      } catch (java.net.BindException taken) {
        continue;
      }
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
