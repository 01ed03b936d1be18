package io.hearth.adapter.coap;

import io.hearth.adapter.coap.thing.Link;
import io.hearth.adapter.coap.thing.Server;
import io.hearth.adapter.wire.LinkThread;
import io.hearth.adapter.wire.MalformedPayloadException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The servers that registered themselves, each for a while. Lives on the link's thread. */
final class Registrations {

  private static final int MAX_REGISTRATIONS = 1000;

  private final Peers peers;
  private final LinkThread thread;
  private final RegistrationFile file;
  private final Sleepers sleepers;
  private final InstantSource clock;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, Registration> registrations = new TreeMap<>();
  private int last;

  /** A registration as it was asked for. */
  record Wish(
      String endpoint,
      String sector,
      Optional<String> identity,
      URI base,
      Duration lifetime,
      String links,
      Map<String, String> attributes) {}

  Registrations(
      Peers peers,
      LinkThread thread,
      RegistrationFile file,
      Sleepers sleepers,
      InstantSource clock) {
    this.peers = peers;
    this.thread = thread;
    this.file = file;
    this.sleepers = sleepers;
    this.clock = clock;
  }

  /** Takes up what was known before a restart; what has ended meanwhile is left out. */
  void recall() {
    for (Registration known : file.read()) {
      if (known.ends().isAfter(clock.instant())) {
        last = Math.max(last, known.number());
        numbers.put(known.key(), known.number());
        put(known);
        found(known);
      }
    }
  }

  /**
   * A server came, or came back. It is discovered when it is new or something of it is, and else
   * only listened to anew, because it may have forgotten who listens.
   *
   * @return the number of its registration; empty when there are too many
   */
  Optional<Integer> register(Wish wish) {
    String key = wish.sector().isEmpty() ? wish.endpoint() : wish.endpoint() + "@" + wish.sector();
    if (numbers.size() >= MAX_REGISTRATIONS && !numbers.containsKey(key)) {
      return Optional.empty();
    }
    int number = numbers.computeIfAbsent(key, unseen -> ++last);
    Registration before = registrations.get(number);
    Registration now =
        new Registration(
            number,
            wish.endpoint(),
            wish.sector(),
            wish.identity(),
            wish.base(),
            wish.lifetime(),
            wish.links(),
            wish.attributes(),
            clock.instant());
    put(now);
    file.write(registrations.values());
    if (before != null && before.isSame(now)) {
      peers.refresh(peerName(now));
    } else {
      found(now);
    }
    awake(now);
    return Optional.of(number);
  }

  /** Who registered under a name, while that holds. */
  Optional<Registration> holder(String key) {
    return Optional.ofNullable(numbers.get(key)).map(registrations::get);
  }

  Optional<Registration> find(int number) {
    return Optional.ofNullable(registrations.get(number));
  }

  List<Registration> all() {
    return new ArrayList<>(registrations.values());
  }

  /** A server is still there; false when it is not registered. */
  boolean renew(
      int number, Optional<URI> base, Optional<Duration> lifetime, Optional<String> links) {
    Registration known = registrations.get(number);
    if (known == null) {
      return false;
    }
    Registration now =
        known
            .said(base.orElse(known.base()), lifetime.orElse(known.lifetime()), clock.instant())
            .withLinks(links.orElse(known.links()));
    put(now);
    file.write(registrations.values());
    if (!now.isSame(known)) {
      found(now);
    }
    awake(now);
    return true;
  }

  /** A server goes; false when it is not registered. */
  boolean remove(int number, String reason) {
    Registration known = registrations.remove(number);
    if (known == null) {
      return false;
    }
    numbers.remove(known.key());
    file.write(registrations.values());
    sleepers.gone(peerName(known));
    peers.remove(peerName(known), reason);
    return true;
  }

  private void found(Registration registration) {
    Optional<String> area = Optional.of(registration.sector()).filter(sector -> !sector.isEmpty());
    Server server =
        new Server(
            registration.base(), Optional.of(registration.endpoint()), Optional.empty(), area);
    peers.identify(peerName(registration), registration.identity());
    peers.add(peerName(registration), server, links(registration), registration.isSleepy());
  }

  /** What a server has: the links that it registered, else those it was asked for. */
  String resources(Registration registration) {
    return registration.links().isBlank()
        ? peers.discovered(peerName(registration))
        : registration.links();
  }

  private static Optional<List<Link>> links(Registration registration) {
    try {
      return registration.links().isBlank()
          ? Optional.empty()
          : Optional.of(Link.parse(registration.links()));
    } catch (MalformedPayloadException refusedBefore) {
      return Optional.empty();
    }
  }

  private void awake(Registration registration) {
    if (registration.isSleepy()) {
      sleepers.awake(peerName(registration));
    }
  }

  private void put(Registration registration) {
    registrations.put(registration.number(), registration);
    Instant ends = registration.ends();
    thread.schedule(
        () -> {
          if (registration.equals(registrations.get(registration.number()))) {
            remove(registration.number(), "its registration ended");
          }
        },
        Duration.between(clock.instant(), ends));
  }

  static String peerName(Registration registration) {
    return "rd:" + registration.key();
  }
}
