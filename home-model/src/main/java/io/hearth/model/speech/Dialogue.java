package io.hearth.model.speech;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation so far, as far as the next utterance may lean on it; immutable.
 *
 * @param id names the conversation
 * @param history the requests that were carried out or answered, newest first, at most {@value
 *     #MAX_HISTORY}
 * @param question what was asked back and not yet answered
 */
public record Dialogue(String id, List<Said> history, Optional<PendingQuestion> question) {

  public static final int MAX_HISTORY = 8;

  /** A request of an earlier turn, when it was made. */
  public record Said(Request request, Instant at) {}

  /** A question asked back to the speaker. */
  public sealed interface PendingQuestion {

    /** The turn that asked. */
    String turn();

    /** When it was asked. */
    Instant askedAt();

    /** "The oven or the living room?" One of the candidates is meant. */
    record Which(String turn, Instant askedAt, List<Hypothesis> candidates)
        implements PendingQuestion {
      public Which {
        candidates = List.copyOf(candidates);
      }
    }

    /** "Shall I open the garage door?" Yes or no. */
    record Whether(String turn, Instant askedAt, Hypothesis hypothesis)
        implements PendingQuestion {}
  }

  public Dialogue {
    history = List.copyOf(history.size() > MAX_HISTORY ? history.subList(0, MAX_HISTORY) : history);
  }

  public static Dialogue fresh(String id) {
    return new Dialogue(id, List.of(), Optional.empty());
  }

  /** This conversation after requests were carried out or answered; an open question is closed. */
  public Dialogue after(List<Request> requests, Instant at) {
    List<Said> next = new ArrayList<>();
    requests.forEach(request -> next.add(new Said(request, at)));
    next.addAll(history);
    return new Dialogue(id, next, Optional.empty());
  }

  public Dialogue asking(PendingQuestion newQuestion) {
    return new Dialogue(id, history, Optional.of(newQuestion));
  }

  public Dialogue withoutQuestion() {
    return new Dialogue(id, history, Optional.empty());
  }
}
