package io.hearth.rules;

import io.hearth.model.device.Area;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Person;
import io.hearth.model.device.Value;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.model.state.DayPart;
import io.hearth.model.state.Transition;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fact of rules that is about no candidate: the moment at which something was said.
 *
 * <p>Used by one thread; what is asked twice is worked out once.
 */
public final class Moment {

  /** Longer ago than anything that is remembered. */
  static final double NEVER = Double.POSITIVE_INFINITY;

  private static final double MILLIS_A_MINUTE = 60_000;
  private static final double WARM_ROOM = 25;
  private static final double COLD_ROOM = 18;

  private final ContextSnapshot snapshot;
  private final DayPart dayPart;
  private @Nullable Map<String, Double> minutesSinceChange;
  private @Nullable Map<DeviceId, Double> minutesSinceUse;
  private @Nullable Set<AreaId> areasWithPeople;
  private @Nullable List<Person> possibleSpeakers;

  Moment(ContextSnapshot snapshot) {
    this.snapshot = snapshot;
    this.dayPart = snapshot.dayPart();
  }

  public boolean isMorning() {
    return dayPart == DayPart.MORNING;
  }

  public boolean isAfternoon() {
    return dayPart == DayPart.AFTERNOON;
  }

  public boolean isEvening() {
    return dayPart == DayPart.EVENING;
  }

  public boolean isNight() {
    return dayPart == DayPart.NIGHT;
  }

  /** The part of the day: morning, afternoon, evening, night. */
  public String getDayPart() {
    return dayPart.word();
  }

  public boolean isSunUp() {
    return snapshot.sunUp();
  }

  /** Whether it is known where the speaker is. */
  public boolean isPlaced() {
    return snapshot.speakerArea().isPresent();
  }

  /** Where the speaker is, as said in a sentence: "the kitchen". */
  public String getPlace() {
    return snapshot
        .speakerArea()
        .flatMap(snapshot.home()::area)
        .map(Area::name)
        .map(Wording::the)
        .orElse("an unknown place");
  }

  /** Whether the speaker's room is warm: 25 °C or more. */
  public boolean isWarmHere() {
    return temperatureHere().filter(degrees -> degrees >= WARM_ROOM).isPresent();
  }

  /** Whether the speaker's room is cold: 18 °C or less. */
  public boolean isColdHere() {
    return temperatureHere().filter(degrees -> degrees <= COLD_ROOM).isPresent();
  }

  /**
   * Minutes since a property of any device of a type took another value; infinite when that is not
   * remembered.
   */
  public double minutesSince(String deviceType, String property) {
    Map<String, Double> known = minutesSinceChange;
    if (known == null) {
      known = new HashMap<>();
      for (Transition change : snapshot.recent()) {
        Optional<Device> device = snapshot.home().device(change.device());
        if (device.isPresent() && isNews(change)) {
          known.putIfAbsent(key(device.get().type().id(), change.property()), minutesAgo(change));
        }
      }
      minutesSinceChange = known;
    }
    return known.getOrDefault(key(deviceType, property), NEVER);
  }

  /** How long ago that was, as said in a sentence: "just now", "5 minutes ago". */
  public String ago(String deviceType, String property) {
    long minutes = Math.round(minutesSince(deviceType, property));
    return switch ((int) minutes) {
      case 0 -> "just now";
      case 1 -> "a minute ago";
      default -> minutes + " minutes ago";
    };
  }

  /** Minutes since something else than a measurement changed on a device. */
  double minutesSinceUse(DeviceId device) {
    Map<DeviceId, Double> known = minutesSinceUse;
    if (known == null) {
      known = new HashMap<>();
      for (Transition change : snapshot.recent()) {
        if (!(change.to() instanceof Value.Number) && isNews(change)) {
          known.putIfAbsent(change.device(), minutesAgo(change));
        }
      }
      minutesSinceUse = known;
    }
    return known.getOrDefault(device, NEVER);
  }

  /** Whether motion, media or a person tells that somebody is in the area. */
  boolean isOccupied(AreaId area) {
    if (areasWithPeople().contains(area)) {
      return true;
    }
    return snapshot.home().devicesIn(area).stream()
        .anyMatch(device -> is(device, "motion") || is(device, "occupied") || isPlaying(device));
  }

  /**
   * The declared likings that count: the speaker's, or those of the only one at home where the
   * speaker is not known.
   *
   * @param key e.g. {@code music.genre}
   */
  Optional<String> preference(String key) {
    List<Person> known = possibleSpeakers;
    if (known == null) {
      known = possibleSpeakers();
      possibleSpeakers = known;
    }
    return known.size() == 1
        ? Optional.ofNullable(known.getFirst().preferences().get(key))
        : Optional.empty();
  }

  private List<Person> possibleSpeakers() {
    if (snapshot.speaker().isPresent()) {
      return snapshot.speaker().flatMap(snapshot.home()::person).stream().toList();
    }
    return snapshot.peopleHome().stream()
        .flatMap(person -> snapshot.home().person(person).stream())
        .toList();
  }

  private Set<AreaId> areasWithPeople() {
    Set<AreaId> known = areasWithPeople;
    if (known == null) {
      known = new HashSet<>();
      for (Device device : snapshot.home().devices()) {
        if (device.person().isPresent()) {
          snapshot.value(device.id(), "area").flatMap(this::area).ifPresent(known::add);
        }
      }
      areasWithPeople = known;
    }
    return known;
  }

  private Optional<AreaId> area(Value word) {
    return snapshot.home().areas().stream()
        .filter(area -> word.isText(area.id().value()) || word.isText(area.name()))
        .map(Area::id)
        .findFirst();
  }

  private Optional<Double> temperatureHere() {
    return snapshot.speakerArea().stream()
        .flatMap(area -> snapshot.home().devicesIn(area).stream())
        .filter(device -> RoomReading.isExpectedOf(device, snapshot.home()))
        .flatMap(device -> snapshot.value(device.id(), "temperature").stream())
        .filter(Value.Number.class::isInstance)
        .map(value -> ((Value.Number) value).value())
        .findFirst();
  }

  private boolean is(Device device, String property) {
    return snapshot.value(device.id(), property).filter(Value::isTrue).isPresent();
  }

  private boolean isPlaying(Device device) {
    return snapshot.value(device.id(), "playback").filter(v -> v.isText("playing")).isPresent();
  }

  private double minutesAgo(Transition change) {
    return Math.max(0, Duration.between(change.at(), snapshot.at()).toMillis() / MILLIS_A_MINUTE);
  }

  /** The first thing a device ever says is no event, unless it says that it is at something. */
  private static boolean isNews(Transition change) {
    return change.from().isPresent()
        || change.to().isTrue()
        || change.to().isText("running")
        || change.to().isText("playing");
  }

  private static String key(String deviceType, String property) {
    return deviceType + "/" + property;
  }
}
