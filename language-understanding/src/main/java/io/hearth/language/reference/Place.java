package io.hearth.language.reference;

import io.hearth.language.words.Meaning;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.FloorId;
import java.util.List;

/** Where something is said to be. */
public sealed interface Place extends Meaning {

  /** The words for it. */
  String text();

  /** One or several rooms. */
  record Areas(List<AreaId> areas, String text) implements Place {
    public Areas {
      areas = List.copyOf(areas);
    }
  }

  /** One or several storeys. */
  record Floors(List<FloorId> floors, String text) implements Place {
    public Floors {
      floors = List.copyOf(floors);
    }
  }

  /** Where the speaker is. */
  record Here(String text) implements Place {}

  /** Where what was spoken about last is. */
  record There(String text) implements Place {}

  /** The whole home. */
  record Everywhere(String text) implements Place {}

  /** Out of doors, or in. */
  record Doors(boolean outside, String text) implements Place {}

  /** A room that this home does not have. */
  record Missing(String text) implements Place {}
}
