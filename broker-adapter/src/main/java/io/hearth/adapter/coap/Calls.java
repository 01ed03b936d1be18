package io.hearth.adapter.coap;

import io.hearth.adapter.wire.LinkThread;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Endpoint;

/** Requests from Hearth's endpoints; what comes back is told on the link's thread. */
final class Calls {

  private final Endpoint near;
  private final Optional<? extends Endpoint> far;
  private final Optional<? extends Endpoint> secure;
  private final Whereabouts whereabouts;
  private final LinkThread thread;
  private final SilentSessions silent = new SilentSessions();

  /**
   * @param near bound to loopback
   * @param far for other machines, where they are spoken to without DTLS
   * @param secure for {@code coaps}
   */
  Calls(
      Endpoint near,
      Optional<? extends Endpoint> far,
      Optional<? extends Endpoint> secure,
      Whereabouts whereabouts,
      LinkThread thread) {
    this.near = near;
    this.far = far;
    this.secure = secure;
    this.whereabouts = whereabouts;
    this.thread = thread;
  }

  LinkThread thread() {
    return thread;
  }

  void get(URI uri, Consumer<Response> then, Runnable otherwise) {
    Request request = Request.newGet();
    request.setURI(uri);
    send(request, then, otherwise);
  }

  /** Sends a request whose address is set. */
  void send(Request request, Consumer<Response> then, Runnable otherwise) {
    request.addMessageObserver(
        new MessageObserverAdapter() {
          @Override
          public void onResponse(Response response) {
            thread.execute(() -> then.accept(response));
          }

          @Override
          protected void failed() {
            thread.execute(otherwise);
          }
        });
    if (!transmit(request)) {
      thread.execute(otherwise);
    }
  }

  /** Sends a request as it is; false when there is no endpoint for where it goes. */
  boolean transmit(Request request) {
    Optional<? extends Endpoint> endpoint = endpoint(request);
    if ("coaps".equals(request.getScheme())) {
      whereabouts.redirect(request);
      silent.watch(request);
    }
    endpoint.ifPresent(request::send);
    return endpoint.isPresent();
  }

  /** The endpoint that a request goes by; empty for {@code coaps} without keys. */
  Optional<? extends Endpoint> endpoint(Request request) {
    if ("coaps".equals(request.getScheme())) {
      return secure;
    }
    InetAddress to = request.getDestinationContext().getPeerAddress().getAddress();
    return far.isPresent() && to != null && !to.isLoopbackAddress() ? far : Optional.of(near);
  }
}
