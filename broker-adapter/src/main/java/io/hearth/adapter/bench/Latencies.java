package io.hearth.adapter.bench;

import io.hearth.model.DeviceReports;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;
import io.hearth.model.state.StateReport;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A house that only notes how long each message took from the publisher to it. */
final class Latencies implements DeviceReports {

  static final String SENT = "sent";

  private final long origin;
  private long[] micros = new long[1024];
  private int count;

  /** The moment, by {@link System#nanoTime()}, from which senders count. */
  Latencies(long origin) {
    this.origin = origin;
  }

  @Override
  public CompletionStage<Void> report(StateReport report) {
    if (report.properties().get(SENT) instanceof Value.Number(double sent)) {
      note((System.nanoTime() - origin) / 1000 - (long) sent);
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> announce(Announcement announcement) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> announceAll(Collection<Announcement> announcements) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> outdated(DeviceId device, Set<String> properties, Instant at) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> availability(
      DeviceId device, Availability availability, String reason, Instant at) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> remove(DeviceId device) {
    return CompletableFuture.completedFuture(null);
  }

  private synchronized void note(long took) {
    if (count == micros.length) {
      micros = Arrays.copyOf(micros, 2 * count);
    }
    micros[count++] = took;
  }

  synchronized int count() {
    return count;
  }

  synchronized void clear() {
    count = 0;
  }

  /** The latency in milliseconds that a part of all messages did not exceed; NaN for none. */
  synchronized double percentile(double part) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(micros, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, Math.round(part * count))] / 1000.0;
  }
}
