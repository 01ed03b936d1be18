package io.hearth.language.reference;

import io.hearth.language.words.Meaning;

/** A named choice of a property, e.g. the source "HDMI 1". */
public record OptionWord(String property, String option) implements Meaning {}
