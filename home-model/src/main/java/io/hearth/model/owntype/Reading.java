package io.hearth.model.owntype;

import io.hearth.model.device.Range;
import io.hearth.model.device.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one property is read from a payload.
 *
 * @param scale what to do with a number
 * @param values what a word or number of the device means, by its text; what is not among them is
 *     an error
 * @param otherwise what everything else means, where that is no error
 * @param optional whether a payload without it is none to complain of
 */
public record Reading(
    Extract extract,
    Optional<Scale> scale,
    Map<String, Value> values,
    Optional<Value> otherwise,
    boolean optional) {

  /**
   * A straight line from the device's number to that of the catalogue.
   *
   * @param factor not 0
   * @param within what is beyond is taken to be at the end
   */
  public record Scale(double factor, double offset, Range within) {

    public Scale {
      if (factor == 0 || !Double.isFinite(factor) || !Double.isFinite(offset)) {
        throw new IllegalArgumentException("a scale must have a factor that is not 0");
      }
    }

    /** From the device's number. */
    public double applied(double raw) {
      return within.clamp(Math.rint((raw * factor + offset) * 1e6) / 1e6);
    }

    /** To the device's number. */
    public double inverted(double value) {
      return Math.rint((value - offset) / factor * 1e6) / 1e6;
    }
  }

  public Reading {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
