package io.hearth.model.state;

/** Where a piece of state comes from, from the strongest claim to the weakest. */
public enum Source {
  /** The device said so on the wire, live. */
  REPORTED,
  /** The broker or database had kept it from before; the device has not said it since. */
  RETAINED,
  /** The home file says so, nobody has reported it. */
  DESCRIBED,
  /** It follows from a command in a simulation or a batch, no device was asked. */
  ASSUMED
}
