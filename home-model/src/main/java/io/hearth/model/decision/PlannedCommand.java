package io.hearth.model.decision;

import io.hearth.model.state.Command;
import java.util.List;

/**
 * A command with what it should bring about.
 *
 * @param effects relative changes are already worked out
 * @param undo commands that bring back what was before; empty where that is not possible
 */
public record PlannedCommand(Command command, List<ExpectedEffect> effects, List<Command> undo) {

  public PlannedCommand {
    effects = List.copyOf(effects);
    undo = List.copyOf(undo);
  }
}
