package io.hearth.app.bench.language;

import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Homes of any size, every room and device with a name of its own, and what is said to them. */
final class ManyDevices {

  /** What a room has, by type and name. */
  private static final List<Map.Entry<String, String>> KINDS =
      List.of(
          Map.entry("light", "ceiling light"),
          Map.entry("light", "lamp"),
          Map.entry("outlet", "socket"),
          Map.entry("media_player", "speaker"),
          Map.entry("cover", "blinds"),
          Map.entry("thermostat", "thermostat"),
          Map.entry("fan", "fan"),
          Map.entry("sensor", "temperature"),
          Map.entry("binary_sensor", "window"),
          Map.entry("vacuum", "robot"));

  private static final List<String> WHERE =
      List.of("north", "south", "east", "west", "front", "rear", "old", "new", "big", "small");
  private static final List<String> ROOMS =
      List.of(
          "kitchen",
          "bedroom",
          "office",
          "hall",
          "library",
          "cellar",
          "pantry",
          "gallery",
          "workshop",
          "studio");

  private ManyDevices() {}

  static DescribedHome home(int devices) {
    List<Map<String, Object>> areas = new ArrayList<>();
    List<Map<String, Object>> all = new ArrayList<>();
    for (int room = 0; all.size() < devices; room++) {
      String name = room(room);
      String id = "area_" + room;
      areas.add(Map.of("id", id, "name", name));
      for (Map.Entry<String, String> kind : KINDS) {
        if (all.size() < devices) {
          all.add(device("device_" + all.size(), name + " " + kind.getValue(), id, kind.getKey()));
        }
      }
    }
    Map<String, Object> home = Map.of("id", "many", "name", "Many", "timezone", "Europe/London");
    Map<String, Object> file = Map.of("home", home, "areas", areas, "devices", all);
    String text = JsonMapper.builder().build().writeValueAsString(file);
    return new HomeFiles(Catalogues.builtIn()).read(text, "home of " + devices + " devices");
  }

  private static Map<String, Object> device(String id, String name, String area, String type) {
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("id", id);
    device.put("name", name);
    device.put("area", area);
    device.put("type", type);
    switch (type) {
      case "cover" -> device.put("kind", "blind");
      case "sensor" -> device.put("kind", "temperature");
      case "binary_sensor" -> device.put("kind", "open");
      default -> {}
    }
    return device;
  }

  private static String room(int number) {
    String where = WHERE.get(number / ROOMS.size() % WHERE.size());
    String name = where + " " + ROOMS.get(number % ROOMS.size());
    int wing = number / (WHERE.size() * ROOMS.size());
    return wing == 0 ? name : name + " " + (wing + 1);
  }

  /** Requests that the grammar foresees, over the first rooms of such a home. */
  static List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      String room = room(number);
      requests.addAll(
          List.of(
              "turn on the " + room + " ceiling light",
              "could you please switch the " + room + " fan off",
              "set the " + room + " lamp to forty percent and close the blinds",
              "what is the temperature in the " + room,
              "is any window open in the " + room,
              "make it a bit warmer in the " + room,
              "turn off all the lights except the " + room + " lamp",
              "clean the " + room + " at half past nine",
              "turn the " + room + " lamp blue for ten minutes",
              "play some jazz on the " + room + " speaker",
              "turn off the lights",
              "a bit louder please"));
    }
    return List.copyOf(requests);
  }
}
