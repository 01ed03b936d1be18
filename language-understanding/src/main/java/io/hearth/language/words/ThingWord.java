package io.hearth.language.words;

/**
 * A word for a thing.
 *
 * @param word as in the lexicon, singular
 * @param many whether the plural or a collective word was used
 * @param usual whether it is the usual word; other words prefer devices that are named so
 * @param weak whether the word usually means something else
 */
public record ThingWord(Thing thing, String word, boolean many, boolean usual, boolean weak) {}
