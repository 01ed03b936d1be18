package io.hearth.app.cli;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, for a person. */
final class Ages {

  private Ages() {}

  /** E.g. "3 min ago"; empty for no time. */
  static String ago(String time) {
    if (time.isEmpty()) {
      return "";
    }
    long seconds = Math.max(0, Duration.between(Instant.parse(time), Instant.now()).toSeconds());
    if (seconds < 120) {
      return seconds + " s ago";
    }
    if (seconds < 7200) {
      return seconds / 60 + " min ago";
    }
    return seconds < 172_800 ? seconds / 3600 + " h ago" : seconds / 86_400 + " days ago";
  }
}
