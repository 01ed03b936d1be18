package io.hearth.app.broken.model.decision;

import io.hearth.app.broken.model.device.Lamp;
import java.util.List;

/** The other half of the cycle. */
public record Choice(List<Lamp> lamps) {}
