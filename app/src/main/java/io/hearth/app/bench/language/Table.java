package io.hearth.app.bench.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tab-separated files with a header, as sets of requests come. */
final class Table {

  private static final CSVFormat TABS =
      CSVFormat.DEFAULT.builder().setDelimiter('\t').setHeader().setSkipHeaderRecord(true).get();

  private Table() {}

  /** Its rows, each by column. */
  static List<Map<String, String>> rows(Path file) {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, TABS)) {
      return parser.stream().map(CSVRecord::toMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
