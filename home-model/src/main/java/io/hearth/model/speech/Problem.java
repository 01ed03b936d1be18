package io.hearth.model.speech;

import java.util.Locale;

/**
 * Why a request, or a part of one, cannot be carried out.
 *
 * @param what the name, value or thing it is about, as it may be said back
 */
public record Problem(Kind kind, String what) {

  /** The kinds of the contract. */
  public enum Kind {
    NO_SUCH_DEVICE,
    NO_SUCH_AREA,
    UNSUPPORTED,
    OUT_OF_RANGE,
    OUT_OF_DOMAIN,
    UNAVAILABLE,
    NOT_PERMITTED,
    UNCLEAR;

    /** The word on the wire, e.g. {@code no_such_device}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
