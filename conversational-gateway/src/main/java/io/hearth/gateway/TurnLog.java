package io.hearth.gateway;

import io.hearth.learning.TurnJournal;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.speech.Utterance;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where turns are written down: that one began, and how it ended. */
public interface TurnLog {

  /** Writes that a turn begins; nothing is commanded before the stage completes. */
  CompletionStage<Void> begin(Utterance utterance);

  /** Writes how a turn ended. */
  CompletionStage<Void> end(TurnRecord turn);

  /** Writes to the journal. */
  static TurnLog in(TurnJournal journal) {
    return new TurnLog() {
      @Override
      public CompletionStage<Void> begin(Utterance utterance) {
        return journal.begin(utterance);
      }

      @Override
      public CompletionStage<Void> end(TurnRecord turn) {
        return journal.end(turn);
      }
    };
  }

  /** Writes nothing down. */
  static TurnLog none() {
    return new TurnLog() {
      @Override
      public CompletionStage<Void> begin(Utterance utterance) {
        return CompletableFuture.completedFuture(null);
      }

      @Override
      public CompletionStage<Void> end(TurnRecord turn) {
        return CompletableFuture.completedFuture(null);
      }
    };
  }
}
