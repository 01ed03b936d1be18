package io.hearth.adapter.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders one template once, counting its steps. */
final class SandboxInterpreter extends JinjavaInterpreter {

  private static final int MOST_STEPS = 5000;
  private static final int STEPS_BEFORE_THE_CLOCK_COUNTS = 200;
  private static final long LONGEST_NANOS = Duration.ofMillis(40).toNanos();
  private static final int HEAVIEST = 5000;

  private final Budget budget;

  SandboxInterpreter(Jinjava jinjava, Context context, JinjavaConfig config) {
    super(jinjava, context, config);
    budget = new Budget();
  }

  SandboxInterpreter(SandboxInterpreter original) {
    super(original);
    budget = original.budget;
  }

  /** Counts a step; fails when there were too many, or when they took too long. */
  void step() {
    budget.step();
  }

  @Override
  public Object resolveELExpression(String expression, int lineNumber) {
    step();
    return super.resolveELExpression(expression, lineNumber);
  }

  @Override
  public Object resolveELExpression(String expression, int lineNumber, int position) {
    step();
    return super.resolveELExpression(expression, lineNumber, position);
  }

  @Override
  public InterpreterScopeClosable enterScope() {
    step();
    return super.enterScope();
  }

  @Override
  public Object retraceVariable(String variable, int lineNumber, int startPosition) {
    step();
    Object value = super.retraceVariable(variable, lineNumber, startPosition);
    if ((value instanceof Collection || value instanceof Map) && weight(value, 0, 0) > HEAVIEST) {
      throw new OutOfBudgetException(variable + " has too many entries");
    }
    return value;
  }

  @Override
  public String getAsString(@Nullable Object object) {
    return Python.text(object);
  }

  /** How many entries there are in all, as far as that is of interest. */
  private static int weight(@Nullable Object value, int before, int depth) {
    Collection<?> entries =
        switch (value) {
          case Map<?, ?> map -> map.values();
          case Collection<?> list -> list;
          case null, default -> null;
        };
    int total = before + 1;
    if (entries == null) {
      return total;
    }
    if (depth > 50) {
      return HEAVIEST + 1;
    }
    for (Object entry : entries) {
      total = weight(entry, total, depth + 1);
      if (total > HEAVIEST) {
        return total;
      }
    }
    return total;
  }

  /** What one rendering may take; shared with interpreters that it makes for its parts. */
  private static final class Budget {
    private final long started = System.nanoTime();
    private int steps;

    void step() {
      steps++;
      if (steps > MOST_STEPS) {
        throw new OutOfBudgetException("the template takes more than " + MOST_STEPS + " steps");
      }
      if (steps > STEPS_BEFORE_THE_CLOCK_COUNTS && System.nanoTime() - started > LONGEST_NANOS) {
        throw new OutOfBudgetException("the template takes longer than 40 ms");
      }
    }
  }
}
