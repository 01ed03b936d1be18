package io.hearth.registry;

import io.hearth.model.device.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads catalogues: the capabilities and device types that are known. */
public final class Catalogues {

  private Catalogues() {}

  /** The catalogue that comes with Hearth. */
  public static Catalogue builtIn() {
    return read(FileSchema.resource("catalogue.yaml"), "catalogue.yaml");
  }

  /**
   * Reads a catalogue file.
   *
   * @throws CatalogueException when it cannot be read or breaks the schema, naming file, line, key
   */
  public static Catalogue read(Path file) {
    try {
      return read(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new CatalogueException(file + ": cannot be read: " + e.getMessage());
    }
  }

  static Catalogue read(String text, String sourceName) {
    Part root = new DataFile(sourceName, CatalogueException::new).parse(text);
    FileSchema.ofResource("catalogue.schema.json").check(root);
    return new CatalogueReader(root).read();
  }
}
