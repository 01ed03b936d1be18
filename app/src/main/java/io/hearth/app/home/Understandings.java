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

  private static final String ENGLISH = "en";

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
    return of(ENGLISH, statistical);
  }

  /**
   * The grammar of a language and the built-in rules.
   *
   * @param language its tag, e.g. {@code de}
   * @param statistical whether statistics help where the grammar does not understand; English alone
   *     has them
   * @throws IllegalStateException when there is no such language
   */
  public static Understandings of(String language, boolean statistical) {
    boolean trained = statistical && language.equals(ENGLISH);
    Statistics statistics = trained ? Statistics.of(ENGLISH) : Statistics.none();
    Interpreter interpreter = Interpreter.of(language, statistics);
    Reranker reranker = new Reranker();
    return new Understandings(interpreter::hypotheses, reranker::rerank);
  }
}
