/** Owns batch understanding: NDJSON in, NDJSON out, no device touched. */
@NullMarked
package io.hearth.app.interpret;

import org.jspecify.annotations.NullMarked;
