package io.hearth.adapter.binding;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A convention in a test: what it is told and what it made of it. */
public final class Lesson implements Convention.Learned {

  public static final String REPLY_TOPIC = "hearth/reply/test";

  private final Convention convention;

  public final Set<DeviceId> changed = new LinkedHashSet<>();
  public final Map<String, Answer> replies = new LinkedHashMap<>();
  public final List<String> problems = new ArrayList<>();
  public final List<Outgoing> sent = new ArrayList<>();

  public Lesson(Convention convention) {
    this.convention = convention;
  }

  @Override
  public void changed(DeviceId device) {
    changed.add(device);
  }

  @Override
  public void reply(String correlation, Answer answer) {
    replies.put(correlation, answer);
  }

  @Override
  public void send(Outgoing message) {
    sent.add(message);
  }

  @Override
  public void problem(Optional<DeviceId> device, String reason) {
    problems.add(device.map(id -> id + ": ").orElse("") + reason);
  }

  /** A message arrives, retained. */
  public Lesson hears(String topic, String payload) throws MalformedPayloadException {
    return hears(topic, payload, true);
  }

  public Lesson hears(String topic, String payload, boolean retained)
      throws MalformedPayloadException {
    convention.learn(
        new Message(new Address.Mqtt(topic), Payload.of(payload), retained, Optional.empty()),
        this);
    return this;
  }

  /** What it makes of a device. */
  public DeviceBinding device(String id) {
    return convention.describe(new DeviceId(id)).orElseThrow();
  }

  public boolean knows(String id) {
    return convention.describe(new DeviceId(id)).isPresent();
  }

  /** What a device says by a message, in the words of the catalogue. */
  public Map<String, Value> says(String id, String topic, String payload)
      throws MalformedPayloadException {
    Map<String, Value> said = new LinkedHashMap<>();
    for (StateSource source : device(id).states()) {
      if (source.at().equals(new Address.Mqtt(topic))) {
        said.putAll(source.decoder().decode(Payload.of(payload)).properties());
      }
    }
    return said;
  }

  /** What is sent for a command, as {@code topic payload} each. */
  public List<String> tells(
      String id, String action, Map<String, Value> arguments, Map<String, Value> known)
      throws CannotCommandException {
    DeviceId device = new DeviceId(id);
    DeviceState state =
        DeviceState.unknown(device)
            .after(
                new StateReport(
                    device, known, Source.REPORTED, Instant.EPOCH, Optional.of(Instant.EPOCH)));
    Call call = new Call(new Command(device, action, arguments), state, "c1", REPLY_TOPIC);
    return device(id).command(action).orElseThrow().encoder().encode(call).stream()
        .map(message -> message.to() + " " + message.text())
        .toList();
  }

  public List<String> tells(String id, String action) throws CannotCommandException {
    return tells(id, action, Map.of(), Map.of());
  }

  public List<String> tells(String id, String action, String argument, Object value)
      throws CannotCommandException {
    return tells(id, action, Map.of(argument, Value.ofRaw(value)), Map.of());
  }
}
