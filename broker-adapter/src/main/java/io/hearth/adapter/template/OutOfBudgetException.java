package io.hearth.adapter.template;

import com.hubspot.jinjava.interpret.InterpretException;

/** A template asks for more than a template may. */
final class OutOfBudgetException extends InterpretException {

  private static final long serialVersionUID = 1L;

  OutOfBudgetException(String message) {
    super(message);
  }
}
