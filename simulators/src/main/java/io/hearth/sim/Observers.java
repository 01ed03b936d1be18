package io.hearth.sim;

import java.time.Duration;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.observe.ObserveRelation;
import org.eclipse.californium.core.server.resources.ResourceObserverAdapter;

/** Who observes a resource. */
final class Observers {

  /** Whoever observes anew may forget the old observation first. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private Observers() {}

  /** Has somebody told, soon, whenever the last one who observed it is gone. */
  static void whenDeserted(CoapResource resource, SimulationLoop loop, Runnable deserted) {
    resource.addObserver(
        new ResourceObserverAdapter() {
          @Override
          public void removedObserveRelation(ObserveRelation relation) {
            Runnable ignored =
                loop.later(
                    PATIENCE,
                    () -> {
                      if (resource.getObserverCount() == 0) {
                        deserted.run();
                      }
                    });
          }
        });
  }
}
