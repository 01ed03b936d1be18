package io.hearth.gateway;

import io.hearth.model.device.Value;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.List;
import java.util.Optional;

/**
 * What a question about state wants to know.
 *
 * @param expected what a yes would mean; empty when it is no yes-no question
 * @param quantifier one, any, all, count, which or since
 */
record Wanted(String property, Optional<Value> expected, String quantifier) {

  private static final String SINCE = "since";

  static Wanted of(Request request) {
    String property = request.word(Slots.PROPERTY).orElse("state");
    String quantifier = request.word(Slots.QUANTIFIER).orElse("one");
    Optional<Value> expected = request.slot(Slots.EXPECTED);
    if (property.equals(SINCE)) {
      return new Wanted("state", expected, SINCE);
    }
    return expected.isEmpty()
        ? new Wanted(property, expected, quantifier)
        : expecting(property, expected.get(), quantifier);
  }

  /** How things are spoken of: a door is open or closed, a player is on or off. */
  private static Wanted expecting(String property, Value expected, String quantifier) {
    return switch (expected) {
      case Value.Number(double position) when property.equals("position") ->
          yesNo("open", position > 0, quantifier);
      case Value.Text(String word) when word.equals("!off") -> yesNo("on", true, quantifier);
      case Value.Items(List<Value> words) when words.contains(Value.of("idle")) ->
          yesNo("on", false, quantifier);
      case Value.Text(String word) when property.equals("media") ->
          new Wanted("playback", Optional.of(expected), quantifier);
      case Value value -> new Wanted(property, Optional.of(value), quantifier);
    };
  }

  private static Wanted yesNo(String property, boolean yes, String quantifier) {
    return new Wanted(property, Optional.of(Value.of(yes)), quantifier);
  }
}
