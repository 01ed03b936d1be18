package io.hearth.gateway.http;

import io.hearth.model.state.CommandOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a command ended, as it is written. */
final class OutcomeDocument {

  private OutcomeDocument() {}

  static Map<String, @Nullable Object> of(CommandOutcome outcome) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.putAll(TurnDocument.command(outcome.command()));
    fields.put("outcome", word(outcome));
    fields.put("reason", null);
    fields.put("afterMillis", null);
    switch (outcome) {
      case CommandOutcome.Acknowledged acknowledged ->
          fields.put("afterMillis", acknowledged.after().toMillis());
      case CommandOutcome.Rejected rejected -> fields.put("reason", rejected.reason());
      case CommandOutcome.TimedOut timedOut ->
          fields.put("afterMillis", timedOut.waited().toMillis());
      case CommandOutcome.Postponed postponed ->
          fields.put("withinSeconds", postponed.within().toSeconds());
      case CommandOutcome.Unreachable unreachable -> fields.put("reason", unreachable.reason());
      case CommandOutcome.Unconfirmed unconfirmed -> fields.put("reason", unconfirmed.reason());
    }
    return fields;
  }

  /**
   * The word of the API: acknowledged, rejected, timed_out, postponed, unreachable, unconfirmed.
   */
  static String word(CommandOutcome outcome) {
    return switch (outcome) {
      case CommandOutcome.Acknowledged acknowledged -> "acknowledged";
      case CommandOutcome.Rejected rejected -> "rejected";
      case CommandOutcome.TimedOut timedOut -> "timed_out";
      case CommandOutcome.Postponed postponed -> "postponed";
      case CommandOutcome.Unreachable unreachable -> "unreachable";
      case CommandOutcome.Unconfirmed unconfirmed -> "unconfirmed";
    };
  }
}
