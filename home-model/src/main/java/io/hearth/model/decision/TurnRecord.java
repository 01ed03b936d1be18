package io.hearth.model.decision;

import io.hearth.model.speech.Utterance;
import io.hearth.model.state.CommandOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One turn from what was heard to what was replied; what the journal keeps.
 *
 * @param decision what was done about it
 * @param outcomes how its commands ended, in their order
 * @param reply what was said
 * @param why what would be said to "why did you do that?"
 * @param took from hearing to reply
 * @param answers the turn whose question it answered
 */
public record TurnRecord(
    Utterance utterance,
    Ranking ranking,
    Decision decision,
    List<CommandOutcome> outcomes,
    String reply,
    String why,
    Duration took,
    Optional<String> answers) {

  public TurnRecord {
    outcomes = List.copyOf(outcomes);
  }

  public String id() {
    return utterance.id();
  }
}
