package io.hearth.model.decision;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a question is answered with.
 *
 * @param value the answer; empty when it is not known
 * @param about the devices it was read from
 * @param reply the words for it
 */
public record Answer(Optional<Value> value, Unit unit, List<DeviceId> about, String reply) {

  public Answer {
    about = List.copyOf(about);
  }
}
