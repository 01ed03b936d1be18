package io.hearth.model.decision;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;

/** A property value that holds after a command succeeded. */
public record ExpectedEffect(DeviceId device, String property, Value value) {}
