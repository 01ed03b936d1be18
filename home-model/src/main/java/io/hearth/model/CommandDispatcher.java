package io.hearth.model;

import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import java.util.concurrent.CompletionStage;

/** The door from the house to the wire: sends commands to devices. */
public interface CommandDispatcher {

  /**
   * Sends a command and tells how it ended on the wire; commands to one device keep their order.
   *
   * @return never fails: what goes wrong is an outcome
   */
  CompletionStage<CommandOutcome> dispatch(Command command);
}
