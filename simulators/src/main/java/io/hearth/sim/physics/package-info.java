/**
 * How simulated devices behave: plain physics that needs no wire and no threads. A {@link
 * io.hearth.sim.physics.DeviceModel} is one device; its behaviours follow from its capabilities,
 * and what no behaviour cares for follows from the effects in the catalogue.
 */
@NullMarked
package io.hearth.sim.physics;

import org.jspecify.annotations.NullMarked;
