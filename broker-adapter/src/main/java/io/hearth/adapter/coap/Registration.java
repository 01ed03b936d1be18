package io.hearth.adapter.coap;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A server in the directory (RFC 9176).
 *
 * @param endpoint its name
 * @param sector {@code d}; empty for none
 * @param identity who it proved to be; empty without DTLS
 * @param links what it has, in link format; empty to be asked for
 * @param attributes the other parameters of its registration, e.g. {@code et}
 * @param saidAt when it last said that it is there
 */
record Registration(
    int number,
    String endpoint,
    String sector,
    Optional<String> identity,
    URI base,
    Duration lifetime,
    String links,
    Map<String, String> attributes,
    Instant saidAt) {

  Registration {
    attributes = Map.copyOf(attributes);
  }

  /** What tells it apart from all others. */
  String key() {
    return sector.isEmpty() ? endpoint : endpoint + "@" + sector;
  }

  Instant ends() {
    return saidAt.plus(lifetime);
  }

  /** Whether it sleeps and must be waited for: the queue mode of LwM2M. */
  boolean isSleepy() {
    return attributes.containsKey("Q") || attributes.getOrDefault("b", "").contains("Q");
  }

  boolean isSame(Registration other) {
    return base.equals(other.base)
        && links.equals(other.links)
        && sector.equals(other.sector)
        && attributes.equals(other.attributes);
  }

  Registration said(URI newBase, Duration newLifetime, Instant now) {
    return new Registration(
        number, endpoint, sector, identity, newBase, newLifetime, links, attributes, now);
  }

  Registration withLinks(String newLinks) {
    return new Registration(
        number, endpoint, sector, identity, base, lifetime, newLinks, attributes, saidAt);
  }
}
