package io.hearth.gateway.http;

import io.hearth.model.device.Area;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Floor;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A few words for a hypothesis, such as stand on a button and can be said to choose it. */
final class Labels {

  private static final int MOST_NAMED = 2;

  private final Home home;

  Labels(Home home) {
    this.home = home;
  }

  /** Ids of the devices of all requests, each once. */
  static List<String> targets(List<Request> requests) {
    return requests.stream()
        .flatMap(request -> request.targets().stream())
        .distinct()
        .map(DeviceId::value)
        .toList();
  }

  /** "Oven", "Bedside lamp", "Bedroom", "TV (movie)"; the intent's own words without a device. */
  String of(Hypothesis hypothesis) {
    if (hypothesis.isOutOfDomain()) {
      return "Nothing for the home";
    }
    List<String> words = new ArrayList<>();
    for (Request request : hypothesis.requests()) {
      words.add(request.targets().isEmpty() ? spaced(request.intent().word()) : meant(request));
    }
    return String.join(", then ", new LinkedHashSet<>(words));
  }

  private String meant(Request request) {
    String devices = devices(request.targets());
    return request.word(Slots.MEDIA_TYPE).map(type -> devices + " (" + type + ")").orElse(devices);
  }

  private String devices(List<DeviceId> ids) {
    if (ids.size() <= MOST_NAMED) {
      return String.join(" and ", ids.stream().map(this::name).toList());
    }
    return place(ids).orElse(ids.size() + " devices");
  }

  private String name(DeviceId id) {
    Optional<Device> device = home.device(id);
    String name = device.map(Device::name).orElse(id.value());
    long sameName =
        home.devices().stream().filter(other -> other.name().equalsIgnoreCase(name)).count();
    Optional<Area> area = device.flatMap(Device::area).flatMap(home::area);
    return sameName > 1 && area.isPresent() ? area.get().name() + " " + name : name;
  }

  /** The one area or floor that all are in. */
  private Optional<String> place(List<DeviceId> ids) {
    Set<Optional<Area>> areas = new LinkedHashSet<>();
    Set<Optional<Floor>> floors = new LinkedHashSet<>();
    for (DeviceId id : ids) {
      Optional<Device> device = home.device(id);
      areas.add(device.flatMap(Device::area).flatMap(home::area));
      floors.add(device.flatMap(home::floorOf).flatMap(home::floor));
    }
    if (areas.size() == 1) {
      return areas.iterator().next().map(Area::name);
    }
    return floors.size() == 1
        ? floors.iterator().next().map(Floor::name)
        : Optional.of("Everywhere");
  }

  /** "SetTimer" → "Set timer". */
  private static String spaced(String word) {
    String spaced = word.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }
}
