package io.hearth.language.reference;

import io.hearth.language.words.Meaning;

/** A property of a device type of the home's own, called by its own name. */
public record OwnProperty(String property) implements Meaning {}
