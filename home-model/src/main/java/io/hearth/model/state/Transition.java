package io.hearth.model.state;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.time.Instant;
import java.util.Optional;

/** A property of a device took another value; {@code from} is empty for its first. */
public record Transition(
    DeviceId device, String property, Optional<Value> from, Value to, Instant at) {}
