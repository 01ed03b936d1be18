package io.hearth.app.home;

import java.util.Optional;

/** The version of this Hearth, from its jar. */
public final class Version {

  private Version() {}

  /** E.g. {@code 0.1.0-SNAPSHOT}; {@code development} outside a jar. */
  public static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
