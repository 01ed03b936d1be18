package io.hearth.app.bench.wire;

import io.hearth.model.HomeEvent;
import io.hearth.model.device.Value;
import io.hearth.model.state.Transition;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** Counts numbered reports when the context knows them, each once, and how long they took. */
final class Reports implements Consumer<HomeEvent> {

  private final BitSet seen = new BitSet();
  private final Histogram nanos = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
  private long start;
  private double nanosEach;
  private boolean counting;

  /** From now on report number i is due at {@code newStart + i / rate}. */
  synchronized void begin(long newStart, int rate) {
    seen.clear();
    nanos.reset();
    start = newStart;
    nanosEach = 1e9 / rate;
    counting = true;
  }

  @Override
  public void accept(HomeEvent event) {
    if (event instanceof HomeEvent.StateChanged(var home, var state, var transitions, var at)) {
      for (Transition transition : transitions) {
        if (transition.property().equals("illuminance")
            && transition.to() instanceof Value.Number(double number)) {
          note((int) number);
        }
      }
    }
  }

  private synchronized void note(int number) {
    if (counting && !seen.get(number)) {
      seen.set(number);
      long took = System.nanoTime() - start - (long) (number * nanosEach);
      nanos.recordValue(Math.clamp(took, 0, nanos.getHighestTrackableValue()));
    }
  }

  synchronized int count() {
    return seen.cardinality();
  }

  synchronized boolean has(int number) {
    return seen.get(number);
  }

  /** The time in milliseconds that so many percent did not exceed. */
  synchronized double millis(double percentile) {
    return nanos.getValueAtPercentile(percentile) / 1e6;
  }
}
