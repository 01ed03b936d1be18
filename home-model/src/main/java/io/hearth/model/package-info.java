/**
 * The words every room of the house shares: what is in a home, what is true of it, what was said
 * and what was decided. This package itself owns the events that travel between rooms and the two
 * doors between adapter and house ({@link io.hearth.model.CommandDispatcher}, {@link
 * io.hearth.model.DeviceReports}). Depends on nothing but the JDK and JSpecify.
 */
@NullMarked
package io.hearth.model;

import org.jspecify.annotations.NullMarked;
