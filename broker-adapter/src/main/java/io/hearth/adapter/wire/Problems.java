package io.hearth.adapter.wire;

import io.hearth.model.device.DeviceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What went wrong on the wire, for people: the last problem of each place, the oldest forgotten
 * when there are too many. Thread-safe.
 */
public final class Problems {

  private static final int MOST = 500;

  /**
   * One thing that went wrong, perhaps many times.
   *
   * @param link the way it came, e.g. {@code mqtt}
   * @param device whose problem it is, where one knows
   * @param place the topic or resource
   * @param reason what is wrong, in one line
   * @param head the beginning of the payload; empty where there is none
   * @param first when it was first so
   * @param last when it was last so
   * @param count how often
   */
  public record Problem(
      String link,
      Optional<DeviceId> device,
      String place,
      String reason,
      String head,
      Instant first,
      Instant last,
      long count) {}

  private record Key(String link, String place) {}

  private final InstantSource clock;
  private final Map<Key, Problem> problems = new LinkedHashMap<>();

  public Problems(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes a problem; tells whether the place had none before. */
  public boolean note(
      String link, Optional<DeviceId> device, String place, String reason, String head) {
    Instant now = clock.instant();
    Key key = new Key(link, place);
    synchronized (problems) {
      Problem known = problems.remove(key);
      Instant first = known == null ? now : known.first();
      long count = known == null ? 1 : known.count() + 1;
      problems.put(key, new Problem(link, device, place, reason, head, first, now, count));
      if (problems.size() > MOST) {
        problems.remove(problems.keySet().iterator().next());
      }
      return known == null;
    }
  }

  /** A place has no problem any more. */
  public void solved(String link, String place) {
    synchronized (problems) {
      problems.remove(new Key(link, place));
    }
  }

  /** All of them, the latest first. */
  public List<Problem> all() {
    synchronized (problems) {
      return problems.values().stream()
          .sorted(Comparator.comparing(Problem::last).reversed())
          .toList();
    }
  }
}
