package io.hearth.sim;

import io.hearth.model.owntype.Format;
import io.hearth.model.owntype.Place;
import io.hearth.sim.own.OwnWire;
import io.hearth.sim.physics.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;

/** The CoAP resources of a device of a type of one's own. */
final class OwnResources implements CoapSide {

  private static final int MAX_AGE_SECONDS = 30;

  private final SimulationLoop loop;
  private final OwnWire wire;
  private final DeviceSide device;
  private final CoapResource root = new CoapResource("");
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<Resource> roots;

  OwnResources(SimulationLoop loop, OwnWire wire, DeviceSide device) {
    this.loop = loop;
    this.wire = wire;
    this.device = device;
    wire.resources(Place.Way.COAP).forEach(this::add);
    wire.found().ifPresent(this::mark);
    roots = List.copyOf(root.getChildren()); // a server takes them away
  }

  private void add(String at) {
    Leaf leaf = new Leaf(at, lastOf(pathOf(at)));
    leaves.add(leaf);
    put(pathOf(at), leaf);
  }

  /** The resource by which it is found may be one of those it speaks by, or only a sign. */
  private void mark(OwnWire.Found found) {
    Optional<Resource> there = find(found.path());
    if (there.isEmpty() || !there.get().isVisible()) {
      put(found.path(), new CoapResource(lastOf(found.path())));
    }
    find(found.path()).ifPresent(at -> found.type().ifPresent(at.getAttributes()::addResourceType));
  }

  private Optional<Resource> find(String path) {
    Resource here = root;
    for (String name : names(path)) {
      here = here == null ? null : here.getChild(name);
    }
    return Optional.ofNullable(here);
  }

  private void put(String path, CoapResource leaf) {
    Resource here = root;
    List<String> names = names(path);
    for (String name : names.subList(0, names.size() - 1)) {
      Resource next = here.getChild(name);
      if (next == null) {
        next = new CoapResource(name, false);
        here.add(next);
      }
      here = next;
    }
    Resource before = here.getChild(leaf.getName());
    if (before != null) {
      List.copyOf(before.getChildren()).forEach(leaf::add);
      here.delete(before);
    }
    here.add(leaf);
  }

  private static String pathOf(String at) {
    return at.startsWith("/") ? at : URI.create(at).getPath();
  }

  private static List<String> names(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  private static String lastOf(String path) {
    return names(path).getLast();
  }

  @Override
  public List<Resource> roots() {
    return roots;
  }

  @Override
  public void notifyObservers() {
    leaves.forEach(Leaf::changed);
  }

  @Override
  public void whenDeserted(Runnable deserted) {
    leaves.forEach(leaf -> Observers.whenDeserted(leaf, loop, deserted));
  }

  private static int number(Format format) {
    return switch (format) {
      case JSON -> MediaTypeRegistry.APPLICATION_JSON;
      case TEXT -> MediaTypeRegistry.TEXT_PLAIN;
      case BYTES -> MediaTypeRegistry.APPLICATION_OCTET_STREAM;
      case CBOR -> MediaTypeRegistry.APPLICATION_CBOR;
    };
  }

  /** One resource, with all that is said and taken there. */
  private final class Leaf extends CoapResource {

    private final String at;

    Leaf(String at, String name) {
      super(name);
      this.at = at;
      if (said().isPresent()) {
        setObservable(true);
        setObserveType(CoAP.Type.CON);
        getAttributes().setObservable();
      }
    }

    private Optional<OwnWire.Message> said() {
      return wire.state(Place.Way.COAP, device.values(), device.now()).stream()
          .filter(message -> message.at().text().equals(at))
          .findFirst();
    }

    @Override
    public void handleGET(CoapExchange exchange) {
      loop.execute(() -> {
        if (!device.isSilent()) {
          said()
              .ifPresentOrElse(
                  message -> {
                    exchange.setMaxAge(MAX_AGE_SECONDS);
                    exchange.respond(
                        CoAP.ResponseCode.CONTENT, message.payload(), number(message.format()));
                  },
                  () -> exchange.respond(CoAP.ResponseCode.METHOD_NOT_ALLOWED));
        }
      });
    }

    @Override
    public void handlePUT(CoapExchange exchange) {
      loop.execute(() -> obey(exchange));
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      loop.execute(() -> obey(exchange));
    }

    @Override
    public void handlePATCH(CoapExchange exchange) {
      loop.execute(() -> obey(exchange));
    }

    @Override
    public void handleDELETE(CoapExchange exchange) {
      loop.execute(() -> obey(exchange));
    }

    private void obey(CoapExchange exchange) {
      Optional<OwnWire.Understood> order =
          wire.understand(at, exchange.getRequestCode().name(), exchange.getRequestPayload());
      if (order.isEmpty()) {
        exchange.respond(CoAP.ResponseCode.BAD_REQUEST);
        return;
      }
      device
          .take(order.get().action(), order.get().arguments())
          .ifPresent(answer -> {
            exchange.respond(code(answer));
            device.answered();
          });
    }

    private static CoAP.ResponseCode code(Answer answer) {
      return answer instanceof Answer.Accepted
          ? CoAP.ResponseCode.CHANGED
          : CoAP.ResponseCode.CONFLICT;
    }
  }
}
