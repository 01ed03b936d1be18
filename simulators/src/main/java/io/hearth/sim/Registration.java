package io.hearth.sim;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers one endpoint at a resource directory (RFC 9176, the part that a device needs) until it
 * is accepted, and again long before the registration ends, so that a directory that was started
 * anew hears of it as well.
 */
final class Registration {

  private static final Logger LOGGER = LoggerFactory.getLogger(Registration.class);
  private static final int RENEWALS = 3;

  private final SimulationLoop loop;
  private final URI directory;
  private final String name;
  private final Duration lifetime;
  private final Backoff backoff;
  private Runnable accepted = () -> {};
  private Runnable pending = () -> {};
  private int period;

  /**
   * @param name of the endpoint
   */
  Registration(SimulationLoop loop, URI directory, String name, Duration lifetime) {
    this.loop = loop;
    this.directory = directory;
    this.name = name;
    this.lifetime = lifetime;
    this.backoff = new Backoff(name.hashCode());
  }

  /**
   * Registers from now on.
   *
   * @param links what the endpoint offers, in link format
   * @param whenAccepted is told of every acceptance
   */
  void start(Endpoint endpoint, String links, Runnable whenAccepted) {
    stop();
    accepted = whenAccepted;
    register(endpoint, links, period);
  }

  void stop() {
    period++;
    pending.run();
    pending = () -> {};
  }

  private void register(Endpoint endpoint, String links, int during) {
    if (during != period) {
      return;
    }
    Request request = Request.newPost();
    request.setURI(directory.resolve("/rd"));
    InetSocketAddress base = endpoint.getAddress();
    request
        .getOptions()
        .setContentFormat(MediaTypeRegistry.APPLICATION_LINK_FORMAT)
        .addUriQuery("ep=" + name)
        .addUriQuery("lt=" + lifetime.toSeconds())
        .addUriQuery("base=coap://" + base.getAddress().getHostAddress() + ":" + base.getPort());
    request.setPayload(links);
    request.addMessageObserver(
        new MessageObserverAdapter() {
          @Override
          public void onResponse(Response response) {
            boolean success = response.isSuccess();
            loop.execute(() -> answered(endpoint, links, during, success, response.toString()));
          }

          @Override
          protected void failed() {
            loop.execute(() -> answered(endpoint, links, during, false, "no answer"));
          }
        });
    endpoint.sendRequest(request);
  }

  private void answered(
      Endpoint endpoint, String links, int during, boolean success, String answer) {
    if (during != period) {
      return;
    }
    Duration pause;
    if (success) {
      backoff.reset();
      pause = lifetime.dividedBy(RENEWALS);
      accepted.run();
    } else {
      pause = backoff.next();
      LOGGER
          .atDebug()
          .addKeyValue("endpoint", name)
          .addKeyValue("answer", answer)
          .log("not registered, will try again");
    }
    pending = loop.later(pause, () -> register(endpoint, links, during));
  }
}
