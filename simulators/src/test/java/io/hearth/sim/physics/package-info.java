@NullMarked
package io.hearth.sim.physics;

import org.jspecify.annotations.NullMarked;
