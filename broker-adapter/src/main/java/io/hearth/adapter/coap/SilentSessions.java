package io.hearth.adapter.coap;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.elements.DtlsEndpointContext;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.MapBasedEndpointContext;

/**
 * DTLS sessions whose other end did not answer: it may have ended and know nothing of the session,
 * and drops then without a word what is sent by it. The next request offers a new session; the old
 * one stays until that offer is taken. Thread-safe.
 */
final class SilentSessions {

  private final Set<InetSocketAddress> silent = ConcurrentHashMap.newKeySet();

  /** Notes whether a request that is about to be sent is answered. */
  void watch(Request request) {
    EndpointContext destination = request.getDestinationContext();
    InetSocketAddress to = destination.getPeerAddress();
    if (silent.contains(to)) {
      request.setDestinationContext(
          MapBasedEndpointContext.addEntries(
              destination, DtlsEndpointContext.ATTRIBUTE_HANDSHAKE_MODE_PROBE));
    }
    request.addMessageObserver(
        new MessageObserverAdapter() {
          @Override
          public void onResponse(Response response) {
            silent.remove(to);
          }

          @Override
          public void onTimeout() {
            silent.add(to);
          }
        });
  }
}
