package io.hearth.adapter.coap;

import io.hearth.adapter.wire.DeviceFacts;
import io.hearth.adapter.wire.HearthJson;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Source;
import java.util.Optional;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;
import org.jspecify.annotations.Nullable;

/** {@code /devices/<id>/state}: where devices without a server of their own push what is true. */
final class PushResource extends CoapResource {

  private final DeviceFacts facts;
  private final Peers peers;
  private final Access access;
  private final Inbox inbox;
  private final LinkMetrics metrics;
  private final int maxPayload;

  PushResource(
      DeviceFacts facts,
      Peers peers,
      Access access,
      Inbox inbox,
      LinkMetrics metrics,
      int maxPayload) {
    super("devices");
    this.facts = facts;
    this.peers = peers;
    this.access = access;
    this.inbox = inbox;
    this.metrics = metrics;
    this.maxPayload = maxPayload;
  }

  @Override
  public Resource getChild(String id) {
    return new CoapResource(id, false) {
      @Override
      public @Nullable Resource getChild(String name) {
        return name.equals("state") ? new StateResource(id) : null;
      }
    };
  }

  /** The state of one device, to be written only. */
  private final class StateResource extends CoapResource {

    private final String id;

    StateResource(String id) {
      super("state", false);
      this.id = id;
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      try {
        DeviceId device = new DeviceId(id);
        if (!facts.isKnown(device)) {
          exchange.respond(ResponseCode.NOT_FOUND);
          return;
        }
        if (!mayReport(exchange, device)) {
          exchange.respond(ResponseCode.FORBIDDEN, "it is another's device");
          return;
        }
        SaidState state = read(exchange.getRequestPayload());
        inbox
            .stateAccepted(device, state, Source.REPORTED)
            .thenAccept(accepted ->
                exchange.respond(accepted ? ResponseCode.CHANGED : ResponseCode.BAD_REQUEST));
      } catch (MalformedPayloadException malformed) {
        metrics.malformed("/devices/" + id + "/state", String.valueOf(malformed.getMessage()));
        exchange.respond(ResponseCode.BAD_REQUEST, malformed.getMessage());
      } catch (IllegalArgumentException noId) {
        exchange.respond(ResponseCode.NOT_FOUND);
      }
    }

    /** A device of an identity is reported by that identity only. */
    private boolean mayReport(CoapExchange exchange, DeviceId device) {
      Optional<String> identity = Access.identity(exchange);
      Optional<String> owner = peers.identityOf(device);
      return owner.isPresent()
          ? access.is(owner.get(), identity, device.value())
          : access.allows(identity, device.value(), "report");
    }

    private SaidState read(byte[] payload) throws MalformedPayloadException {
      if (payload.length > maxPayload) {
        throw new MalformedPayloadException("larger than " + maxPayload + " bytes");
      }
      return HearthJson.state(payload);
    }
  }
}
