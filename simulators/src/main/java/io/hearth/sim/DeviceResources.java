package io.hearth.sim;

import io.hearth.model.device.DeviceId;
import io.hearth.sim.physics.Answer;
import java.util.List;
import java.util.Optional;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;

/**
 * The resources of one device: {@code devices/<id>} describes it, {@code state} below can be
 * observed, {@code command} below takes commands.
 */
final class DeviceResources implements CoapSide {

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

  @Override
  public List<Resource> roots() {
    return List.of(root);
  }

  @Override
  public void whenDeserted(Runnable deserted) {
    Observers.whenDeserted(state, loop, deserted);
  }

  @Override
  public void notifyObservers() {
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
