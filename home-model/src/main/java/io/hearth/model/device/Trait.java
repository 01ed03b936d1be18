package io.hearth.model.device;

import java.util.Locale;

/** What a device is besides its capabilities, where that matters to meaning. */
public enum Trait {
  SCREEN,
  SPEAKER,
  MICROPHONE,
  OUTDOOR,
  SECURITY,
  HEAT;

  /** The word used in files, e.g. {@code screen}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The trait of that word.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static Trait ofWord(String word) {
    for (Trait trait : values()) {
      if (trait.word().equals(word)) {
        return trait;
      }
    }
    throw new IllegalArgumentException(
        "unknown trait '"
            + word
            + "'; known are screen, speaker, microphone, outdoor, security, heat");
  }
}
