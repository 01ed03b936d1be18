package io.hearth.adapter.binding;

/** How a device is told to do an action, and how it is known that it heard. */
public record CommandBinding(Encoder encoder, Confirmation confirmation) {}
