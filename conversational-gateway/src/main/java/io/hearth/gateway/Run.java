package io.hearth.gateway;

import java.util.List;

/** A decision that is being carried out. */
interface Run {

  /** A run of nothing. */
  Run NOTHING =
      new Run() {
        @Override
        public List<Carried> finish() {
          return List.of();
        }
      };

  /** Waits until everything has ended, at most as long as the devices may take. */
  List<Carried> finish();

  /** Parts that could not be kept, because too much is waiting already. */
  default List<Part> refused() {
    return List.of();
  }

  /** Ids of what was kept for later. */
  default List<String> kept() {
    return List.of();
  }
}
