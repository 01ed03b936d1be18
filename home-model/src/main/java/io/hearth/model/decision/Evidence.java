package io.hearth.model.decision;

/**
 * A reason for or against a hypothesis.
 *
 * @param source who says so: {@code rule}, {@code feature}, {@code policy}
 * @param name a sentence that a person can read
 * @param weight in log-odds: above 0 speaks for, below 0 against
 * @param hypothesis index in the list of hypotheses that was ranked
 */
public record Evidence(String source, String name, double weight, int hypothesis) {}
