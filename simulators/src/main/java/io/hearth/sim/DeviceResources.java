package io.hearth.sim;

import io.hearth.model.device.DeviceId;
import io.hearth.sim.physics.Answer;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.observe.ObserveRelation;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.ResourceObserverAdapter;

/**
 * The resources of one device: {@code devices/<id>} describes it, {@code state} below can be
 * observed, {@code command} below takes commands.
 */
final class DeviceResources {

  /** Whoever observes anew may forget the old observation first. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int JSON = MediaTypeRegistry.APPLICATION_JSON;

  private final SimulationLoop loop;
  private final DeviceSide device;
  private final WireJson json;
  private final CoapResource root = new CoapResource("devices", false);
  private final CoapResource state;

  DeviceResources(SimulationLoop loop, DeviceId id, DeviceSide device, WireJson json) {
    this.loop = loop;
    this.device = device;
    this.json = json;
    state = new State();
    root.add(new Description(id).add(state, new Commands()));
  }

  /** To be put at the root of a server. */
  CoapResource root() {
    return root;
  }

  private boolean isObserved() {
    return state.getObserverCount() > 0;
  }

  /** Has somebody told, soon, whenever the last one who observed it is gone. */
  void whenDeserted(Runnable deserted) {
    state.addObserver(
        new ResourceObserverAdapter() {
          @Override
          public void removedObserveRelation(ObserveRelation relation) {
            Runnable ignored =
                loop.later(
                    PATIENCE,
                    () -> {
                      if (!isObserved()) {
                        deserted.run();
                      }
                    });
          }
        });
  }

  /** Tells the state to all who observe it. */
  void notifyObservers() {
    state.changed();
  }

  private static void describe(CoapResource resource, String resourceType) {
    resource.getAttributes().addResourceType(resourceType);
    resource.getAttributes().addContentType(JSON);
  }

  private final class Description extends CoapResource {
    Description(DeviceId id) {
      super(id.value());
      describe(this, "hearth.device");
    }

    @Override
    public void handleGET(CoapExchange exchange) {
      loop.execute(() -> {
        if (!device.isSilent()) {
          exchange.respond(CoAP.ResponseCode.CONTENT, device.description(), JSON);
        }
      });
    }
  }

  private final class State extends CoapResource {
    private static final int MAX_AGE_SECONDS = 30;

    State() {
      super("state");
      describe(this, "hearth.state");
      setObservable(true);
      setObserveType(CoAP.Type.CON);
      getAttributes().setObservable();
    }

    @Override
    public void handleGET(CoapExchange exchange) {
      loop.execute(() -> {
        if (!device.isSilent()) {
          exchange.setMaxAge(MAX_AGE_SECONDS);
          exchange.respond(CoAP.ResponseCode.CONTENT, device.state(), JSON);
        }
      });
    }
  }

  private final class Commands extends CoapResource {
    Commands() {
      super("command");
      describe(this, "hearth.command");
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      loop.execute(() -> obey(exchange));
    }

    private void obey(CoapExchange exchange) {
      byte[] command = exchange.getRequestPayload();
      Optional<Answer> answer = device.take(command, json.correlation(command));
      answer.ifPresent(a -> {
        exchange.respond(code(a), json.answer(a), JSON);
        device.answered();
      });
    }

    private static CoAP.ResponseCode code(Answer answer) {
      return switch (answer) {
        case Answer.Accepted() -> CoAP.ResponseCode.CHANGED;
        case Answer.Rejected(String reason, Answer.Fault fault) ->
            switch (fault) {
              case COMMAND -> CoAP.ResponseCode.BAD_REQUEST;
              case CONDITION -> CoAP.ResponseCode.CONFLICT;
            };
      };
    }
  }
}
