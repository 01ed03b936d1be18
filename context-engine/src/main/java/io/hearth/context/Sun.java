package io.hearth.context;

import io.hearth.model.device.Home;
import java.time.Instant;
import org.shredzone.commons.suncalc.SunPosition;

/** Whether the sun is up at a place; worked out once a minute, safe from any thread. */
final class Sun {

  /** The height of the sun's centre when its upper edge touches the horizon, in degrees. */
  private static final double SUNRISE_ALTITUDE = -0.833;

  private static final int SECONDS_A_MINUTE = 60;

  private final double latitude;
  private final double longitude;
  private volatile Seen last;

  Sun(Home home, Instant now) {
    latitude = home.latitude();
    longitude = home.longitude();
    last = look(minuteOf(now));
  }

  boolean isUp(Instant at) {
    long minute = minuteOf(at);
    Seen seen = last;
    if (seen.minute() != minute) {
      seen = look(minute);
      last = seen;
    }
    return seen.up();
  }

  private Seen look(long minute) {
    SunPosition position =
        SunPosition.compute()
            .at(latitude, longitude)
            .on(Instant.ofEpochSecond(minute * SECONDS_A_MINUTE))
            .execute();
    return new Seen(minute, position.getTrueAltitude() > SUNRISE_ALTITUDE);
  }

  private static long minuteOf(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), SECONDS_A_MINUTE);
  }

  private record Seen(long minute, boolean up) {}
}
