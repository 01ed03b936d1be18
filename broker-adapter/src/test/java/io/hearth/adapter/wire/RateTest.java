package io.hearth.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateTest {

  private final AtomicLong nanos = new AtomicLong(-TimeUnit.SECONDS.toNanos(30));
  private final Rate rate = new Rate(nanos::get);

  @Test
  void countsTheLastMinuteAndForgetsWhatCameBefore() {
    // Given
    for (int second = 0; second < 90; second++) {
      rate.count();
      rate.count();
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    }
    // When
    long busy = rate.perMinute();
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(29));
    long calmer = rate.perMinute();
    nanos.addAndGet(TimeUnit.DAYS.toNanos(1));
    long quiet = rate.perMinute();
    // Then
    assertThat(busy).isEqualTo(118);
    assertThat(calmer).isEqualTo(60);
    assertThat(quiet).isZero();
  }
}
