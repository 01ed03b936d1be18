/**
 * The wire of device types of one's own, from the device's side: payloads as it would send them.
 */
@NullMarked
package io.hearth.sim.own;

import org.jspecify.annotations.NullMarked;
