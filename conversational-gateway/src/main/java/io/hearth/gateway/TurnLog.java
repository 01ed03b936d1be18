package io.hearth.gateway;

import io.hearth.model.decision.TurnRecord;
import io.hearth.model.speech.Utterance;

/** Where turns are written down: that one began, before anything is done, and how it ended. */
public interface TurnLog {

  void begin(Utterance utterance);

  void end(TurnRecord turn);

  /** Writes nothing down. */
  static TurnLog none() {
    return new TurnLog() {
      @Override
      public void begin(Utterance utterance) {}

      @Override
      public void end(TurnRecord turn) {}
    };
  }
}
