package io.hearth.sim;

import java.util.concurrent.CompletableFuture;

/** How one device is on the network; used on the simulation's thread only. */
interface DeviceLink {

  /** Goes onto the network and stays there through all failures of others. */
  void join();

  /** Is gone at once and without a word. */
  void vanish();

  /** Takes its leave as it should; completes when that is done or has failed. */
  CompletableFuture<Void> leave();

  /** Tells its present state, if it is on the network. */
  void tell();
}
