/** Owns the verbs of the {@code hearth} command: what they read, print and return. */
@NullMarked
package io.hearth.app.cli;

import org.jspecify.annotations.NullMarked;
