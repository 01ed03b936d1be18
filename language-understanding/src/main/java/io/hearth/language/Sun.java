package io.hearth.language;

import io.hearth.model.device.Home;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** When the sun rises and sets at a home, to a few minutes, after the common almanac formula. */
final class Sun {

  /** Altitude of the sun's centre when its edge is at the horizon, refraction included. */
  private static final double HORIZON = Math.toRadians(-0.833);

  private final Home home;

  Sun(Home home) {
    this.home = home;
  }

  /** The next sunrise or sunset after a moment; where there is none, six or eighteen o'clock. */
  ZonedDateTime next(ZonedDateTime after, boolean rising) {
    ZonedDateTime today = on(after.toLocalDate(), rising).withZoneSameInstant(after.getZone());
    return today.isAfter(after)
        ? today
        : on(after.toLocalDate().plusDays(1), rising).withZoneSameInstant(after.getZone());
  }

  private ZonedDateTime on(LocalDate day, boolean rising) {
    double angle = 2 * Math.PI * (day.getDayOfYear() - 1) / 365.0;
    double declination =
        0.006918
            - 0.399912 * Math.cos(angle)
            + 0.070257 * Math.sin(angle)
            - 0.006758 * Math.cos(2 * angle)
            + 0.000907 * Math.sin(2 * angle);
    double equation =
        229.18
            * (0.000075
                + 0.001868 * Math.cos(angle)
                - 0.032077 * Math.sin(angle)
                - 0.014615 * Math.cos(2 * angle)
                - 0.040849 * Math.sin(2 * angle));
    double latitude = Math.toRadians(home.latitude());
    double cosine =
        (Math.sin(HORIZON) - Math.sin(latitude) * Math.sin(declination))
            / (Math.cos(latitude) * Math.cos(declination));
    double half = Math.abs(cosine) <= 1 ? Math.toDegrees(Math.acos(cosine)) : 90;
    double minutes = 720 - 4 * (home.longitude() + (rising ? half : -half)) - equation;
    return day.atStartOfDay(ZoneOffset.UTC).plus(Duration.ofSeconds(Math.round(minutes * 60)));
  }
}
