package io.hearth.app.bench.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was missed to a file, one JSON object a line, or nowhere. */
final class Failures implements AutoCloseable {

  private final JsonMapper json = JsonMapper.builder().build();
  private final Writer out;

  private Failures(Writer out) {
    this.out = out;
  }

  static Failures in(Optional<Path> file) throws IOException {
    return file.isPresent() ? new Failures(Files.newBufferedWriter(file.get())) : unwritten();
  }

  static Failures unwritten() {
    return new Failures(Writer.nullWriter());
  }

  void add(String row, Asked asked, Understood understood) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("row", row);
    line.put("set", asked.set());
    line.put("id", asked.id());
    line.put("text", asked.text());
    line.put("label", asked.label());
    line.put("entities", asked.entities());
    line.put("understood", understood.json());
    try {
      out.write(json.writeValueAsString(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("failures cannot be written", e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
