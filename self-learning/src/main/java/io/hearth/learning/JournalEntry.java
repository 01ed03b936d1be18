package io.hearth.learning;

import java.time.Instant;
import java.util.Optional;

/**
 * A turn as the journal has it. What was said is private: never log an entry's parts.
 *
 * @param at when it was said, in milliseconds
 * @param heard the recogniser's best guess
 * @param reply what was replied; empty unless the turn ended
 * @param why what is answered to "why did you do that?"; empty unless the turn ended
 * @param decision {@code act answer clarify confirm decline}; empty unless the turn ended
 * @param document all that is kept of the turn, as JSON with its {@code schemaVersion}
 */
public record JournalEntry(
    String id,
    Instant at,
    String heard,
    Ending ending,
    Optional<String> reply,
    Optional<String> why,
    Optional<String> decision,
    String document) {

  /** Whether and how a turn came to its end. */
  public enum Ending {
    /** It replied. */
    ENDED,
    /** It goes on. */
    UNDER_WAY,
    /** The process ended before the turn did: what it commanded may or may not have happened. */
    INTERRUPTED
  }

  /** Without what was said. */
  @Override
  public String toString() {
    return "JournalEntry[id=" + id + ", at=" + at + ", ending=" + ending + "]";
  }
}
