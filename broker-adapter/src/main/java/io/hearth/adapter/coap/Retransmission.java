package io.hearth.adapter.coap;

import java.time.Duration;
import org.eclipse.californium.core.network.stack.ReliabilityLayerParameters;

/** How often a confirmable message is sent again, so that its attempts fit into a time. */
final class Retransmission {

  private static final int TIMES = 2;
  private static final int PARTS = 5; // waits of 1, 2 and the rest of 5 parts
  private static final int SHORTEST_MILLIS = 50;

  private Retransmission() {}

  static ReliabilityLayerParameters within(Duration time) {
    int first = Math.clamp(time.toMillis() / PARTS, SHORTEST_MILLIS, 10_000);
    return ReliabilityLayerParameters.builder()
        .ackTimeout(first)
        .maxAckTimeout(first * PARTS)
        .ackRandomFactor(1.0f)
        .ackTimeoutScale(2.0f)
        .maxRetransmit(TIMES)
        .nstart(8)
        .build();
  }
}
