package io.hearth.app.interpret;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of batch input, checked in form; whether what it names is in the home is checked later.
 *
 * @param id as given, a JSON text or number; null text where there was none
 * @param home id of the home it speaks to, where several are loaded
 * @param area id, name or alias of the area
 * @param dialogue lines with the same value are turns of one conversation
 * @param state what holds at this line, by device and property
 * @param available whether devices can be reached
 * @param events what happened before
 */
record InterpretLine(
    Object id,
    Transcript transcript,
    Optional<String> home,
    Optional<String> area,
    Optional<String> device,
    Optional<String> user,
    Optional<Instant> time,
    Optional<String> dialogue,
    Map<DeviceId, Map<String, Value>> state,
    Map<DeviceId, Boolean> available,
    List<Event> events) {

  /** A property took a value. */
  record Event(Instant time, DeviceId device, String property, Value value) {}
}
