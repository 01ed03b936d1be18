package io.hearth.gateway;

import io.hearth.context.ContextEngine;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.DeviceId;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Availability;
import io.hearth.model.state.StateReport;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns of one home without its devices: each conversation sees the home as it was described, with
 * the effects of its own earlier turns taken for true. Thread-safe; lines of one conversation come
 * one after the other.
 */
public final class BatchTurns {

  private static final int MOST_DIALOGUES = 10_000;

  private final ContextEngine home;
  private final Turns turns;
  private final Map<String, Conversation> dialogues =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Conversation> eldest) {
          return size() > MOST_DIALOGUES;
        }
      };

  /**
   * What holds besides what the home file says.
   *
   * @param reports what devices said, in the order of their time
   */
  public record Facts(List<StateReport> reports, Map<DeviceId, Boolean> available) {

    public Facts {
      reports = List.copyOf(reports);
      available = Map.copyOf(available);
    }

    /** Nothing else holds. */
    public static Facts none() {
      return new Facts(List.of(), Map.of());
    }
  }

  /** The picture and the memory of one conversation. */
  private record Conversation(ContextEngine engine, Conversations memory) {}

  /**
   * @param home as it is at the start; it is not changed
   */
  public BatchTurns(ContextEngine home, Turns turns) {
    this.home = home;
    this.turns = turns;
  }

  /**
   * Takes one turn.
   *
   * @param dialogue the conversation it belongs to; empty when it stands alone
   * @param utterance its own dialogue is replaced by what is remembered of that conversation
   */
  public TurnRecord take(Utterance utterance, Facts facts, Optional<String> dialogue) {
    Conversation conversation = dialogue.map(this::conversation).orElseGet(this::fresh);
    ContextEngine engine = conversation.engine().fork(utterance::at);
    tell(engine, facts, utterance);
    TurnRecord turn =
        turns.assuming(engine::snapshot, engine::assume, conversation.memory()).take(utterance);
    dialogue.ifPresent(id -> remember(id, new Conversation(engine, conversation.memory())));
    return turn;
  }

  private static void tell(ContextEngine engine, Facts facts, Utterance utterance) {
    facts.reports().forEach(engine::apply);
    facts
        .available()
        .forEach((device, available) ->
            engine.availability(
                device, available ? Availability.ONLINE : Availability.OFFLINE, utterance.at()));
  }

  private Conversation conversation(String id) {
    synchronized (dialogues) {
      return dialogues.computeIfAbsent(id, key -> fresh());
    }
  }

  private Conversation fresh() {
    return new Conversation(home.fork(InstantSource.system()), Conversations.withoutSilence());
  }

  private void remember(String id, Conversation conversation) {
    synchronized (dialogues) {
      dialogues.put(id, conversation);
    }
  }
}
