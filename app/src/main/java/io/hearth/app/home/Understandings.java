package io.hearth.app.home;

import io.hearth.gateway.Judgement;
import io.hearth.gateway.Understanding;
import io.hearth.language.Interpreter;
import io.hearth.rules.Reranker;

/**
 * How Hearth understands and weighs what it hears.
 *
 * @param understanding proposes what might have been meant
 * @param judgement ranks it
 */
public record Understandings(Understanding understanding, Judgement judgement) {

  /** The grammar of English and the built-in rules; reading both takes a moment. */
  public static Understandings english() {
    Interpreter interpreter = Interpreter.english();
    Reranker reranker = new Reranker();
    return new Understandings(interpreter::hypotheses, reranker::rerank);
  }
}
