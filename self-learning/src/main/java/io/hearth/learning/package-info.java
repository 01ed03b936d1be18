/**
 * What was meant after all. Owns the turn journal: an append-only record of every turn, written
 * ahead of what the turn does, with each hypothesis, its evidence and what came of it.
 *
 * <p>Everything learned later is derived from the journal and carries the ids of the turns it came
 * from, so that it can be listed, tried in shadow, rolled back and forgotten: feedback (barge-in,
 * rephrasing, manual correction), rewrites of what is often misheard, habits, preferences, taught
 * concepts, labels, and the isolation of failure points.
 */
@NullMarked
package io.hearth.learning;

import org.jspecify.annotations.NullMarked;
