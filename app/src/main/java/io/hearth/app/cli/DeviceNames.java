package io.hearth.app.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds the device that a person means. */
final class DeviceNames {

  private DeviceNames() {}

  /**
   * The id of the device that has this id, else this name or alias in any case.
   *
   * @throws BadInputException when there is none or more than one
   */
  static String idOf(String said, RunningHearth hearth) {
    List<String> named = new ArrayList<>();
    for (JsonNode device : hearth.get("api/devices").path("devices")) {
      String id = device.path("id").asString("");
      if (id.equals(said)) {
        return id;
      }
      if (isCalled(device, said)) {
        named.add(id);
      }
    }
    if (named.isEmpty()) {
      throw new BadInputException("no device '" + said + "'; ./hearth devices lists them");
    }
    if (named.size() > 1) {
      throw new BadInputException(
          "several devices are called '" + said + "': " + String.join(", ", named));
    }
    return named.getFirst();
  }

  private static boolean isCalled(JsonNode device, String said) {
    return device.path("name").asString("").equalsIgnoreCase(said)
        || device
            .path("aliases")
            .valueStream()
            .anyMatch(alias -> alias.asString("").equalsIgnoreCase(said));
  }
}
