package io.hearth.language;

import io.hearth.model.device.Value;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Gives free text back as it was heard: titles, items and messages are names, not words of the
 * grammar, so "Hunger Games" keeps its capitals.
 */
final class Spelling {

  private static final List<String> FREE_TEXT = List.of(Slots.MEDIA, Slots.TEXT);

  private final String heard;
  private final String lower;

  Spelling(String heard) {
    this.heard = heard;
    this.lower = heard.toLowerCase(Locale.ROOT);
  }

  Request restore(Request request) {
    Map<String, Value> slots = new LinkedHashMap<>(request.slots());
    for (String name : FREE_TEXT) {
      request.word(name).ifPresent(text -> slots.put(name, Value.of(asHeard(text))));
    }
    return slots.equals(request.slots())
        ? request
        : new Request(
            request.intent(),
            slots,
            request.targets(),
            request.grounding(),
            request.schedule(),
            request.problems());
  }

  private String asHeard(String text) {
    int at = lower.length() == heard.length() ? lower.indexOf(text) : -1;
    return at < 0 ? text : heard.substring(at, at + text.length());
  }
}
