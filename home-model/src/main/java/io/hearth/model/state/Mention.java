package io.hearth.model.state;

import io.hearth.model.device.DeviceId;
import java.time.Instant;

/** A device was spoken about or acted on by voice. */
public record Mention(DeviceId device, Instant at) {}
