package io.hearth.model.speech;

import java.util.List;

/**
 * One reading of a whole utterance, grounded in real devices; competes with others.
 *
 * @param heard the transcript alternative that it reads
 * @param confidence how sure understanding is without looking at the moment: above 0, up to 1;
 *     comparable among the hypotheses of one utterance, the alternative's own confidence included
 * @param requests the things asked for, in order; at least one
 * @param parse how it was understood, for people to read: the sentence form, then what matched
 */
public record Hypothesis(
    String heard, double confidence, List<Request> requests, List<String> parse) {

  public Hypothesis {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "confidence must be above 0, up to 1 but is " + confidence);
    }
    if (requests.isEmpty()) {
      throw new IllegalArgumentException("a hypothesis needs at least one request");
    }
    requests = List.copyOf(requests);
    parse = List.copyOf(parse);
  }

  /** The first request's intent. */
  public Intent intent() {
    return requests.getFirst().intent();
  }

  public boolean isOutOfDomain() {
    return intent() == Intent.OUT_OF_DOMAIN;
  }
}
