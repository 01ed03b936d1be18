package io.hearth.language.words;

/** What a part of a sentence means: a value, a state, a time, a device; filled into a slot. */
public interface Meaning {}
