package io.hearth.registry;

import io.hearth.model.device.Area;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.hearth.model.state.Announcement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes devices of announcements; where they are may be said by id, name or alias of an area. */
final class Newcomers {

  private static final Logger LOGGER = LoggerFactory.getLogger(Newcomers.class);

  private final DeviceAssembler assembler;

  Newcomers(DeviceAssembler assembler) {
    this.assembler = assembler;
  }

  /**
   * An area that the home does not have is left out with a warning: the device is still of use.
   *
   * @throws IllegalArgumentException when the announcement does not fit the catalogue
   */
  Device device(Announcement announcement, Home home) {
    if (announcement.name().isBlank()) {
      throw refused(announcement, "its name is blank");
    }
    Optional<AreaId> area = announcement.area().flatMap(word -> area(word, home));
    if (announcement.area().isPresent() && area.isEmpty()) {
      LOGGER
          .atWarn()
          .addKeyValue("deviceId", announcement.device())
          .addKeyValue("area", announcement.area().get())
          .log("device announced an area that the home does not have");
    }
    try {
      return assembler.assemble(announcement, area, Optional.empty(), Map.of());
    } catch (IllegalArgumentException e) {
      throw refused(announcement, String.valueOf(e.getMessage()));
    }
  }

  private static IllegalArgumentException refused(Announcement announcement, String why) {
    return new IllegalArgumentException(
        "announcement of device " + announcement.device() + ": " + why);
  }

  private static Optional<AreaId> area(String word, Home home) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return home.areas().stream().filter(area -> isCalled(area, wanted)).map(Area::id).findFirst();
  }

  private static boolean isCalled(Area area, String wanted) {
    return area.id().value().toLowerCase(Locale.ROOT).equals(wanted)
        || area.name().toLowerCase(Locale.ROOT).equals(wanted)
        || area.aliases().stream().anyMatch(alias -> alias.toLowerCase(Locale.ROOT).equals(wanted));
  }
}
