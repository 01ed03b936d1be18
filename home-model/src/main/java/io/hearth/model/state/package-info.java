/**
 * What is true of a home: reports, believed state, commands with outcomes, and the snapshot of a
 * moment.
 */
@NullMarked
package io.hearth.model.state;

import org.jspecify.annotations.NullMarked;
