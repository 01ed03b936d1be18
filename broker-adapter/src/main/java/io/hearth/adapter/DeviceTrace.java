package io.hearth.adapter;

import java.time.Instant;
import java.util.Optional;

/**
 * How a device is reached, and what was heard of it in this run.
 *
 * @param link the link it was last heard on, e.g. {@code mqtt}
 * @param convention how it describes itself, e.g. {@code homeassistant}
 * @param reports how many times it told its state, live
 * @param lastHeard when it last did
 * @param reason how it is known whether it can be reached
 */
public record DeviceTrace(
    Optional<String> link,
    Optional<String> convention,
    long reports,
    Optional<Instant> lastHeard,
    Optional<String> reason) {}
