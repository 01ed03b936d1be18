package io.hearth.app.broken.model.device;

import io.hearth.app.broken.model.decision.Choice;

/** Knows a later layer, which knows it. */
public record Lamp(Choice choice) {}
