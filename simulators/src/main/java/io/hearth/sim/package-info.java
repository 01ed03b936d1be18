/**
 * Simulated devices and homes that talk over the real wire, MQTT and CoAP, and know nothing of who
 * listens. {@link io.hearth.sim.SimulatedHome} is where to begin; how the devices behave is in
 * {@link io.hearth.sim.physics}.
 */
@NullMarked
package io.hearth.sim;

import org.jspecify.annotations.NullMarked;
