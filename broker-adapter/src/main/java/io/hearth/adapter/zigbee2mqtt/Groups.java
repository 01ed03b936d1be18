package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Groups: several lights, switches or covers that are told together, and the scenes in them. */
final class Groups {

  /** What a group can be. */
  static final Set<String> TYPES = Set.of("light", "switch", "cover");

  private Groups() {}

  /**
   * The group and its scenes.
   *
   * @param mainThings what the members are, by address
   */
  static List<DeviceBinding> devices(
      String base, JsonNode entry, Map<String, Expose> mainThings, Bridge.Complaints complaints) {
    JsonNode name = entry.path("friendly_name");
    String called = name.isString() ? name.asString() : "";
    if (!entry.path("id").isIntegralNumber()) {
      return List.of();
    }
    Optional<String> problem = Topics.problem(called);
    if (problem.isPresent()) {
      complaints.problem(Optional.empty(), "a group: " + problem.get());
      return List.of();
    }
    DeviceId id = Ids.deviceId(base.replace('/', '-') + ".group." + entry.path("id").asInt());
    List<DeviceBinding> devices = new ArrayList<>();
    mainThing(entry, mainThings)
        .ifPresent(thing -> devices.add(group(base, called, id, thing).draft().binding()));
    AvailabilityRule there = Describer.availability(base, Optional.empty());
    devices.addAll(Scenes.of(entry.path("scenes"), base + "/" + called, id, there));
    return devices;
  }

  /** The member that can do most says what the group can. */
  private static Optional<Expose> mainThing(JsonNode entry, Map<String, Expose> mainThings) {
    List<Expose> members = new ArrayList<>();
    for (JsonNode member : entry.path("members")) {
      JsonNode address = member.path("ieee_address");
      Optional.ofNullable(mainThings.get(address.isString() ? address.asString() : ""))
          .ifPresent(members::add);
    }
    return members.stream()
        .max(
            Comparator.comparingInt(
                thing -> thing.features().size() + (thing.type().equals("light") ? 1_000 : 0)));
  }

  private static Zigbee group(String base, String called, DeviceId id, Expose thing) {
    SpokenName name = SpokenName.of(called);
    DeviceDraft draft = new DeviceDraft(id, name.name());
    name.area().ifPresent(draft::area);
    draft.availability(Describer.availability(base, Optional.empty()));
    String words = called.toLowerCase(Locale.ROOT);
    Zigbee group = new Zigbee(draft, base + "/" + called, "", words);
    Describer.add(thing.whole(), group);
    return group;
  }
}
