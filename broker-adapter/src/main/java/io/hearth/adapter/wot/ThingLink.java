package io.hearth.adapter.wot;

import io.hearth.adapter.binding.BoundDevices;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.http.HttpTransport;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.DeviceLink;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkHealth;
import io.hearth.adapter.wire.Problems;
import io.hearth.model.state.Command;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The way to things over HTTP, and to descriptions of things that are not at the broker. */
public final class ThingLink implements DeviceLink, AutoCloseable {

  /** The link's word in routes and counters. */
  public static final String NAME = "http";

  private final BoundDevices devices;
  private final HttpTransport http;
  private final ThingSources sources;
  private final Instant since;

  private ThingLink(BoundDevices devices, HttpTransport http, ThingSources sources, Instant since) {
    this.devices = devices;
    this.http = http;
    this.sources = sources;
    this.since = since;
  }

  /**
   * Begins to look for descriptions and to read what they describe.
   *
   * @param coap reads a resource of a CoAP server
   */
  public static ThingLink start(
      ThingsConfig config,
      BoundDevices devices,
      Inbox inbox,
      Problems problems,
      Function<URI, CompletableFuture<byte[]>> coap,
      InstantSource clock) {
    HttpTransport http =
        new HttpTransport(
            config.http(),
            inbox,
            (Message message) -> {
              var unused = devices.arrived(message);
            });
    devices.carriedBy(http);
    return new ThingLink(
        devices, http, new ThingSources(config, devices, problems, coap), clock.instant());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CompletableFuture<Answer> send(Command command, String correlation, Duration within) {
    return devices.sendOrKeep(command, correlation, within);
  }

  @Override
  public LinkHealth health() {
    return new LinkHealth(
        NAME, http.size() + " resources", true, since, Optional.empty(), Map.of());
  }

  @Override
  public void close() {
    sources.close();
    http.close();
  }
}
