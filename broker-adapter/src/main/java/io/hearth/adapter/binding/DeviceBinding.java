package io.hearth.adapter.binding;

import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Announcement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One device as a convention describes it; immutable.
 *
 * @param announcement what it is; empty when that is known from elsewhere, as from the home file
 * @param identities what it is known by under any convention, e.g. {@code mac:a0b1c2d3e4f5} or
 *     {@code ieee:0x00158d0001000972}; see {@link Ids}
 * @param states where it says what is true of it
 * @param availability it can be reached when one of the rules says so; without any, by what it says
 *     live
 * @param commands by action of the catalogue, {@link #ANY_ACTION} for one way to all; actions of
 *     its capabilities that are missing here must be in {@code without} of the announcement
 * @param sleep how it sleeps, where it does
 */
public record DeviceBinding(
    DeviceId device,
    Optional<Announcement> announcement,
    Set<String> identities,
    List<StateSource> states,
    List<AvailabilityRule> availability,
    Map<String, CommandBinding> commands,
    Optional<Sleep> sleep) {

  /** Stands for every action that has no way of its own. */
  public static final String ANY_ACTION = "*";

  public DeviceBinding {
    identities = Set.copyOf(identities);
    states = List.copyOf(states);
    availability = List.copyOf(availability);
    commands = Map.copyOf(commands);
    if (announcement.isPresent() && !announcement.get().device().equals(device)) {
      throw new IllegalArgumentException(
          "device " + device + " is announced as " + announcement.get().device());
    }
  }

  /** One that never sleeps. */
  public DeviceBinding(
      DeviceId device,
      Optional<Announcement> announcement,
      Set<String> identities,
      List<StateSource> states,
      List<AvailabilityRule> availability,
      Map<String, CommandBinding> commands) {
    this(device, announcement, identities, states, availability, commands, Optional.empty());
  }

  /** The same that sleeps; who cannot be told anything needs not be waited for. */
  public DeviceBinding sleeping(Sleep how) {
    return commands.isEmpty()
        ? this
        : new DeviceBinding(
            device, announcement, identities, states, availability, commands, Optional.of(how));
  }

  /** How it is told to do an action; empty when it cannot be told to. */
  public Optional<CommandBinding> command(String action) {
    return Optional.ofNullable(commands.get(action))
        .or(() -> Optional.ofNullable(commands.get(ANY_ACTION)));
  }

  /** Everywhere that must be listened to. */
  public Set<Address> addresses() {
    Set<Address> all = new LinkedHashSet<>();
    availability.forEach(rule -> rule.probes().forEach(probe -> all.add(probe.at())));
    states.forEach(source -> all.add(source.at()));
    sleep.flatMap(Sleep::told).ifPresent(probe -> all.add(probe.at()));
    return all;
  }
}
