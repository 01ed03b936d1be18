package io.hearth.adapter.coap;

import io.hearth.adapter.wire.Backoff;
import io.hearth.adapter.wire.HearthJson;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Source;
import java.time.Duration;
import org.eclipse.californium.core.CoapObserveRelation;
import org.eclipse.californium.core.CoapResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one CoAP device as Hearth sees it: described, then observed; when the observation is
 * lost it is unreachable, and is described and observed again until it answers. Lives on the link's
 * thread.
 */
final class ObservedDevice {

  private static final Logger LOGGER = LoggerFactory.getLogger(ObservedDevice.class);

  private final DeviceResources resources;
  private final Calls calls;
  private final Inbox inbox;
  private final LinkMetrics metrics;
  private final Backoff backoff;
  private final int maxPayload;
  private int life; // what belongs to an earlier life is not listened to
  private @Nullable CoapObserveRelation observation;

  ObservedDevice(
      DeviceResources resources,
      Calls calls,
      Inbox inbox,
      LinkMetrics metrics,
      Backoff backoff,
      int maxPayload) {
    this.resources = resources;
    this.calls = calls;
    this.inbox = inbox;
    this.metrics = metrics;
    this.backoff = backoff;
    this.maxPayload = maxPayload;
  }

  DeviceResources resources() {
    return resources;
  }

  /** Begins, or begins anew when the device may have been restarted. */
  void start() {
    int now = nextLife();
    calls.get(
        resources.description(),
        response -> whileIn(now, () -> described(now, response)),
        () -> whileIn(now, () -> lost("it does not answer")));
  }

  /** Nothing of it is heard any more. */
  void stop(String reason) {
    nextLife();
    inbox.availability(device(), Availability.OFFLINE, reason);
  }

  /** Asks whether it is still there, because it did not answer a command. */
  void probe() {
    if (observation != null && !observation.isCanceled()) {
      observation.reregister();
    }
  }

  private void described(int now, CoapResponse response) {
    if (!response.isSuccess()) {
      lost("it answers " + response.getCode() + " when asked what it is");
      return;
    }
    read(
        resources.description().getPath(),
        response,
        payload -> inbox.description(HearthJson.announcement(device(), payload)));
    observation =
        calls.observe(
            resources.state(),
            next -> whileIn(now, () -> said(next)),
            () -> whileIn(now, () -> lost("observation lost")));
  }

  private void said(CoapResponse response) {
    if (!response.isSuccess()) {
      lost("it answers " + response.getCode() + " when asked for its state");
      return;
    }
    backoff.reset();
    read(
        resources.state().getPath(),
        response,
        payload -> inbox.state(device(), HearthJson.state(payload), Source.REPORTED));
    if (!response.getOptions().hasObserve()) {
      poll(response);
    }
  }

  /** It cannot be observed: its state is asked for again when it is too old. */
  private void poll(CoapResponse response) {
    Long maxAge = response.getOptions().getMaxAge();
    int now = life;
    calls
        .thread()
        .schedule(
            () -> whileIn(now, this::start), Duration.ofSeconds(maxAge == null ? 60 : maxAge));
  }

  private void lost(String reason) {
    int now = nextLife();
    if (backoff.failures() == 0) {
      LOGGER
          .atInfo()
          .addKeyValue("deviceId", device())
          .addKeyValue("reason", reason)
          .log("device lost");
    }
    inbox.availability(device(), Availability.OFFLINE, reason);
    calls.thread().schedule(() -> whileIn(now, this::start), backoff.next());
  }

  private int nextLife() {
    CoapObserveRelation last = observation;
    observation = null;
    if (last != null && !last.isCanceled()) {
      last.reactiveCancel();
    }
    return ++life;
  }

  private void whileIn(int then, Runnable step) {
    if (then == life) {
      step.run();
    }
  }

  /** What to do with a payload. */
  private interface Reading {
    void of(byte[] payload) throws MalformedPayloadException;
  }

  private void read(String path, CoapResponse response, Reading reading) {
    byte[] payload = response.getPayload();
    try {
      if (payload == null || payload.length > maxPayload) {
        throw new MalformedPayloadException("empty or larger than " + maxPayload + " bytes");
      }
      reading.of(payload);
    } catch (MalformedPayloadException malformed) {
      metrics.malformed(path, String.valueOf(malformed.getMessage()));
    }
  }

  private DeviceId device() {
    return resources.device();
  }
}
