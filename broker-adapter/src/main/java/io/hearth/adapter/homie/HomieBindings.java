package io.hearth.adapter.homie;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.CommandBinding;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.Decoder;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.Sleep;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.homie.HomieDescription.Node;
import io.hearth.adapter.homie.HomieParts.Part;
import io.hearth.adapter.homie.HomieParts.Place;
import io.hearth.adapter.inference.Draft;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the bindings of a device of what it says it is. */
final class HomieBindings {

  private final DeviceId id;
  private final HomieTopics topics;
  private final boolean version5;
  private final HomieDescription description;
  private final HomieTargets targets;

  HomieBindings(
      DeviceId id,
      HomieTopics topics,
      boolean version5,
      HomieDescription description,
      HomieTargets targets) {
    this.id = id;
    this.topics = topics;
    this.version5 = version5;
    this.description = description;
    this.targets = targets;
  }

  /** The id of the thing that a node is when it is one of its own. */
  static DeviceId part(DeviceId device, String node) {
    return Ids.deviceId(device + "." + node);
  }

  /** By id; the device itself first. */
  Map<DeviceId, DeviceBinding> bindings(Set<String> identities) {
    Map<DeviceId, DeviceBinding> all = new LinkedHashMap<>();
    for (Part part : new HomieParts(description, version5).parts()) {
      boolean main = all.isEmpty();
      Node first = part.nodes().getFirst();
      DeviceId device = main ? id : part(id, first.id());
      String own = description.name().isBlank() ? id.value() : description.name();
      all.put(
          device,
          binding(
              device, main ? own : own + " " + first.name(), part, main ? identities : Set.of()));
    }
    return all;
  }

  private DeviceBinding binding(DeviceId device, String name, Part part, Set<String> identities) {
    Draft<Place> draft = part.draft();
    List<StateSource> states = new ArrayList<>();
    draft.reads().forEach(read -> states.add(source(read)));
    Map<String, CommandBinding> commands = new LinkedHashMap<>();
    draft.writes().forEach((action, write) -> commands.put(action, command(write)));
    return new DeviceBinding(
            device,
            Optional.of(draft.announcement(device, name, Optional.empty())),
            identities,
            states,
            List.of(availability(commands.isEmpty())),
            commands)
        .sleeping(Sleep.announcedAt(new AvailabilityRule.Probe(at(), HomieBindings::isAwake)));
  }

  private Address at() {
    return new Address.Mqtt(topics.state());
  }

  private static Optional<Boolean> isAwake(Payload payload) {
    return Optional.of(!payload.text().strip().equals("sleeping"));
  }

  private StateSource source(Draft.Read<Place> read) {
    Place place = read.from();
    HomieValues values = new HomieValues(place.property(), version5);
    Decoder decoder =
        payload -> new SaidState(read.reader().read(values.read(payload.text())), Optional.empty());
    return StateSource.of(
        new Address.Mqtt(topics.property(place.node().id(), place.property().id())),
        read.properties(),
        decoder);
  }

  private CommandBinding command(Draft.Write<Place> write) {
    Place place = write.to();
    HomieValues values = new HomieValues(place.property(), version5);
    String topic = topics.set(place.node().id(), place.property().id());
    boolean shown = place.property().retained() && !write.confirmedBy().isEmpty();
    return new CommandBinding(
        call -> {
          String payload = values.write(write.writer().write(call), call);
          if (version5) {
            targets.expect(
                topics.target(place.node().id(), place.property().id()),
                payload,
                call.correlation());
          }
          return List.of(Outgoing.mqtt(topic, payload));
        },
        shown
            ? new Confirmation.ByReport(write.confirmedBy())
            : new Confirmation.Never("it keeps no value that would show it"));
  }

  /**
   * A sleeping device that only measures is there, what it said last holds; one that is to do
   * something cannot hear. The connection of a child is that of its root.
   */
  private AvailabilityRule availability(boolean measures) {
    List<AvailabilityRule.Probe> probes = new ArrayList<>();
    probes.add(
        new AvailabilityRule.Probe(
            at(),
            payload ->
                switch (payload.text().strip()) {
                  case "ready", "alert" -> Optional.of(true);
                  case "sleeping" -> Optional.of(measures);
                  case "init", "disconnected", "lost" -> Optional.of(false);
                  default -> Optional.empty();
                }));
    description
        .root()
        .ifPresent(root ->
            probes.add(
                new AvailabilityRule.Probe(
                    new Address.Mqtt(topics.sibling(root).state()),
                    payload ->
                        switch (payload.text().strip()) {
                          case "disconnected", "lost" -> Optional.of(false);
                          case "" -> Optional.empty();
                          default -> Optional.of(true);
                        })));
    return new AvailabilityRule(AvailabilityRule.Mode.ALL, probes);
  }
}
