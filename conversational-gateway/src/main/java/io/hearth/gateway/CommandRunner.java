package io.hearth.gateway;

import io.hearth.model.state.ContextSnapshot;

/** Carries out what was decided: on real devices, or by assuming the effects. */
interface CommandRunner {

  /** Sends the commands and keeps what waits; does not wait for devices. */
  Run start(Draft draft, ContextSnapshot moment, String turn);

  /** Lets go of something that was kept for later. */
  void drop(String kept);
}
