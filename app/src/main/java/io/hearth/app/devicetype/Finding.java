package io.hearth.app.devicetype;

/**
 * The result of one try.
 *
 * @param what what was tried, e.g. {@code sample coop/3f2a/stat}
 * @param line where it stands in the file; 0 for what does not
 * @param expected what should have come; empty where nothing was expected
 * @param actual what came
 */
public record Finding(String what, int line, boolean passed, String expected, String actual) {}
