package io.hearth.language.words;

import java.util.List;
import java.util.Optional;

/**
 * A sort of thing that people name, and which devices are meant by it.
 *
 * @param id its key in the lexicon
 * @param of a device that fits any of these is one
 * @param together whether several in one room are meant together by "the …"
 */
public record Thing(String id, List<Kin> of, boolean together) {

  /**
   * A description of devices; what is absent does not matter.
   *
   * @param named words of which the device's own name has at least one; empty for any name
   */
  public record Kin(
      Optional<String> type,
      Optional<String> kind,
      List<String> named,
      Optional<String> trait,
      Optional<String> mode) {
    public Kin {
      named = List.copyOf(named);
    }
  }

  public Thing {
    of = List.copyOf(of);
  }
}
