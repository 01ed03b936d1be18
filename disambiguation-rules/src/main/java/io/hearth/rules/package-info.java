/**
 * What was most likely meant: rules that give evidence for or against each hypothesis, and the
 * calibrated ranking that follows. The only room that knows the rule engine.
 */
@NullMarked
package io.hearth.rules;

import org.jspecify.annotations.NullMarked;
