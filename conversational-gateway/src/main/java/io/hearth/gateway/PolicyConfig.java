package io.hearth.gateway;

import io.hearth.model.device.RiskClass;
import java.util.EnumMap;
import java.util.Map;

/**
 * How sure Hearth must be to act, by risk class; all values are probabilities.
 *
 * @param limits for every risk class
 * @param plausible what another reading must have to be asked about
 * @param implied what a reading that names no device must have to act above low risk
 */
public record PolicyConfig(Map<RiskClass, Limits> limits, double plausible, double implied) {

  /**
   * The limits of a risk class.
   *
   * @param act from here on it is done or answered; below, it is asked
   * @param margin by how much the best must lead the next not to ask which is meant
   */
  public record Limits(double act, double margin) {
    public Limits {
      check("act", act);
      check("margin", margin);
    }
  }

  public PolicyConfig {
    limits = Map.copyOf(limits);
    for (RiskClass risk : RiskClass.values()) {
      if (!limits.containsKey(risk)) {
        throw new IllegalArgumentException("limits of risk class " + risk + " are missing");
      }
    }
    check("plausible", plausible);
    check("implied", implied);
  }

  /** The limits that hold unless a home says otherwise. */
  public static PolicyConfig standard() {
    Map<RiskClass, Limits> limits = new EnumMap<>(RiskClass.class);
    limits.put(RiskClass.NONE, new Limits(0.3, 0.05));
    limits.put(RiskClass.LOW, new Limits(0.5, 0.1));
    limits.put(RiskClass.MEDIUM, new Limits(0.7, 0.2));
    limits.put(RiskClass.HIGH, new Limits(0.95, 0.3));
    return new PolicyConfig(limits, 0.2, 0.8);
  }

  Limits of(RiskClass risk) {
    Limits found = limits.get(risk);
    if (found == null) {
      throw new IllegalStateException("limits of risk class " + risk + " are missing");
    }
    return found;
  }

  private static void check(String key, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(key + " must be 0 to 1 but is " + probability);
    }
  }
}
