package io.hearth.learning;

import io.hearth.model.FakeClock;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process of its own that prints the id of each turn once it has begun durably. */
final class BeginningProcess {

  private BeginningProcess() {}

  public static void main(String[] args) throws Exception {
    TurnJournal journal =
        TurnJournal.open(JournalConfig.inFolder(Path.of(args[0])), new FakeClock(Turns.START));
    PrintStream out = System.out;
    for (int number = 1; ; number++) {
      String id = "t" + number;
      journal.begin(Turns.utterance(id)).toCompletableFuture().get(10, TimeUnit.SECONDS);
      out.println(id);
      out.flush();
    }
  }
}
