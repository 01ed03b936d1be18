package io.hearth.sim.physics;

import io.hearth.model.device.Home;
import java.time.ZoneId;

/**
 * What all devices of a simulated home share.
 *
 * @param seed everything accidental follows from it
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Surroundings(
    PhysicsConfig physics, long seed, ZoneId timezone, double latitude, double longitude) {

  public static Surroundings of(Home home, PhysicsConfig physics, long seed) {
    return new Surroundings(physics, seed, home.timezone(), home.latitude(), home.longitude());
  }
}
