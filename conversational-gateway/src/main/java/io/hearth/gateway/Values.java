package io.hearth.gateway;

import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** When two values count as the same. */
final class Values {

  private static final double EXACT = 0.05;
  private static final String NAME_OF_COLOR = "name";

  private Values() {}

  /** Whether a value is what was wanted; of fields only those wanted count. */
  static boolean same(Value wanted, Value found) {
    return same(wanted, found, EXACT);
  }

  /**
   * Whether a reported value is what was commanded, as far as devices keep it: many hold a level in
   * 255 steps and a colour temperature in mireds.
   */
  static boolean reached(Value wanted, Value reported, Unit unit) {
    return same(wanted, reported, toleranceOf(unit));
  }

  private static double toleranceOf(Unit unit) {
    return switch (unit) {
      case PERCENT, DEGREE -> 1.0;
      case KELVIN -> 60;
      case SECOND -> 2;
      case CELSIUS -> 0.3;
      case NONE,
          LUX,
          HECTOPASCAL,
          PARTS_PER_MILLION,
          MICROGRAM_PER_CUBIC_METRE,
          WATT,
          KILOWATT_HOUR ->
          EXACT;
    };
  }

  private static boolean same(Value wanted, Value found, double tolerance) {
    return switch (wanted) {
      case Value.Number(double want) ->
          found instanceof Value.Number(double is) && Math.abs(want - is) <= tolerance;
      case Value.Text(String want) ->
          found instanceof Value.Text(String is) && want.equalsIgnoreCase(is);
      case Value.Fields(Map<String, Value> want) ->
          found instanceof Value.Fields(Map<String, Value> is)
              && want.entrySet().stream()
                  .filter(entry -> !entry.getKey().equals(NAME_OF_COLOR))
                  .allMatch(entry -> {
                    Value other = is.get(entry.getKey());
                    return other != null && same(entry.getValue(), other, Math.max(tolerance, 1));
                  });
      case Value.Bool bool -> bool.equals(found);
      case Value.Items(List<Value> want) ->
          found instanceof Value.Items(List<Value> is)
              && want.size() == is.size()
              && IntStream.range(0, want.size())
                  .allMatch(i -> same(want.get(i), is.get(i), tolerance));
    };
  }
}
