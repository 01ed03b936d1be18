package io.hearth.app.home;

import io.hearth.gateway.Judgement;
import io.hearth.gateway.Understanding;
import io.hearth.language.Interpreter;
import io.hearth.language.Statistics;
import io.hearth.rules.Reranker;

/**
 * How Hearth understands and weighs what it hears.
 *
 * @param understanding proposes what might have been meant
 * @param judgement ranks it
 */
public record Understandings(Understanding understanding, Judgement judgement) {

  /**
   * The grammar of English, its statistics, and the built-in rules; reading them takes a moment.
   */
  public static Understandings english() {
    return english(true);
  }

  /**
   * The grammar of English and the built-in rules.
   *
   * @param statistical whether statistics help where the grammar does not understand
   */
  public static Understandings english(boolean statistical) {
    Statistics statistics = statistical ? Statistics.of("en") : Statistics.none();
    Interpreter interpreter = Interpreter.english(statistics);
    Reranker reranker = new Reranker();
    return new Understandings(interpreter::hypotheses, reranker::rerank);
  }
}
