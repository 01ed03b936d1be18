package io.hearth.model.device;

/** How much harm a wrong action can do; the thresholds to act, ask and confirm rise with it. */
public enum RiskClass {
  /** Questions. */
  NONE,
  /** Lights, media. */
  LOW,
  /** Covers, thermostats, vacuums, appliances. */
  MEDIUM,
  /** Locks, garage doors and gates, ovens and cooktops, alarm panels, sirens. */
  HIGH
}
