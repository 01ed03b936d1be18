package io.hearth.sim;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;

/** What the CoAP servers of a simulation share: threads and a configuration for a small peer. */
final class CoapThreads implements AutoCloseable {

  private static final int MOST_PEERS = 64;
  private static final int MOST_BYTES = 8192;

  private final ScheduledExecutorService main =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("hearth-sim-coap").factory());
  private final ScheduledExecutorService timers =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("hearth-sim-coap-timer").factory());
  private final Configuration configuration = smallPeer();

  ScheduledExecutorService main() {
    return main;
  }

  ScheduledExecutorService timers() {
    return timers;
  }

  Configuration configuration() {
    return configuration;
  }

  @Override
  public void close() {
    main.shutdownNow();
    timers.shutdownNow();
  }

  /** Gives up on a silent other side after about eight seconds instead of ninety. */
  private static Configuration smallPeer() {
    CoapConfig.register();
    UdpConfig.register();
    return Configuration.createStandardWithoutFile()
        .set(CoapConfig.MAX_ACTIVE_PEERS, MOST_PEERS)
        .set(CoapConfig.MAX_SERVER_OBSERVES, MOST_PEERS)
        .set(CoapConfig.MAX_RESOURCE_BODY_SIZE, MOST_BYTES)
        .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
        .set(CoapConfig.ACK_TIMEOUT, 500, TimeUnit.MILLISECONDS)
        .set(CoapConfig.MAX_RETRANSMIT, 3)
        .set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1)
        .set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1);
  }
}
