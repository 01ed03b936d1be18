package io.hearth.gateway;

import io.hearth.model.decision.PlannedCommand;
import io.hearth.model.state.CommandOutcome;

/**
 * A command with how it ended.
 *
 * @param obstructed whether the device said that something is in its way
 */
record Carried(PlannedCommand planned, CommandOutcome outcome, Ending ending, boolean obstructed) {}
