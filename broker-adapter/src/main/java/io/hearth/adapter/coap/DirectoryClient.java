package io.hearth.adapter.coap;

import io.hearth.adapter.coap.thing.Server;
import io.hearth.adapter.wire.Backoff;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.californium.core.WebLink;
import org.eclipse.californium.core.coap.LinkFormat;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A resource directory somewhere else: Hearth registers its own resources there, and looks up who
 * else is registered, again and again. Lives on the link's thread.
 */
final class DirectoryClient {

  private static final Logger LOGGER = LoggerFactory.getLogger(DirectoryClient.class);
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final Duration LOOKUP = Duration.ofSeconds(30);
  private static final String ENDPOINT = "hearth";

  private final URI directory;
  private final Calls calls;
  private final Peers peers;
  private final Supplier<String> ownLinks;
  private final Backoff backoff;
  private final Map<String, URI> known = new HashMap<>();
  private Optional<String> location = Optional.empty();

  DirectoryClient(
      URI directory, Calls calls, Peers peers, Supplier<String> ownLinks, CoapConfig config) {
    this.directory = directory;
    this.calls = calls;
    this.peers = peers;
    this.ownLinks = ownLinks;
    this.backoff =
        new Backoff(config.retryFirst(), config.retryLongest(), RandomGenerator.getDefault());
  }

  /** Asks where its parts are, then registers and looks up. */
  void start() {
    calls.get(
        directory.resolve("/.well-known/core?rt=core.rd*"),
        response -> {
          Map<String, String> parts = parts(response);
          if (parts.isEmpty()) {
            again("it has no directory");
            return;
          }
          backoff.reset();
          register(parts.getOrDefault("core.rd", "/rd"));
          lookUp(parts.getOrDefault("core.rd-lookup-ep", "/rd-lookup/ep"));
        },
        () -> again("it does not answer"));
  }

  private void again(String reason) {
    (backoff.failures() == 0 ? LOGGER.atInfo() : LOGGER.atDebug())
        .addKeyValue("directory", directory)
        .addKeyValue("reason", reason)
        .log("resource directory not reached, trying on");
    calls.thread().schedule(this::start, backoff.next());
  }

  private static Map<String, String> parts(Response response) {
    Map<String, String> parts = new HashMap<>();
    if (response.isSuccess()) {
      try {
        for (WebLink link : LinkFormat.parse(response.getPayloadString())) {
          link.getAttributes()
              .getResourceTypes()
              .forEach(type -> parts.putIfAbsent(type, link.getURI()));
        }
      } catch (RuntimeException malformed) {
        LOGGER.atDebug().setCause(malformed).log("links of a directory cannot be understood");
      }
    }
    parts.keySet().removeIf(type -> !type.startsWith("core.rd"));
    return parts;
  }

  private void register(String path) {
    Request request = Request.newPost();
    boolean update = location.isPresent();
    String query = "lt=" + LIFETIME.toSeconds();
    request.setURI(
        directory.resolve(
            update ? location.get() + "?" + query : path + "?ep=" + ENDPOINT + "&" + query));
    if (!update) {
      request.setPayload(ownLinks.get());
      request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_LINK_FORMAT);
    }
    calls.send(
        request,
        response -> {
          boolean done = response.isSuccess();
          if (done && !update) {
            location = Optional.of("/" + response.getOptions().getLocationPathString());
            LOGGER
                .atInfo()
                .addKeyValue("directory", directory)
                .log("registered at a resource directory");
          } else if (!done) {
            location = Optional.empty();
          }
          calls
              .thread()
              .schedule(() -> register(path), done ? LIFETIME.dividedBy(2) : backoff.next());
        },
        () -> {
          location = Optional.empty();
          calls.thread().schedule(() -> register(path), backoff.next());
        });
  }

  private void lookUp(String path) {
    calls.get(
        directory.resolve(path),
        response -> {
          if (response.isSuccess()) {
            found(response.getPayloadString());
          }
          calls.thread().schedule(() -> lookUp(path), LOOKUP);
        },
        () -> calls.thread().schedule(() -> lookUp(path), LOOKUP));
  }

  private void found(String links) {
    Set<String> seen = new HashSet<>();
    try {
      for (WebLink link : LinkFormat.parse(links)) {
        String endpoint = first(link, "ep");
        String base = first(link, "base");
        if (endpoint.isEmpty() || endpoint.equals(ENDPOINT) || base.isEmpty()) {
          continue;
        }
        seen.add(endpoint);
        URI uri = URI.create(base);
        if (!uri.equals(known.put(endpoint, uri)) && uri.getHost() != null) {
          Optional<String> area = Optional.of(first(link, "d")).filter(sector -> !sector.isEmpty());
          Server server = new Server(uri, Optional.of(endpoint), Optional.empty(), area);
          peers.add(name(endpoint), server, Optional.empty(), false);
        }
      }
    } catch (RuntimeException malformed) {
      LOGGER
          .atWarn()
          .addKeyValue("directory", directory)
          .setCause(malformed)
          .log("lookup of a resource directory cannot be understood");
      return;
    }
    for (String endpoint : Set.copyOf(known.keySet())) {
      if (!seen.contains(endpoint)) {
        known.remove(endpoint);
        peers.remove(name(endpoint), "its registration ended");
      }
    }
  }

  private String name(String endpoint) {
    return directory.getRawAuthority() + "/" + URLEncoder.encode(endpoint, StandardCharsets.UTF_8);
  }

  private static String first(WebLink link, String name) {
    return link.getAttributes().getAttributeValues(name).stream().findFirst().orElse("");
  }
}
