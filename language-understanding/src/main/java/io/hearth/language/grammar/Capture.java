package io.hearth.language.grammar;

import io.hearth.language.words.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * What was filled into a slot, linked to what was filled before it.
 *
 * @param total what the match costs up to here
 */
record Capture(
    @Nullable Capture previous, String slot, Meaning meaning, int from, int to, double total) {}
