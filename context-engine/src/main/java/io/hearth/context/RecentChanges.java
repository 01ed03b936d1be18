package io.hearth.context;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.PropertyState;
import io.hearth.model.state.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What changed lately in a home, newest first; immutable and structurally shared.
 *
 * <p>It is bounded in time and number. A number that keeps changing, such as a measured power,
 * holds only the place of its last change, so that it cannot push out that the alarm rang.
 */
final class RecentChanges {

  static final Duration WINDOW = Duration.ofMinutes(30);
  static final int MAX_SIZE = 512;

  /** A device's clock may run this much ahead of the home's. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

  private static final Comparator<Key> NEWEST_FIRST =
      Comparator.comparing(Key::at)
          .reversed()
          .thenComparing(Key::device)
          .thenComparing(Key::property);

  static final RecentChanges NONE = new RecentChanges(TreePMap.empty(NEWEST_FIRST));

  private final TreePMap<Key, Transition> changes;

  /** Made when first asked for; every thread that makes it makes the same. */
  private volatile @Nullable List<Transition> newestFirst;

  private RecentChanges(TreePMap<Key, Transition> changes) {
    this.changes = changes;
  }

  /**
   * With one more change.
   *
   * @param before what was believed of the property before it
   */
  RecentChanges plus(Transition change, Optional<PropertyState> before, Instant now) {
    TreePMap<Key, Transition> next = changes;
    if (isNumber(change.to()) && change.from().filter(RecentChanges::isNumber).isPresent()) {
      next =
          before
              .map(state -> new Key(state.since(), change.device(), change.property()))
              .map(next::minus)
              .orElse(next);
    }
    Key key = new Key(change.at(), change.device(), change.property());
    return new RecentChanges(trimmed(next.plus(key, change), now));
  }

  /** The changes that are recent at a moment. */
  List<Transition> at(Instant moment) {
    List<Transition> all = newestFirst();
    Instant latest = moment.plus(CLOCK_DIFFERENCE);
    Instant earliest = moment.minus(WINDOW);
    int from = 0;
    int to = all.size();
    while (from < to && all.get(from).at().isAfter(latest)) {
      from++;
    }
    while (to > from && all.get(to - 1).at().isBefore(earliest)) {
      to--;
    }
    return all.subList(from, to);
  }

  int size() {
    return changes.size();
  }

  private static TreePMap<Key, Transition> trimmed(TreePMap<Key, Transition> all, Instant now) {
    Instant earliest = now.minus(WINDOW);
    TreePMap<Key, Transition> kept = all;
    while (kept.size() > MAX_SIZE || (!kept.isEmpty() && kept.lastKey().at().isBefore(earliest))) {
      kept = kept.minusLastEntry();
    }
    return kept;
  }

  private List<Transition> newestFirst() {
    List<Transition> made = newestFirst;
    if (made == null) {
      made = List.copyOf(changes.values());
      newestFirst = made;
    }
    return made;
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Number;
  }

  private record Key(Instant at, DeviceId device, String property) {}
}
