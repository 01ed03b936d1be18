package io.hearth.gateway;

import io.hearth.model.decision.PlannedCommand;
import java.time.Instant;
import java.util.List;

/**
 * What a turn set going, kept so that it can be undone.
 *
 * @param commands that were sent
 * @param kept ids of what was kept for later
 */
record Done(String turn, List<PlannedCommand> commands, List<String> kept, Instant at) {

  Done {
    commands = List.copyOf(commands);
    kept = List.copyOf(kept);
  }
}
