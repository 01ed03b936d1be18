package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.vocabulary.JsonReadings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * A device draft with the topics of zigbee2mqtt: what its messages say, and {@code /set}.
 *
 * @param topic of its state, {@code <base>/<friendly name>}
 * @param about what its maker says that it is, in small letters
 * @param called what its owner calls it, in small letters
 */
record Zigbee(DeviceDraft draft, String topic, String about, String called) {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** Puts a command into the members of a {@code /set} message. */
  @FunctionalInterface
  interface Setter {
    Map<String, Object> members(Call call) throws CannotCommandException;
  }

  static Map<String, Object> member(String name, Object value) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(name, value);
    return members;
  }

  void reads(Expose expose, String property, JsonReadings.Reading reading) {
    if (expose.isReported()) {
      draft.reads(state(), property, reading);
    }
  }

  /** What it says without meaning in the catalogue. */
  void extra(Expose expose) {
    if (expose.isReported() && !expose.property().isEmpty()) {
      String key = expose.property();
      draft.extra(state(), key, message -> JsonReadings.plain(message.path(key)));
    }
  }

  /** A command that the device confirms by what it reports of the property. */
  void command(String action, Expose told, Optional<Expose> reported, String property, Setter way) {
    if (!told.isSettable()) {
      return;
    }
    Confirmation confirmation =
        reported.filter(Expose::isReported).isPresent() && draft.says(property)
            ? new Confirmation.ByReport(Set.of(property))
            : new Confirmation.Never("it does not report its " + told.name());
    draft.command(action, call -> List.of(set(way.members(call))), confirmation);
  }

  void command(String action, Expose told, String property, Setter way) {
    command(action, told, Optional.of(told), property, way);
  }

  private Outgoing set(Map<String, Object> members) {
    return Outgoing.mqtt(topic + "/set", MAPPER.writeValueAsBytes(members));
  }

  boolean isAbout(String... words) {
    for (String word : words) {
      if (about.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private Address state() {
    return new Address.Mqtt(topic);
  }
}
