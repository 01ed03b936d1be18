package io.hearth.gateway.http;

import io.hearth.model.device.Home;
import io.hearth.model.speech.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the body of a new turn; what is wrong with it is one line of a bad request. */
final class SaidReader {

  private static final Set<String> KEYS =
      Set.of("text", "nbest", "area", "device", "user", "dialogue");
  private static final Set<String> NBEST_KEYS = Set.of("text", "confidence");
  private static final int MOST_ALTERNATIVES = 50;
  private static final int LONGEST_DIALOGUE = 128;

  private final JsonNode body;
  private final Known known;

  private SaidReader(JsonNode body, Home home) {
    this.body = body;
    this.known = new Known(home);
  }

  /**
   * Reads what was said.
   *
   * @throws BadRequestException saying what is wrong
   */
  static Said read(JsonNode body, Home home) {
    try {
      return new SaidReader(body, home).said();
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(String.valueOf(e.getMessage()));
    }
  }

  private Said said() {
    if (!body.isObject()) {
      throw new BadRequestException("the body must be a JSON object");
    }
    checkKeys(body, KEYS, "");
    return new Said(
        transcript(),
        text(body, "area").map(known::area),
        text(body, "device").map(known::device),
        text(body, "user").map(known::person),
        text(body, "dialogue").map(SaidReader::dialogue));
  }

  private Transcript transcript() {
    Optional<String> text = text(body, "text");
    JsonNode nbest = body.path("nbest");
    boolean hasNbest = !nbest.isMissingNode() && !nbest.isNull();
    if (text.isPresent() == hasNbest) {
      throw new BadRequestException("either text or nbest must be given");
    }
    return text.isPresent() ? Transcript.of(text.get().strip()) : transcript(nbest);
  }

  private static Transcript transcript(JsonNode nbest) {
    if (!nbest.isArray() || nbest.isEmpty() || nbest.size() > MOST_ALTERNATIVES) {
      throw new BadRequestException("nbest must be a list of 1 to " + MOST_ALTERNATIVES);
    }
    List<Transcript.Alternative> alternatives = new ArrayList<>();
    for (JsonNode entry : nbest) {
      alternatives.add(alternative(entry, nbest.size()));
    }
    return new Transcript(alternatives);
  }

  private static Transcript.Alternative alternative(JsonNode entry, int count) {
    if (!entry.isObject()) {
      throw new BadRequestException("an entry of nbest must be a JSON object");
    }
    checkKeys(entry, NBEST_KEYS, " in an entry of nbest");
    String text =
        text(entry, "text")
            .orElseThrow(() -> new BadRequestException("text is missing in an entry of nbest"));
    JsonNode confidence = entry.path("confidence");
    if (!confidence.isMissingNode() && !confidence.isNumber()) {
      throw new BadRequestException("confidence in an entry of nbest must be a number from 0 to 1");
    }
    return new Transcript.Alternative(text.strip(), confidence.asDouble(1.0 / count));
  }

  private static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new BadRequestException(key + " must be text");
    }
    return Optional.of(value.stringValue());
  }

  private static String dialogue(String id) {
    if (id.isBlank()
        || id.length() > LONGEST_DIALOGUE
        || id.chars().anyMatch(Character::isISOControl)) {
      throw new BadRequestException(
          "dialogue must be 1 to " + LONGEST_DIALOGUE + " characters and not blank");
    }
    return id;
  }

  private static void checkKeys(JsonNode node, Set<String> allowed, String where) {
    for (String key : node.propertyNames()) {
      if (!allowed.contains(key)) {
        throw new BadRequestException("unknown key '" + Known.shortened(key) + "'" + where);
      }
    }
  }
}
