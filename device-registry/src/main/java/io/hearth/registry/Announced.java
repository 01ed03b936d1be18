package io.hearth.registry;

import io.hearth.model.state.Announcement;

/**
 * What a device that the home file does not have said it is.
 *
 * @param kept true for what is known from an earlier run and was not said again since
 */
record Announced(Announcement announcement, boolean kept) {}
