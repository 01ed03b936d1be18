package io.hearth.adapter.coap;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The servers that registered themselves, each for a while. Lives on the link's thread. */
final class Registrations {

  private static final int MAX_REGISTRATIONS = 1000;

  private final Peers peers;
  private final io.hearth.adapter.wire.LinkThread thread;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, Registration> registrations = new HashMap<>();
  private int last;

  /** One server; renewals count how often its lifetime began, so that an old end means nothing. */
  private record Registration(String name, URI base, Duration lifetime, int renewals) {

    Registration renewed(URI newBase, Duration newLifetime) {
      return new Registration(name, newBase, newLifetime, renewals + 1);
    }
  }

  Registrations(Peers peers, io.hearth.adapter.wire.LinkThread thread) {
    this.peers = peers;
    this.thread = thread;
  }

  /**
   * A server came, or came back: it is discovered anew.
   *
   * @return the number of its registration; empty when there are too many
   */
  Optional<Integer> register(String name, URI base, Duration lifetime) {
    if (numbers.size() >= MAX_REGISTRATIONS && !numbers.containsKey(name)) {
      return Optional.empty();
    }
    int number = numbers.computeIfAbsent(name, unseen -> ++last);
    Registration before = registrations.get(number);
    put(
        number,
        before == null
            ? new Registration(name, base, lifetime, 0)
            : before.renewed(base, lifetime));
    peers.add(peerName(name), base);
    return Optional.of(number);
  }

  /** A server is still there; false when it is not registered. */
  boolean renew(int number, Optional<URI> base, Optional<Duration> lifetime) {
    Registration known = registrations.get(number);
    if (known == null) {
      return false;
    }
    URI newBase = base.orElse(known.base());
    put(number, known.renewed(newBase, lifetime.orElse(known.lifetime())));
    if (!newBase.equals(known.base())) {
      peers.add(peerName(known.name()), newBase);
    }
    return true;
  }

  /** A server goes; false when it is not registered. */
  boolean remove(int number, String reason) {
    Registration known = registrations.remove(number);
    if (known == null) {
      return false;
    }
    numbers.remove(known.name());
    peers.remove(peerName(known.name()), reason);
    return true;
  }

  private void put(int number, Registration registration) {
    registrations.put(number, registration);
    thread.schedule(
        () -> {
          if (registration.equals(registrations.get(number))) {
            remove(number, "its registration ended");
          }
        },
        registration.lifetime());
  }

  private static String peerName(String endpoint) {
    return "rd:" + endpoint;
  }
}
