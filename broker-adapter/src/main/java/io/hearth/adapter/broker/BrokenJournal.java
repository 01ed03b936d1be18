package io.hearth.adapter.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of a journal that cannot be read. */
final class BrokenJournal {

  private static final Logger LOGGER = LoggerFactory.getLogger(BrokenJournal.class);
  private static final int MOST_KEPT = 10;

  private BrokenJournal() {}

  /**
   * Renames the folder to {@code <name>.broken-1} and so on.
   *
   * @return where it is now; empty when there is none or it cannot be moved
   */
  static Optional<Path> moveAside(Path folder) {
    if (!Files.isDirectory(folder.resolve("journal"))) {
      return Optional.empty();
    }
    try {
      for (int i = 1; i <= MOST_KEPT; i++) {
        Path aside = folder.resolveSibling(folder.getFileName() + ".broken-" + i);
        if (!Files.exists(aside)) {
          return Optional.of(Files.move(folder, aside));
        }
      }
      LOGGER
          .atError()
          .addKeyValue("folder", folder)
          .log("the journal is broken once more; delete the folders of the earlier ones");
    } catch (IOException e) {
      LOGGER.atError().setCause(e).addKeyValue("folder", folder).log("cannot move the journal");
    }
    return Optional.empty();
  }
}
