package io.hearth.adapter.coap;

import io.hearth.adapter.wire.Backoff;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.MalformedPayloadException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.californium.core.CoapResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A CoAP server with devices: asked for its {@code /.well-known/core} until it answers. Lives on
 * the link's thread.
 */
final class Peer {

  private static final Logger LOGGER = LoggerFactory.getLogger(Peer.class);

  private final URI base;
  private final Calls calls;
  private final LinkMetrics metrics;
  private final Backoff backoff;
  private final Consumer<List<DeviceResources>> discovered;
  private int life;

  Peer(
      URI base,
      Calls calls,
      LinkMetrics metrics,
      Backoff backoff,
      Consumer<List<DeviceResources>> discovered) {
    this.base = base;
    this.calls = calls;
    this.metrics = metrics;
    this.backoff = backoff;
    this.discovered = discovered;
  }

  URI base() {
    return base;
  }

  /** Asks what it has, again and again until it answers. */
  void discover() {
    int now = ++life;
    calls.get(
        base.resolve("/.well-known/core"),
        response -> whileIn(now, () -> answered(response)),
        () -> whileIn(now, () -> retry("it does not answer")));
  }

  void stop() {
    life++;
  }

  private void answered(CoapResponse response) {
    if (!response.isSuccess()) {
      retry("it answers " + response.getCode());
      return;
    }
    try {
      List<DeviceResources> devices = DeviceResources.of(base, response.getResponseText());
      LOGGER
          .atInfo()
          .addKeyValue("peer", base)
          .addKeyValue("devices", devices.size())
          .log("peer discovered");
      backoff.reset();
      discovered.accept(devices);
    } catch (MalformedPayloadException malformed) {
      metrics.malformed(base + "/.well-known/core", String.valueOf(malformed.getMessage()));
      retry("its links cannot be understood");
    }
  }

  private void retry(String reason) {
    (backoff.failures() == 0 ? LOGGER.atInfo() : LOGGER.atDebug())
        .addKeyValue("peer", base)
        .addKeyValue("reason", reason)
        .log("peer not discovered, trying on");
    int now = life;
    calls.thread().schedule(() -> whileIn(now, this::discover), backoff.next());
  }

  private void whileIn(int then, Runnable step) {
    if (then == life) {
      step.run();
    }
  }
}
