package io.hearth.adapter.coap;

import java.net.URI;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.coap.Token;
import org.eclipse.californium.core.observe.NotificationOrder;
import org.jspecify.annotations.Nullable;

/**
 * One resource that is listened to: observed where its server can (RFC 7641), read again when what
 * it said is too old where it cannot. Thread-safe.
 */
final class Observation {

  /** What becomes of a resource; called on the thread of the endpoint. */
  interface Listener {
    /** Something newer than all before. */
    void said(Observation observation, Response response);

    /** It answers no more, or with an error. */
    void lost(Observation observation, String reason, boolean silent);
  }

  private final URI uri;
  private final CoapConfig config;
  private final Calls calls;
  private final Observations all;
  private final Listener listener;
  private @Nullable Request request;
  private int sequence;
  private long sequenceAt;
  private boolean ordered; // a sequence number of this registration was seen
  private boolean asking;
  private boolean heardSinceAsked;
  private volatile boolean observed;
  private volatile long due = Long.MAX_VALUE; // in nanoseconds of System.nanoTime
  private volatile long heardAt = System.nanoTime();

  Observation(URI uri, CoapConfig config, Calls calls, Observations all, Listener listener) {
    this.uri = uri;
    this.config = config;
    this.calls = calls;
    this.all = all;
    this.listener = listener;
  }

  URI uri() {
    return uri;
  }

  /** How long nothing was heard. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heardAt);
  }

  /** Whether its server notifies of changes by itself. */
  boolean isObserved() {
    return observed;
  }

  boolean isDue() {
    return System.nanoTime() - due >= 0 && due != Long.MAX_VALUE;
  }

  /**
   * Registers, or registers again: with the same token, so that the server has one observer (RFC
   * 7641, section 3.3.1); with another one after it was lost, so that nothing of before is news.
   */
  synchronized void register() {
    if (asking) {
      return;
    }
    asking = true;
    heardSinceAsked = false;
    due = Long.MAX_VALUE;
    Request next = Request.newGet();
    next.setURI(uri);
    next.setObserve();
    Request before = request;
    if (before != null && before.getToken() != null) {
      next.setToken(before.getToken());
    }
    next.setReliabilityLayerParameters(Retransmission.within(config.patience()));
    next.addMessageObserver(new Asked(next));
    if (!calls.transmit(next)) {
      asking = false;
      listener.lost(this, "there are no keys for coaps", true);
    }
  }

  /** Hears nothing of it any more; the server is told when it speaks next. */
  synchronized void cancel() {
    asking = false;
    due = Long.MAX_VALUE;
    forget(request);
    request = null;
  }

  /** A notification or the answer to the registration. */
  void arrived(Request to, Response response) {
    synchronized (this) {
      if (!isCurrent(to) || !isNews(response)) {
        return;
      }
      heardSinceAsked = true;
      heardAt = System.nanoTime();
      observed = response.getOptions().hasObserve();
      due = heardAt + next(response).toNanos();
    }
    if (response.isSuccess()) {
      listener.said(this, response);
    } else {
      listener.lost(
          this, "it answers " + response.getCode() + " when asked for " + uri.getPath(), false);
    }
  }

  private boolean isCurrent(Request to) {
    Request now = request;
    return now != null && now.getToken() != null && now.getToken().equals(to.getToken());
  }

  /** RFC 7641, section 3.4. */
  private boolean isNews(Response response) {
    Integer number = response.getOptions().getObserve();
    if (number == null) {
      return true; // the end of the observation, or none at all
    }
    long now = System.nanoTime();
    if (ordered && !NotificationOrder.isNew(sequenceAt, sequence, now, number)) {
      return false;
    }
    ordered = true;
    sequence = number;
    sequenceAt = now;
    return true;
  }

  /** When to register again: section 3.3.1 for observations, Max-Age for what is only read. */
  private Duration next(Response response) {
    Long maxAge = response.getOptions().getMaxAge();
    Duration fresh = Duration.ofSeconds(maxAge == null ? 60 : Math.clamp(maxAge, 1, 7 * 86_400));
    if (!response.getOptions().hasObserve()) {
      return fresh;
    }
    long span = config.reregisterLongest().minus(config.reregisterFirst()).toMillis();
    return fresh
        .plus(config.reregisterFirst())
        .plusMillis(RandomGenerator.getDefault().nextLong(span + 1));
  }

  private void forget(@Nullable Request old) {
    if (old != null && old.getToken() != null) {
      all.forget(old.getToken());
      Token token = old.getToken();
      calls.endpoint(old).ifPresent(endpoint -> endpoint.cancelObservation(token));
    }
  }

  private synchronized boolean answered(Request to) {
    if (!asking) {
      return false;
    }
    asking = false;
    Request before = request;
    request = to;
    // The answer itself is news even when its number is low: the server may have restarted. Not
    // when something arrived since it was asked for; then the numbers tell which one is newer.
    ordered &= heardSinceAsked;
    all.expect(to.getToken(), this);
    if (before != null && !to.getToken().equals(before.getToken())) {
      forget(before);
    }
    return true;
  }

  /** The registration on its way. */
  private final class Asked extends MessageObserverAdapter {

    private final Request sent;
    private boolean taken;

    Asked(Request sent) {
      this.sent = sent;
    }

    @Override
    public void onResponse(Response response) {
      taken = taken || answered(sent);
      if (taken) {
        arrived(sent, response);
      }
    }

    @Override
    protected void failed() {
      synchronized (Observation.this) {
        if (!asking) {
          return;
        }
        asking = false;
        forget(request);
        request = null;
      }
      listener.lost(Observation.this, "it does not answer", true);
    }
  }
}
