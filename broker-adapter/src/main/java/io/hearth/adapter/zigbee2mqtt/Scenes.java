package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.model.device.DeviceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Scenes that a device or a group keeps; each is a device of its own. */
final class Scenes {

  private Scenes() {}

  /**
   * The scenes with a name.
   *
   * @param scenes as zigbee2mqtt lists them
   * @param topic of the state of what keeps them
   */
  static List<DeviceBinding> of(
      JsonNode scenes, String topic, DeviceId keeper, AvailabilityRule availability) {
    Map<Integer, DeviceBinding> byNumber = new LinkedHashMap<>();
    for (JsonNode scene : scenes) {
      String name = scene.path("name").stringValueOpt().orElse("").strip();
      if (scene.path("id").isIntegralNumber() && !name.isEmpty()) {
        int number = scene.path("id").asInt();
        byNumber.putIfAbsent(number, scene(number, name, topic, keeper, availability));
      }
    }
    return List.copyOf(byNumber.values());
  }

  private static DeviceBinding scene(
      int number, String name, String topic, DeviceId keeper, AvailabilityRule availability) {
    DeviceDraft draft = new DeviceDraft(Ids.deviceId(keeper + ".scene." + number), name);
    draft.type("scene").capability("Scenes");
    draft.availability(availability);
    draft.command(
        "activate",
        call -> List.of(Outgoing.mqtt(topic + "/set", "{\"scene_recall\": " + number + "}")),
        new Confirmation.Never("a scene is recalled without an answer"));
    return draft.binding();
  }
}
