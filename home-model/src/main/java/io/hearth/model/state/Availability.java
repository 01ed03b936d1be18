package io.hearth.model.state;

/** Whether a device can be reached. */
public enum Availability {
  /** It said so itself or reported recently. */
  ONLINE,
  /** Its last will, its silence or its own word says that it cannot be reached. */
  OFFLINE,
  /** Nothing was heard of it yet; it may be tried. */
  UNKNOWN
}
