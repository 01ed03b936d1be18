package io.hearth.adapter.coap;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.interceptors.MessageInterceptorAdapter;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.californium.elements.DtlsEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.util.Bytes;

/**
 * Where the other ends of DTLS sessions are now: a session with a connection id goes on when the
 * address behind it changes, and what is sent must follow it. Thread-safe.
 */
final class Whereabouts extends MessageInterceptorAdapter {

  private static final int MAX_SESSIONS = 20_000;

  private final Map<InetSocketAddress, Bytes> sessions = new ConcurrentHashMap<>();
  private final Map<Bytes, InetSocketAddress> now = new ConcurrentHashMap<>();

  @Override
  public void receiveRequest(Request request) {
    heard(request.getSourceContext());
  }

  @Override
  public void receiveResponse(Response response) {
    heard(response.getSourceContext());
  }

  /** Sends a request to where the session with its address has gone. */
  void redirect(Request request) {
    EndpointContext destination = request.getDestinationContext();
    if (destination == null) {
      return;
    }
    Bytes session = sessions.get(destination.getPeerAddress());
    InetSocketAddress current = session == null ? null : now.get(session);
    if (current != null && !current.equals(destination.getPeerAddress())) {
      request.setDestinationContext(
          new AddressEndpointContext(current, destination.getVirtualHost(), null));
    }
  }

  private void heard(EndpointContext from) {
    Bytes session = from.get(DtlsEndpointContext.KEY_READ_CONNECTION_ID);
    if (session == null || session.isEmpty()) {
      return;
    }
    if (sessions.size() > MAX_SESSIONS) {
      sessions.clear();
      now.clear();
    }
    sessions.put(from.getPeerAddress(), session);
    now.put(session, from.getPeerAddress());
  }
}
