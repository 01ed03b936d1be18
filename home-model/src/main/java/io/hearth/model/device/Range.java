package io.hearth.model.device;

/**
 * A closed interval of numbers.
 *
 * @param min at most {@code max}
 */
public record Range(double min, double max) {

  public Range {
    if (Double.isNaN(min) || Double.isNaN(max) || min > max) {
      throw new IllegalArgumentException("range must have min ≤ max but is " + min + " to " + max);
    }
  }

  public boolean contains(double value) {
    return value >= min && value <= max;
  }

  /** The nearest value inside. */
  public double clamp(double value) {
    return Math.clamp(value, min, max);
  }

  /** What both allow; this range where they do not meet. */
  public Range narrowedBy(Range other) {
    double low = Math.max(min, other.min);
    double high = Math.min(max, other.max);
    return low <= high ? new Range(low, high) : this;
  }
}
