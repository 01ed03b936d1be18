package io.hearth.adapter.coap;

import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.coap.content.Content;
import io.hearth.adapter.coap.content.Format;
import io.hearth.adapter.coap.content.Reading;
import io.hearth.adapter.coap.thing.Link;
import io.hearth.adapter.coap.thing.Server;
import io.hearth.adapter.coap.thing.Things;
import io.hearth.adapter.wire.Backoff;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.MalformedPayloadException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.californium.core.coap.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A CoAP server with devices: asked for its {@code /.well-known/core} until it answers, unless it
 * said its links when it registered; then for what decides what its resources mean. Lives on the
 * link's thread.
 */
final class Peer {

  private static final Logger LOGGER = LoggerFactory.getLogger(Peer.class);
  private static final int MAX_PROBES = 64;

  private final Server server;
  private final Optional<List<Link>> registered;
  private final Calls calls;
  private final LinkMetrics metrics;
  private final Backoff backoff;
  private final Consumer<List<Link>> listed;
  private final Consumer<List<Found>> discovered;
  private String said = "";
  private int life;

  /** A device that was found, and the convention it speaks. */
  record Found(String convention, DeviceBinding binding) {}

  /**
   * @param registered its links, where it said them when it registered
   * @param listed is told its links, before what was discovered
   */
  Peer(
      Server server,
      Optional<List<Link>> registered,
      Calls calls,
      LinkMetrics metrics,
      Backoff backoff,
      Consumer<List<Link>> listed,
      Consumer<List<Found>> discovered) {
    this.server = server;
    this.registered = registered;
    this.calls = calls;
    this.metrics = metrics;
    this.backoff = backoff;
    this.listed = listed;
    this.discovered = discovered;
  }

  Server server() {
    return server;
  }

  /** Asks what it has, again and again until it answers. */
  void discover() {
    int now = ++life;
    if (registered.isPresent()) {
      linked(now, registered.get());
      return;
    }
    calls.get(
        core(),
        response -> whileIn(now, () -> answered(now, response)),
        () -> whileIn(now, () -> retry("it does not answer")));
  }

  void stop() {
    life++;
  }

  /** What it answered when it was asked for its links, in link format; empty until it did. */
  String discovered() {
    return said;
  }

  private URI core() {
    return server.base().resolve("/.well-known/core");
  }

  private void answered(int now, Response response) {
    if (!response.isSuccess()) {
      retry("it answers " + response.getCode());
      return;
    }
    try {
      List<Link> links = Link.parse(response.getPayloadString());
      said = response.getPayloadString();
      linked(now, links);
    } catch (MalformedPayloadException malformed) {
      metrics.malformed(core().toString(), String.valueOf(malformed.getMessage()));
      retry("its links cannot be understood");
    }
  }

  private void linked(int now, List<Link> links) {
    listed.accept(links);
    Gathering gathering = new Gathering(now, links);
    try {
      for (HearthResources resources : HearthResources.of(server.base(), links)) {
        gathering.describe(resources);
      }
    } catch (MalformedPayloadException malformed) {
      metrics.malformed(core().toString(), String.valueOf(malformed.getMessage()));
    }
    gathering.probe();
  }

  /** What is asked before it is known what the server is. */
  private final class Gathering {

    private final int now;
    private final List<Link> links;
    private final List<Found> found = new ArrayList<>();
    private final Map<String, List<Reading>> probed = new HashMap<>();
    private int open = 1;
    private boolean unanswered;

    Gathering(int now, List<Link> links) {
      this.now = now;
      this.links = links.stream().filter(link -> !HearthResources.isOne(link)).toList();
    }

    void describe(HearthResources resources) {
      ask(
          resources.description(),
          response -> found.add(new Found("hearth", hearth(resources, response.getPayload()))));
    }

    /** One whose description cannot be read may still be known from elsewhere. */
    private DeviceBinding hearth(HearthResources resources, byte[] said) {
      try {
        return resources.binding(said);
      } catch (MalformedPayloadException malformed) {
        metrics.malformed(
            resources.description().toString(), String.valueOf(malformed.getMessage()));
        return resources.undescribed();
      }
    }

    void probe() {
      Things.probes(links).stream()
          .limit(MAX_PROBES)
          .forEach(path ->
              ask(
                  server.base().resolve(path),
                  response ->
                      probed.put(
                          path,
                          Content.read(
                              Format.of(response.getOptions().getContentFormat()),
                              response.getPayload(),
                              path,
                              Instant.now()))));
      answered();
    }

    private void ask(URI uri, Then then) {
      open++;
      calls.get(
          uri,
          response ->
              whileIn(
                  now,
                  () -> {
                    read(uri, response, then);
                    answered();
                  }),
          () ->
              whileIn(
                  now,
                  () -> {
                    unanswered = true;
                    answered();
                  }));
    }

    private void read(URI uri, Response response, Then then) {
      if (!response.isSuccess()) {
        return;
      }
      try {
        then.of(response);
      } catch (MalformedPayloadException malformed) {
        metrics.malformed(uri.toString(), String.valueOf(malformed.getMessage()));
      }
    }

    private void answered() {
      if (--open > 0) {
        return;
      }
      if (unanswered) {
        retry("it does not answer");
        return;
      }
      Things.describe(server, links, probed)
          .forEach(binding -> found.add(new Found("coap", binding)));
      LOGGER
          .atInfo()
          .addKeyValue("peer", server.base())
          .addKeyValue("devices", found.size())
          .log("peer discovered");
      backoff.reset();
      discovered.accept(found);
    }
  }

  /** What to do with an answer. */
  private interface Then {
    void of(Response response) throws MalformedPayloadException;
  }

  private void retry(String reason) {
    (backoff.failures() == 0 ? LOGGER.atInfo() : LOGGER.atDebug())
        .addKeyValue("peer", server.base())
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
