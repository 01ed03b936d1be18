package io.hearth.adapter.coap;

import io.hearth.adapter.wire.LinkThread;
import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapObserveRelation;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.Endpoint;

/** Requests from Hearth's endpoint; what comes back is told on the link's thread. */
final class Calls {

  private final Endpoint endpoint;
  private final LinkThread thread;

  Calls(Endpoint endpoint, LinkThread thread) {
    this.endpoint = endpoint;
    this.thread = thread;
  }

  LinkThread thread() {
    return thread;
  }

  void get(URI uri, Consumer<CoapResponse> then, Runnable otherwise) {
    Request request = Request.newGet();
    request.setURI(uri);
    send(request, then, otherwise);
  }

  /** Sends a request whose address is set. */
  void send(Request request, Consumer<CoapResponse> then, Runnable otherwise) {
    client(request.getURI()).advanced(handler(then, otherwise), request);
  }

  /** Observes; Californium orders the notifications and registers again when Max-Age is over. */
  CoapObserveRelation observe(URI uri, Consumer<CoapResponse> then, Runnable otherwise) {
    return client(uri.toString())
        .observe(handler(then, otherwise), MediaTypeRegistry.APPLICATION_JSON);
  }

  private CoapClient client(String uri) {
    return new CoapClient(uri)
        .setEndpoint(endpoint)
        .setExecutors(thread.executor(), thread.executor(), true);
  }

  private static CoapHandler handler(Consumer<CoapResponse> then, Runnable otherwise) {
    return new CoapHandler() {
      @Override
      public void onLoad(CoapResponse response) {
        then.accept(response);
      }

      @Override
      public void onError() {
        otherwise.run();
      }
    };
  }
}
