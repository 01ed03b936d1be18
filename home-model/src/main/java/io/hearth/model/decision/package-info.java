/** What was decided and why: evidence, ranking, plan, decision, reply, and the record of a turn. */
@NullMarked
package io.hearth.model.decision;

import org.jspecify.annotations.NullMarked;
