package io.hearth.gateway;

import io.hearth.model.device.Area;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What devices and places of a home are called in a sentence. */
final class Naming {

  private static final String ENGLISH = "en";
  private static final int MOST_NAMED = 3;

  /** Places that people are on, not in. */
  private static final List<String> ON =
      List.of(
          "balcony",
          "terrace",
          "patio",
          "porch",
          "deck",
          "roof",
          "landing",
          "stairs",
          "staircase",
          "veranda",
          "driveway",
          "floor");

  private final Home home;

  Naming(Home home) {
    this.home = home;
  }

  /** "the oven", "the bedroom lamp" where there are several lamps, "Ann" for a person. */
  String the(Device device) {
    String name = device.name();
    if (device.person().isPresent() || isPossessive(name)) {
      return name;
    }
    String full = isShared(device) ? inArea(device, name) : lower(name);
    return startsWithThe(full) ? full : "the " + full;
  }

  /** What a property is called: by its type's own word, else by its name. */
  static String property(Device device, String property) {
    return ownWord(device, property).orElseGet(() -> Arguments.words(property));
  }

  /** The word of a device's type for a property that is usual for no other. */
  static Optional<String> ownWord(Device device, String property) {
    return device.type().words(ENGLISH).properties().getOrDefault(property, List.of()).stream()
        .findFirst();
  }

  String the(DeviceId id) {
    return home.device(id).map(this::the).orElse(id.value());
  }

  /** Some devices together: "the bedroom lights", "the oven and the lamp", "5 lights". */
  String the(List<DeviceId> ids) {
    List<Device> devices = ids.stream().distinct().flatMap(id -> home.device(id).stream()).toList();
    if (devices.size() < 2) {
      return devices.isEmpty() ? "nothing" : the(devices.getFirst());
    }
    Optional<String> word = commonWord(devices);
    if (word.isPresent() && isAllOfTheArea(devices)) {
      String area = devices.getFirst().area().flatMap(home::area).map(Naming::of).orElse("");
      return ("the " + area + " " + plural(word.get())).replace("  ", " ");
    }
    if (devices.size() <= MOST_NAMED) {
      return Figures.and(devices.stream().map(this::the).toList());
    }
    if (word.isPresent() && isAllOfTheHome(devices)) {
      return "all the " + plural(word.get());
    }
    return word.map(w -> devices.size() + " " + plural(w)).orElseGet(() -> mixed(devices));
  }

  /** Many of several types: "3 lights and the thermostat". */
  private String mixed(List<Device> devices) {
    Map<String, List<Device>> byType = new LinkedHashMap<>();
    devices.forEach(
        device -> byType.computeIfAbsent(word(device), key -> new ArrayList<>()).add(device));
    if (byType.size() > MOST_NAMED) {
      return devices.size() + " devices";
    }
    List<String> groups = new ArrayList<>();
    byType.forEach((word, alike) ->
        groups.add(alike.size() == 1 ? the(alike.getFirst()) : alike.size() + " " + plural(word)));
    return Figures.and(groups);
  }

  private static String word(Device device) {
    return device.typeNames(ENGLISH).stream().findFirst().orElse("device");
  }

  /** A name as somebody said it, with its article. */
  String the(String said) {
    Optional<Device> known =
        home.devices().stream().filter(d -> d.name().equalsIgnoreCase(said)).findFirst();
    if (known.isPresent()) {
      return the(known.get());
    }
    return startsWithThe(said) || isPossessive(said) ? said : "the " + lower(said);
  }

  /** The place as it stands before a noun, e.g. "living room". */
  static String of(Area area) {
    return lower(area.name());
  }

  /** "the kitchen"; the area's id where it is unknown. */
  String area(AreaId id) {
    return home.area(id)
        .map(area -> isPossessive(area.name()) ? area.name() : "the " + of(area))
        .orElse(id.value());
  }

  /** "in the kitchen", "on the balcony". */
  String in(AreaId id) {
    Optional<String> name = home.area(id).map(Naming::of);
    boolean on = name.filter(said -> ON.stream().anyMatch(said::endsWith)).isPresent();
    return (on ? "on " : "in ") + area(id);
  }

  /** Whether the sentence needs a plural verb: several devices or a name like "Blinds". */
  boolean isPlural(List<DeviceId> ids) {
    List<Device> devices = ids.stream().distinct().flatMap(id -> home.device(id).stream()).toList();
    if (devices.size() != 1) {
      return devices.size() > 1;
    }
    String name = devices.getFirst().name().toLowerCase(Locale.ROOT);
    return name.endsWith("s") && !name.endsWith("ss") && devices.getFirst().person().isEmpty();
  }

  private boolean isShared(Device device) {
    return home.devices().stream()
        .anyMatch(other ->
            !other.id().equals(device.id()) && other.name().equalsIgnoreCase(device.name()));
  }

  private String inArea(Device device, String name) {
    Optional<String> area = device.area().flatMap(home::area).map(Naming::of);
    String plain = lower(name);
    return area.filter(place -> !plain.toLowerCase(Locale.ROOT).contains(place))
        .map(place -> place + " " + plain)
        .orElse(plain);
  }

  private static Optional<String> commonWord(Collection<Device> devices) {
    Set<String> words = new LinkedHashSet<>();
    devices.forEach(device -> words.add(device.typeNames(ENGLISH).stream().findFirst().orElse("")));
    return words.size() == 1
        ? Optional.of(words.iterator().next()).filter(word -> !word.isEmpty())
        : Optional.empty();
  }

  private boolean isAllOfTheArea(List<Device> devices) {
    Optional<AreaId> area = devices.getFirst().area();
    return area.isPresent()
        && devices.stream().allMatch(device -> device.area().equals(area))
        && home.devicesIn(area.get()).stream().filter(d -> alike(d, devices.getFirst())).count()
            == devices.size();
  }

  private boolean isAllOfTheHome(List<Device> devices) {
    return home.devices().stream().filter(d -> alike(d, devices.getFirst())).count()
        == devices.size();
  }

  private static boolean alike(Device one, Device other) {
    return one.type().equals(other.type()) && one.kind().equals(other.kind());
  }

  private static String plural(String word) {
    if (word.endsWith("s")) {
      return word;
    }
    if (word.endsWith("ch") || word.endsWith("sh") || word.endsWith("x")) {
      return word + "es";
    }
    return word + "s";
  }

  private static boolean startsWithThe(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith("the ");
  }

  private static boolean isPossessive(String name) {
    return name.contains("'s ") || name.contains("’s ");
  }

  /** In small letters, except words in capitals such as "TV". */
  private static String lower(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.split(" ", -1)) {
      boolean abbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      words.add(abbreviation ? word : word.toLowerCase(Locale.ROOT));
    }
    return String.join(" ", words);
  }
}
