package io.hearth.gateway;

import io.hearth.model.device.Value;
import io.hearth.model.state.DeviceState;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one device reported since its command was sent; guarded by the watch that owns it. */
final class DeviceWatch {

  private static final Set<String> IN_MOTION = Set.of("opening", "closing");
  private static final long NOT_STOPPED = Long.MAX_VALUE;

  private final DeviceState before;
  @Nullable DeviceState reported;
  boolean offline;
  private boolean moved;
  private long stoppedAt = NOT_STOPPED;

  DeviceWatch(DeviceState before) {
    this.before = before;
  }

  void report(DeviceState state) {
    reported = state;
    offline = false;
    String moving = EffectWatch.word(state, "moving");
    if (IN_MOTION.contains(moving)) {
      moved = true;
      stoppedAt = NOT_STOPPED;
    } else {
      moved |= hasLeft(state);
      if (moved && moving.equals("stopped") && stoppedAt == NOT_STOPPED) {
        stoppedAt = System.nanoTime();
      }
    }
  }

  /** Whether it is no longer where it was. */
  private boolean hasLeft(DeviceState state) {
    Optional<Value> was = before.value("position");
    Optional<Value> is = state.value("position");
    return was.isPresent() && is.isPresent() && !Values.same(was.get(), is.get());
  }

  boolean is(String property) {
    return reported != null && reported.value(property).filter(Value::isTrue).isPresent();
  }

  /** What has ended it before its effect was reached. */
  Optional<Ending> ending(long now) {
    if (is("jammed")) {
      return Optional.of(Ending.JAMMED);
    }
    if (EffectWatch.word(reported, "operation").equals("error")
        || EffectWatch.word(reported, "cleaning").equals("error")) {
      return Optional.of(Ending.FAILED);
    }
    return stoppedAt != NOT_STOPPED && now - stoppedAt >= EffectWatch.grace().toNanos()
        ? Optional.of(stopped())
        : Optional.empty();
  }

  /** Nanoseconds until a stop counts as one, very many where it has not stopped. */
  long untilStopCounts() {
    return stoppedAt == NOT_STOPPED
        ? Long.MAX_VALUE
        : stoppedAt + EffectWatch.grace().toNanos() - System.nanoTime();
  }

  /** What is to be said when the time is over. */
  Ending atTheEnd() {
    if (offline) {
      return Ending.LOST;
    }
    boolean onTheWay =
        IN_MOTION.contains(EffectWatch.word(reported, "moving"))
            || EffectWatch.word(reported, "cleaning").equals("returning");
    if (onTheWay) {
      return Ending.MOVING;
    }
    return moved ? stopped() : Ending.SILENT;
  }

  private Ending stopped() {
    return reported == null || hasLeft(reported) ? Ending.HALTED : Ending.RETURNED;
  }
}
