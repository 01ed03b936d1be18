package io.hearth.language.reference;

import io.hearth.model.device.Device;

/** What a request asks of the devices it is for. */
public interface Need {

  /** Whether the device can do it or tell it. */
  boolean fits(Device device);

  /** Whether something is asked rather than commanded; questions are about the whole home. */
  boolean isQuestion();

  /** Whether each device is a reading of its own, as for "what is the temperature". */
  boolean each();
}
