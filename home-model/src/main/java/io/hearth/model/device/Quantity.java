package io.hearth.model.device;

/**
 * A number with its unit.
 *
 * @param value within the unit's range
 */
public record Quantity(double value, Unit unit) {

  public Quantity {
    if (!unit.range().contains(value)) {
      throw new IllegalArgumentException("value " + value + " is not possible in " + unit);
    }
  }
}
