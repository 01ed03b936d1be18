package io.hearth.app.home;

import io.hearth.adapter.owntype.OwnTypes;
import io.hearth.adapter.owntype.WireTextException;
import io.hearth.model.owntype.OwnType;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DeviceTypeFiles;
import java.util.Optional;

/** Reads device type files, templates and expressions included. */
public final class DeviceTypeReading {

  private DeviceTypeReading() {}

  /** The reader of files that use the catalogue which comes with Hearth. */
  public static DeviceTypeFiles files() {
    return new DeviceTypeFiles(Catalogues.builtIn(), DeviceTypeReading::complaint);
  }

  private static Optional<DeviceTypeFiles.Complaint> complaint(OwnType type) {
    try {
      OwnTypes.check(type);
      return Optional.empty();
    } catch (WireTextException e) {
      return Optional.of(new DeviceTypeFiles.Complaint(e.steps(), String.valueOf(e.getMessage())));
    }
  }
}
