package io.hearth.adapter.binding;

import io.hearth.adapter.wire.MalformedPayloadException;
import java.util.List;
import java.util.Optional;

/** How it is known whether a device, or a part of it, can be reached. */
public record AvailabilityRule(Mode mode, List<Probe> probes) {

  /** How several probes are one answer. */
  public enum Mode {
    /** All must say that it is there. */
    ALL,
    /** One must say that it is there. */
    ANY,
    /** The one heard last counts. */
    LATEST
  }

  /** A place where something is said of it. */
  public record Probe(Address at, Reader reader) {}

  /** Reads whether it is there. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Whether it is there.
     *
     * @return empty for a message that says nothing of it
     * @throws MalformedPayloadException when it cannot be understood
     */
    Optional<Boolean> isThere(Payload payload) throws MalformedPayloadException;
  }

  public AvailabilityRule {
    probes = List.copyOf(probes);
    if (probes.isEmpty()) {
      throw new IllegalArgumentException("an availability rule needs a probe");
    }
  }

  /** One place with two words. */
  public static AvailabilityRule words(Address at, String there, String away) {
    return new AvailabilityRule(
        Mode.LATEST,
        List.of(
            new Probe(
                at,
                payload -> {
                  String word = payload.text().strip();
                  return word.equals(there)
                      ? Optional.of(true)
                      : word.equals(away) ? Optional.of(false) : Optional.empty();
                })));
  }
}
