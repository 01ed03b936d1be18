package io.hearth.app.bench.language;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Looks for what no text may ever bring about: a failure inside, a decision to act at once with a
 * command that must be confirmed first, or no answer at all.
 */
final class Harm {

  private final Home home;

  Harm(Home home) {
    this.home = home;
  }

  /** What is wrong, in words; empty when nothing is. */
  Optional<String> of(Understood understood) {
    String error = understood.json().path("error").asString("");
    if (error.startsWith("internal")) {
      return Optional.of(error);
    }
    if (error.isEmpty() && understood.json().path("decision").isMissingNode()) {
      return Optional.of("no decision");
    }
    if (understood.decision().equals("act")) {
      for (JsonNode command : understood.json().path("commands")) {
        if (mustConfirm(command)) {
          return Optional.of("unconfirmed: " + command);
        }
      }
    }
    return Optional.empty();
  }

  private boolean mustConfirm(JsonNode command) {
    return home.device(new DeviceId(command.path("device").asString()))
        .filter((Device device) -> device.mustConfirm(command.path("action").asString()))
        .isPresent();
  }
}
