package io.hearth.adapter.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFileFactory;
import org.apache.activemq.artemis.core.journal.RecordInfo;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;

/**
 * Records on disk that survive the end of the process, by Artemis' own journal: what is added is
 * handed to the operating system soon after, in the order of the calls. Thread-safe.
 */
final class RetainedJournal {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int BLOCK = 4096;
  private static final int COMPACT_FROM_FILES = 10;
  private static final int COMPACT_BELOW_PERCENT = 30;
  private static final byte MESSAGE = 1;

  private final JournalImpl journal;
  private final List<RecordInfo> found = new ArrayList<>();

  /**
   * Opens a journal, or makes one.
   *
   * @param largest bytes of the largest record
   * @param handOverNanos how long a record may wait for others
   * @throws Exception as the journal declares, when it cannot be read
   */
  RetainedJournal(Path folder, int largest, int handOverNanos) throws Exception {
    Files.createDirectories(folder);
    int size = Math.max(MEGABYTE, (largest / BLOCK + 2) * BLOCK);
    journal =
        new JournalImpl(
            size,
            2,
            2,
            COMPACT_FROM_FILES,
            COMPACT_BELOW_PERCENT,
            new NIOSequentialFileFactory(
                folder.toFile(), true, size, handOverNanos, 1, false, null, null),
            "retained",
            "log",
            1);
    journal.start();
    journal.load(found, new ArrayList<>(), (transaction, records, deleted) -> {});
  }

  /** What it held when it was opened, in the order of the ids; empties the list. */
  List<RecordInfo> takeFound() {
    List<RecordInfo> taken = new ArrayList<>(found);
    taken.sort((one, other) -> Long.compare(one.id, other.id));
    found.clear();
    return taken;
  }

  void add(long id, byte[] message) {
    try {
      journal.appendAddRecord(id, MESSAGE, message, false);
    } catch (Exception failure) { // Artemis declares no less
      throw new IllegalStateException("what is retained cannot be written", failure);
    }
  }

  void delete(long id) {
    try {
      journal.appendDeleteRecord(id, false);
    } catch (Exception failure) { // Artemis declares no less
      throw new IllegalStateException("what is retained cannot be written", failure);
    }
  }

  void close() throws Exception {
    journal.stop();
  }
}
