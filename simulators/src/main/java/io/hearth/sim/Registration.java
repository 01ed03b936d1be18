package io.hearth.sim;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
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
  private Optional<Offer> offer = Optional.empty();
  private Runnable pending = () -> {};
  private int round;

  /** What is registered, and who is told of every acceptance. */
  private record Offer(Endpoint endpoint, String links, Runnable accepted) {}

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
   * @param accepted is told of every acceptance
   */
  void start(Endpoint endpoint, String links, Runnable accepted) {
    offer = Optional.of(new Offer(endpoint, links, accepted));
    renew();
  }

  /** Registers at once, because the directory may have forgotten. */
  void renew() {
    cancelPending();
    int thisRound = round;
    offer.ifPresent(o -> register(o, thisRound));
  }

  void stop() {
    offer = Optional.empty();
    cancelPending();
  }

  private void cancelPending() {
    round++;
    pending.run();
    pending = () -> {};
  }

  private void register(Offer registered, int thisRound) {
    Request request = request(registered);
    request.addMessageObserver(
        new MessageObserverAdapter() {
          @Override
          public void onResponse(Response response) {
            boolean success = response.isSuccess();
            String answer = String.valueOf(response.getCode());
            loop.execute(() -> answered(registered, thisRound, success, answer));
          }

          @Override
          protected void failed() {
            loop.execute(() -> answered(registered, thisRound, false, "none"));
          }
        });
    registered.endpoint().sendRequest(request);
  }

  private Request request(Offer registered) {
    InetSocketAddress base = registered.endpoint().getAddress();
    Request request = Request.newPost();
    request.setURI(directory.resolve("/rd"));
    request
        .getOptions()
        .setContentFormat(MediaTypeRegistry.APPLICATION_LINK_FORMAT)
        .addUriQuery("ep=" + name)
        .addUriQuery("lt=" + lifetime.toSeconds())
        .addUriQuery("base=coap://" + base.getAddress().getHostAddress() + ":" + base.getPort());
    request.setPayload(registered.links());
    return request;
  }

  private void answered(Offer registered, int thisRound, boolean success, String answer) {
    if (thisRound != round) {
      return;
    }
    Duration pause;
    if (success) {
      backoff.reset();
      pause = lifetime.dividedBy(RENEWALS);
      registered.accepted().run();
    } else {
      pause = backoff.next();
      LOGGER
          .atDebug()
          .addKeyValue("endpoint", name)
          .addKeyValue("answer", answer)
          .log("not registered, will try again");
    }
    pending = loop.later(pause, this::renew);
  }
}
