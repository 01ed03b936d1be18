package io.hearth.sim;

import java.util.List;
import org.eclipse.californium.core.server.resources.Resource;

/** The resources of one device, as its CoAP server has them. */
interface CoapSide {

  /** To be put at the root of the server. */
  List<Resource> roots();

  /** Tells the state to all who observe it. */
  void notifyObservers();

  /** Has somebody told, soon, whenever the last one who observed it is gone. */
  void whenDeserted(Runnable deserted);
}
