package io.hearth.model.state;

import io.hearth.model.device.Area;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.PersonId;
import io.hearth.model.device.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One consistent moment of a home, as seen from where somebody speaks; immutable and cheap to make.
 *
 * @param states what is believed of each device; an immutable map that is shared, not copied
 * @param at the moment
 * @param sunUp whether the sun is above the horizon of the home
 * @param speakerArea where the speaker is: the microphone's area unless something better is known
 * @param satellite the device that heard it
 * @param speaker who speaks, where known
 * @param recent what changed in the last half hour, newest first
 * @param mentioned devices spoken about in this dialogue, newest first
 */
public record ContextSnapshot(
    Home home,
    Map<DeviceId, DeviceState> states,
    Instant at,
    boolean sunUp,
    Optional<AreaId> speakerArea,
    Optional<DeviceId> satellite,
    Optional<PersonId> speaker,
    List<Transition> recent,
    List<Mention> mentioned) {

  public DeviceState state(DeviceId device) {
    DeviceState state = states.get(device);
    return state == null ? DeviceState.unknown(device) : state;
  }

  public Optional<PropertyState> property(DeviceId device, String property) {
    DeviceState state = states.get(device);
    return state == null ? Optional.empty() : state.property(property);
  }

  public Optional<Value> value(DeviceId device, String property) {
    return property(device, property).map(PropertyState::value);
  }

  /** True unless it is known to be unreachable. */
  public boolean isReachable(DeviceId device) {
    return state(device).availability() != Availability.OFFLINE;
  }

  /** Whether the device is doing something: on, playing, running, cleaning, moving or ringing. */
  public boolean isActive(DeviceId device) {
    DeviceState state = state(device);
    if (state.value("on").isPresent()) {
      return state.value("on").get().isTrue();
    }
    return state.value("playback").filter(v -> v.isText("playing")).isPresent()
        || state.value("operation").filter(v -> v.isText("running")).isPresent()
        || state.value("cleaning").filter(v -> v.isText("cleaning")).isPresent()
        || state.value("ringing").filter(Value::isTrue).isPresent()
        || state
            .value("moving")
            .filter(v -> v.isText("opening") || v.isText("closing"))
            .isPresent();
  }

  public ZonedDateTime localTime() {
    return at.atZone(home.timezone());
  }

  public DayPart dayPart() {
    return DayPart.of(LocalTime.from(localTime()));
  }

  /** The newest change of a property of a device within the time given, if there was one. */
  public Optional<Transition> lastChange(DeviceId device, String property, Duration within) {
    Instant earliest = at.minus(within);
    for (Transition transition : recent) {
      if (transition.at().isBefore(earliest)) {
        return Optional.empty();
      }
      if (transition.device().equals(device) && transition.property().equals(property)) {
        return Optional.of(transition);
      }
    }
    return Optional.empty();
  }

  /** How long the property has had its value; empty where it is not known. */
  public Optional<Duration> heldFor(DeviceId device, String property) {
    return property(device, property)
        .map(state -> Duration.between(state.since(), at))
        .map(held -> held.isNegative() ? Duration.ZERO : held);
  }

  /** The people who are known to be home. */
  public List<PersonId> peopleHome() {
    return home.devices().stream()
        .filter(device -> device.person().isPresent())
        .filter(device -> value(device.id(), "location").filter(v -> v.isText("home")).isPresent())
        .flatMap(device -> device.person().stream())
        .distinct()
        .toList();
  }

  /** Whether motion, media or a person says that somebody is in the area now. */
  public boolean isOccupied(AreaId area) {
    for (Device device : home.devicesIn(area)) {
      if (value(device.id(), "motion").filter(Value::isTrue).isPresent()
          || value(device.id(), "occupied").filter(Value::isTrue).isPresent()
          || value(device.id(), "playback").filter(v -> v.isText("playing")).isPresent()) {
        return true;
      }
    }
    return home.devices().stream()
        .filter(device -> device.person().isPresent())
        .anyMatch(
            device -> value(device.id(), "area").filter(v -> v.isText(area.value())).isPresent());
  }

  public Optional<Area> areaOf(DeviceId device) {
    return home.device(device).flatMap(Device::area).flatMap(home::area);
  }
}
