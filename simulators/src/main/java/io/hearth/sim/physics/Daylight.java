package io.hearth.sim.physics;

import io.hearth.model.device.Trait;
import io.hearth.model.device.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A light sensor sees the sun of its place and time of day; once it was covered or lit by hand it
 * stays with that.
 */
final class Daylight implements Behaviour {

  private static final String ILLUMINANCE = "illuminance";
  private static final double INDOOR_PEAK = 700;
  private static final double OUTDOOR_PEAK = 60_000;
  private static final double NIGHT = 2;

  /** A change is told when it is at least this share of what was told last. */
  private static final double NOTICEABLE = 0.05;

  private final double latitude;
  private final double longitude;
  private boolean byHand;

  Daylight(Surroundings surroundings) {
    latitude = surroundings.latitude();
    longitude = surroundings.longitude();
  }

  @Override
  public void begin(Body body) {
    body.begin(ILLUMINANCE, Value.of(illuminance(body)));
  }

  @Override
  public void given(Body body, String property, Value value) {
    byHand |= property.equals(ILLUMINANCE);
  }

  @Override
  public void advance(Body body, Duration passed) {
    if (byHand) {
      return;
    }
    double now = illuminance(body);
    double told = body.number(ILLUMINANCE, 0);
    if (Math.abs(now - told) >= Math.max(1, told * NOTICEABLE)) {
      body.set(ILLUMINANCE, Value.of(now));
    }
  }

  private double illuminance(Body body) {
    double peak = body.device().hasTrait(Trait.OUTDOOR) ? OUTDOOR_PEAK : INDOOR_PEAK;
    return Math.rint(NIGHT + peak * Math.max(0, sineOfSunHeight(body.now())));
  }

  /** Good to a degree or two, without the equation of time. */
  private double sineOfSunHeight(Instant now) {
    ZonedDateTime utc = now.atZone(ZoneOffset.UTC);
    double declination =
        Math.toRadians(-23.44 * Math.cos(2 * Math.PI * (utc.getDayOfYear() + 10) / 365.25));
    double hourAngle = Math.toRadians(utc.toLocalTime().toSecondOfDay() / 240.0 - 180 + longitude);
    double place = Math.toRadians(latitude);
    return Math.sin(place) * Math.sin(declination)
        + Math.cos(place) * Math.cos(declination) * Math.cos(hourAngle);
  }
}
