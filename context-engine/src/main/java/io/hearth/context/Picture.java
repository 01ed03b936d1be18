package io.hearth.context;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.PropertyState;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.hearth.model.state.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * Everything that is believed of a home at one moment; immutable, each change makes a next picture
 * that shares all that did not change. States are in the order of device ids.
 */
record Picture(
    Home home, PMap<DeviceId, DeviceState> states, RecentChanges recent, Mentions mentions) {

  static Picture of(Home home, Map<DeviceId, DeviceState> states) {
    return new Picture(home, TreePMap.from(states), RecentChanges.NONE, Mentions.NONE);
  }

  DeviceState state(DeviceId device) {
    DeviceState state = states.get(device);
    return state == null ? DeviceState.unknown(device) : state;
  }

  /** After a device said something; nothing changes for a device that is not in the home. */
  Picture with(StateReport report, Instant now) {
    if (home.device(report.device()).isEmpty()) {
      return this;
    }
    DeviceState before = state(report.device());
    DeviceState after = Belief.after(before, report, now);
    List<Transition> changes =
        tellsOfChange(report.source()) ? changes(before, after, report) : List.of();
    return withState(before, after, changes, now);
  }

  /** After the registry told what it believes of a device, and what changed by it. */
  Picture with(DeviceState told, List<Transition> changes, Instant now) {
    if (home.device(told.device()).isEmpty()) {
      return this;
    }
    DeviceState before = state(told.device());
    return withState(before, Belief.after(before, told, now), changes, now);
  }

  Picture with(DeviceId device, Availability availability, Instant at, Instant now) {
    DeviceState before = state(device);
    boolean late =
        at.isBefore(before.availabilitySince()) && !before.availabilitySince().isAfter(now);
    return late || home.device(device).isEmpty()
        ? this
        : withStates(states.plus(device, before.with(availability, at)));
  }

  /** After devices came or were described anew. */
  Picture with(Collection<Device> devices) {
    return new Picture(home.with(devices), states, recent, mentions);
  }

  Picture without(DeviceId device) {
    return new Picture(home.without(device), states.minus(device), recent, mentions);
  }

  Picture mentioning(DeviceId device, Instant at) {
    return new Picture(home, states, recent, mentions.plus(device, at));
  }

  Picture mentioning(Collection<DeviceId> devices, Utterance utterance, Instant at) {
    Mentions next = mentions;
    for (DeviceId device : devices) {
      next = next.plus(device, utterance, at);
    }
    return new Picture(home, states, recent, next);
  }

  private Picture withState(
      DeviceState before, DeviceState after, List<Transition> changes, Instant now) {
    RecentChanges nextRecent = recent;
    for (Transition change : changes) {
      nextRecent = nextRecent.plus(change, before.property(change.property()), now);
    }
    return new Picture(home, states.plus(after.device(), after), nextRecent, mentions);
  }

  private Picture withStates(PMap<DeviceId, DeviceState> next) {
    return new Picture(home, next, recent, mentions);
  }

  /** What was kept or described does not say when it came about. */
  private static boolean tellsOfChange(Source source) {
    return source == Source.REPORTED || source == Source.ASSUMED;
  }

  private static List<Transition> changes(
      DeviceState before, DeviceState after, StateReport report) {
    List<Transition> changes = new ArrayList<>();
    for (String property : report.properties().keySet()) {
      Optional<PropertyState> known = before.property(property);
      PropertyState now = after.property(property).orElseThrow();
      if (known.filter(state -> state.value().equals(now.value())).isEmpty()) {
        changes.add(
            new Transition(
                after.device(),
                property,
                known.map(PropertyState::value),
                now.value(),
                now.since()));
      }
    }
    return changes;
  }
}
