package io.hearth.language;

import io.hearth.language.reference.Situation;
import io.hearth.language.words.Claim;
import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Slots;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that may be asked of a device.
 *
 * @param property empty for what it mainly tells
 * @param expected what "yes" would mean; several values when any of them does; a word after "!" for
 *     anything but that
 */
record Query(String property, Optional<Value> expected) {

  static Query of(Claim.Expectation expectation) {
    Value expected =
        expectation.values().size() == 1
            ? expectation.values().getFirst()
            : new Value.Items(expectation.values());
    boolean anythingBut = expectation.negated() && expected instanceof Value.Text;
    Value said =
        anythingBut && expected instanceof Value.Text(String word)
            ? Value.of("!" + word)
            : expected;
    return new Query(expectation.property(), Optional.of(said));
  }

  /** Whether a device has the property, or has told it although its type does not say so. */
  boolean isAbout(Situation situation, Device device) {
    if (property.isEmpty()) {
      return !device.properties().isEmpty();
    }
    if (property.equals("since")) {
      return true;
    }
    return device.property(property).isPresent()
        || situation.snapshot().property(device.id(), property).isPresent();
  }

  void addTo(Map<String, Value> slots, String name) {
    if (!name.isEmpty()) {
      slots.put(Slots.PROPERTY, Value.of(name));
    }
    expected.ifPresent(value -> slots.put(Slots.EXPECTED, value));
    slots.remove("state");
  }
}
