package io.hearth.model;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A running script of {@code broker-adapter/src/test/js}: a counterpart that others wrote. */
public final class NodeScript implements AutoCloseable {

  private static final Path FOLDER = Path.of("../broker-adapter/src/test/js").toAbsolutePath();

  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();

  private NodeScript(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::listen);
  }

  /** Skips the test where Node.js or its packages are missing. */
  public static void assumeInstalled() {
    assumeThat(
            Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node"))))
        .as("node is installed (.ci/install)")
        .isTrue();
    assumeThat(FOLDER.resolve("node_modules"))
        .as("its packages are installed (.ci/install)")
        .isDirectory();
  }

  /** Starts a script; close it. */
  public static NodeScript start(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    try {
      return new NodeScript(
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(said::add);
    } catch (IOException | UncheckedIOException ended) {
      said.add("ended");
    }
  }

  /** All lines that it has printed. */
  public List<String> said() {
    return said;
  }

  /** What follows a word on the first line that begins with it. */
  public Optional<String> said(String word) {
    return said.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .findFirst();
  }

  /** Ends it at once, without a farewell. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
