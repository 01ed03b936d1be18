package io.hearth.adapter.homie;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.StateSource;
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

/** A Homie convention that is told messages and remembers what it said of them. */
final class Homie implements Convention.Learned {

  final HomieConvention convention = new HomieConvention(List.of("homie"));
  final Set<DeviceId> changed = new LinkedHashSet<>();
  final Map<String, Answer> replies = new LinkedHashMap<>();
  final List<String> problems = new ArrayList<>();

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
    throw new AssertionError("Homie asks nothing");
  }

  @Override
  public void problem(Optional<DeviceId> device, String reason) {
    problems.add(reason);
  }

  Homie hears(String topic, String payload) throws MalformedPayloadException {
    convention.learn(Message.live(new Address.Mqtt(topic), Payload.of(payload)), this);
    return this;
  }

  /** A device of version 5 that is ready. */
  Homie device(String id, String description) throws MalformedPayloadException {
    return hears("homie/5/" + id + "/$description", description)
        .hears("homie/5/" + id + "/$state", "ready");
  }

  DeviceBinding binding(String id) {
    return convention.describe(new DeviceId(id)).orElseThrow();
  }

  boolean knows(String id) {
    return convention.describe(new DeviceId(id)).isPresent();
  }

  /** What a device says with a payload on a topic. */
  Map<String, Value> said(String id, String topic, String payload)
      throws MalformedPayloadException {
    Map<String, Value> all = new LinkedHashMap<>();
    for (StateSource source : binding(id).states()) {
      if (source.at().toString().equals(topic)) {
        all.putAll(source.decoder().decode(Payload.of(payload)).properties());
      }
    }
    return all;
  }

  /** What is sent for a command, as {@code topic payload}. */
  String sent(String id, String action, Map<String, Value> arguments, Map<String, Value> known)
      throws CannotCommandException {
    DeviceId device = new DeviceId(id);
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    DeviceState state =
        DeviceState.unknown(device)
            .after(new StateReport(device, known, Source.REPORTED, now, Optional.empty()));
    Command command = new Command(device, action, arguments);
    Outgoing only =
        binding(id)
            .commands()
            .get(action)
            .encoder()
            .encode(new Call(command, state, "c1", "reply"))
            .getFirst();
    return only.to() + " " + only.text() + (only.retain() ? " retained" : "");
  }
}
