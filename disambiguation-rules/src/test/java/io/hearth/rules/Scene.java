package io.hearth.rules;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.PersonId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.Mention;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.hearth.model.state.Transition;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets up one moment of a home, the demo home unless said otherwise: a Monday at 15:00. */
final class Scene {

  private static final DescribedHome DEMO = new HomeFiles(Catalogues.builtIn()).demo();

  private final Home home;
  private final Map<DeviceId, DeviceState> states;
  private final List<Transition> recent = new ArrayList<>();
  private final List<Mention> mentioned = new ArrayList<>();
  private Instant at;
  private boolean sunUp = true;
  private Optional<AreaId> area = Optional.empty();
  private Optional<PersonId> speaker = Optional.empty();

  private Scene(DescribedHome described) {
    home = described.home();
    states = new HashMap<>(described.states());
    at = at("15:00");
  }

  static Scene ofDemoHome() {
    return new Scene(DEMO);
  }

  static Scene of(String homeFile) {
    return new Scene(new HomeFiles(Catalogues.builtIn()).read(homeFile, "test"));
  }

  Home home() {
    return home;
  }

  Scene in(String areaId) {
    area = Optional.of(new AreaId(areaId));
    return this;
  }

  Scene spokenBy(String person) {
    speaker = Optional.of(new PersonId(person));
    return this;
  }

  Scene time(String clock) {
    at = at(clock);
    return this;
  }

  Scene afterSunset() {
    sunUp = false;
    return this;
  }

  Scene with(String device, String property, Object value) {
    DeviceId id = new DeviceId(device);
    Map<String, Value> properties = Map.of(property, Value.ofRaw(value));
    StateReport report =
        new StateReport(id, properties, Source.REPORTED, Instant.EPOCH, Optional.empty());
    DeviceState known = DeviceState.unknown(id).after(report);
    states.merge(id, known, (old, now) -> merged(old, now));
    return this;
  }

  /** The value is from before contact was lost. */
  Scene stale(String device, String property, Object value) {
    with(device, property, value);
    states.computeIfPresent(new DeviceId(device), (id, state) -> state.asStale());
    return this;
  }

  Scene unreachable(String device) {
    states.computeIfPresent(
        new DeviceId(device), (id, state) -> state.with(Availability.OFFLINE, at));
    return this;
  }

  /** It changed then, from something else, and has the value since. */
  Scene changed(String device, String property, Object value, Duration ago) {
    return took(device, property, Optional.of(Value.of("before")), value, ago);
  }

  /** It told its first value then. */
  Scene toldFirst(String device, String property, Object value, Duration ago) {
    return took(device, property, Optional.empty(), value, ago);
  }

  private Scene took(
      String device, String property, Optional<Value> from, Object value, Duration ago) {
    DeviceId id = new DeviceId(device);
    recent.add(new Transition(id, property, from, Value.ofRaw(value), at.minus(ago)));
    return with(device, property, value);
  }

  Scene mentioned(String device, Duration ago) {
    mentioned.add(new Mention(new DeviceId(device), at.minus(ago)));
    return this;
  }

  ContextSnapshot now() {
    recent.sort(Comparator.comparing(Transition::at).reversed());
    mentioned.sort(Comparator.comparing(Mention::at).reversed());
    return new ContextSnapshot(
        home,
        Map.copyOf(states),
        at,
        sunUp,
        area,
        Optional.empty(),
        speaker,
        List.copyOf(recent),
        List.copyOf(mentioned));
  }

  private Instant at(String clock) {
    return LocalDateTime.parse("2026-03-02T" + clock).atZone(home.timezone()).toInstant();
  }

  private static DeviceState merged(DeviceState old, DeviceState now) {
    Map<String, io.hearth.model.state.PropertyState> properties = new HashMap<>(old.properties());
    properties.putAll(now.properties());
    return new DeviceState(old.device(), properties, old.availability(), old.availabilitySince());
  }
}
