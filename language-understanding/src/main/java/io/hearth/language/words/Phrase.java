package io.hearth.language.words;

/** Words taken as they were said: a title, an item, a message. */
public record Phrase(String text) implements Meaning {}
