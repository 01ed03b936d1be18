package io.hearth.gateway;

import io.hearth.model.decision.TurnRecord;
import io.hearth.model.speech.Dialogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation with what was done in it; immutable.
 *
 * @param done newest first, at most {@value #MAX_DONE}, what was undone left out
 * @param last the last turn that did or said something about the home
 */
record Memory(Dialogue dialogue, List<Done> done, Optional<TurnRecord> last) {

  static final int MAX_DONE = 10;
  static final Duration UNDOABLE = Duration.ofMinutes(10);

  Memory {
    done = List.copyOf(done.size() > MAX_DONE ? done.subList(0, MAX_DONE) : done);
  }

  static Memory fresh(String dialogue) {
    return new Memory(Dialogue.fresh(dialogue), List.of(), Optional.empty());
  }

  /** What an "undo that" at this moment is about. */
  Optional<Done> lastDone(Instant now) {
    return done.stream().findFirst().filter(one -> !one.at().plus(UNDOABLE).isBefore(now));
  }

  Memory with(Dialogue newDialogue) {
    return new Memory(newDialogue, done, last);
  }

  Memory plus(Done newest) {
    List<Done> next = new ArrayList<>(done);
    next.addFirst(newest);
    return new Memory(dialogue, next, last);
  }

  Memory withoutLastDone() {
    return done.isEmpty() ? this : new Memory(dialogue, done.subList(1, done.size()), last);
  }

  Memory after(TurnRecord turn) {
    return new Memory(dialogue, done, Optional.of(turn));
  }
}
