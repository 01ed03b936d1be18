package io.hearth.gateway;

import io.hearth.model.HomeEvent;
import io.hearth.model.HomeEvents;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.HomeId;
import io.hearth.model.device.Property;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.model.state.DeviceState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Listens, from before commands are sent, for what devices report about their effects. */
final class EffectWatch implements AutoCloseable {

  /** Where a device says that it stopped, its last position may still be on the way. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final HomeId home;
  private final ContextSnapshot before;
  private final Map<DeviceId, DeviceWatch> devices = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition heard = lock.newCondition();
  private final HomeEvents.Subscription subscription;

  EffectWatch(HomeEvents events, ContextSnapshot before) {
    this.home = before.home().id();
    this.before = before;
    this.subscription = events.subscribe(this::accept);
  }

  private void accept(HomeEvent event) {
    if (!event.home().equals(home)) {
      return;
    }
    switch (event) {
      case HomeEvent.StateChanged changed -> note(changed.state());
      case HomeEvent.AvailabilityChanged changed ->
          note(changed.device(), changed.availability() == Availability.OFFLINE);
      default -> {
        // says nothing about effects
      }
    }
  }

  private void note(DeviceState state) {
    lock.lock();
    try {
      watch(state.device()).report(state);
      heard.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void note(DeviceId device, boolean offline) {
    lock.lock();
    try {
      watch(device).offline = offline;
      heard.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private DeviceWatch watch(DeviceId device) {
    return devices.computeIfAbsent(device, id -> new DeviceWatch(before.state(id)));
  }

  /**
   * Waits until a device has reported all effects, or has ended otherwise, or the time is over.
   *
   * @return DONE, HALTED, RETURNED, JAMMED or FAILED; empty when the time is over
   */
  Optional<Ending> await(DeviceId device, List<ExpectedEffect> effects, Duration longest)
      throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    lock.lock();
    try {
      DeviceWatch watch = watch(device);
      while (true) {
        if (effects.stream().allMatch(this::isReported)) {
          return Optional.of(Ending.DONE);
        }
        Optional<Ending> ending = watch.ending(System.nanoTime());
        long left = deadline - System.nanoTime();
        if (ending.isPresent() || left <= 0) {
          return ending;
        }
        heard.await(Math.clamp(watch.untilStopCounts(), 1, left), TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * What is to be said of a device whose time is over: SILENT, MOVING, HALTED, RETURNED or LOST.
   */
  Ending atTheEnd(DeviceId device) {
    lock.lock();
    try {
      return watch(device).atTheEnd();
    } finally {
      lock.unlock();
    }
  }

  /** Whether all effects were reported up to now. */
  boolean areReported(List<ExpectedEffect> effects) {
    lock.lock();
    try {
      return effects.stream().allMatch(this::isReported);
    } finally {
      lock.unlock();
    }
  }

  /** Whether the device said that something is in its way. */
  boolean isObstructed(DeviceId device) {
    lock.lock();
    try {
      return watch(device).is("obstructed") || watch(device).is("problem");
    } finally {
      lock.unlock();
    }
  }

  /** Whether the device reports at all what the effect is about, as far as is known. */
  boolean isTold(ExpectedEffect effect) {
    return !(effect.value() instanceof Value.Items)
        || before.value(effect.device(), effect.property()).isPresent();
  }

  private boolean isReported(ExpectedEffect effect) {
    DeviceState reported = watch(effect.device()).reported;
    Unit unit =
        before
            .home()
            .device(effect.device())
            .flatMap((Device device) -> device.property(effect.property()))
            .map(Property::unit)
            .orElse(Unit.NONE);
    return reported != null
        && reported
            .property(effect.property())
            .filter(state -> !state.stale() && Values.reached(effect.value(), state.value(), unit))
            .isPresent();
  }

  @Override
  public void close() {
    subscription.close();
  }

  static Duration grace() {
    return GRACE;
  }

  /** The word of a property, empty where it has none. */
  static String word(@Nullable DeviceState state, String property) {
    return state != null && state.value(property).orElse(null) instanceof Value.Text(String word)
        ? word
        : "";
  }
}
