package io.hearth.language.words;

/**
 * One way to read the words from some place on.
 *
 * @param end the place after the last word read
 * @param quality how well the words fit the meaning, above 0, up to 1
 */
public record Reading(int end, Meaning meaning, double quality) {}
