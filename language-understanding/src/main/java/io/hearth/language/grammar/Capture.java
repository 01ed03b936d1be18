package io.hearth.language.grammar;

import io.hearth.language.words.Meaning;
import org.jspecify.annotations.Nullable;

/** What was filled into a slot, linked to what was filled before it. */
record Capture(
    @Nullable Capture previous, String slot, Meaning meaning, double quality, int from, int to) {}
