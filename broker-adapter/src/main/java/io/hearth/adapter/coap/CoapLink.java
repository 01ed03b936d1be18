package io.hearth.adapter.coap;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.DeviceFacts;
import io.hearth.adapter.wire.DeviceLink;
import io.hearth.adapter.wire.HearthJson;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkHealth;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.LinkThread;
import io.hearth.adapter.wire.LinkUnavailableException;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Command;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link to CoAP devices: discovers and observes those with a server, takes what the others push,
 * and sends commands. One endpoint both asks and is asked.
 */
public final class CoapLink implements DeviceLink, AutoCloseable {

  /** The link's name in routes and counters. */
  public static final String NAME = "coap";

  private static final Logger LOGGER = LoggerFactory.getLogger(CoapLink.class);

  private final CoapServer server;
  private final CoapEndpoint endpoint;
  private final LinkThread thread = new LinkThread("hearth-coap-link");
  private final Calls calls;
  private final Peers peers;
  private final LinkMetrics metrics;
  private final Instant since;

  private CoapLink(
      CoapConfig config, DeviceFacts facts, Inbox inbox, LinkMetrics metrics, InstantSource clock) {
    this.metrics = metrics;
    this.since = clock.instant();
    Configuration configuration = Endpoints.configuration(config);
    this.endpoint = Endpoints.endpoint(config, configuration);
    this.server = new CoapServer(configuration);
    this.calls = new Calls(endpoint, thread);
    this.peers = new Peers(config, calls, inbox, metrics);
    server.addEndpoint(endpoint);
    server.add(
        new DirectoryResource(new Registrations(peers, thread), thread),
        new PushResource(facts, inbox, metrics, config.maxPayload()));
  }

  /**
   * Opens the endpoint and begins to look for devices.
   *
   * @throws LinkUnavailableException when the port is in use
   */
  public static CoapLink start(
      CoapConfig config, DeviceFacts facts, Inbox inbox, LinkMetrics metrics, InstantSource clock) {
    CoapLink link = new CoapLink(config, facts, inbox, metrics, clock);
    try {
      link.server.start();
    } catch (IllegalStateException failure) {
      throw new LinkUnavailableException(
          "CoAP cannot be opened at " + config.host() + ":" + config.port(), failure);
    }
    metrics.connected(true);
    LOGGER.atInfo().addKeyValue("address", link.address()).log("coap endpoint open");
    for (URI peer : config.peers()) {
      link.thread.execute(() -> link.peers.add(peer.toString(), peer));
    }
    return link;
  }

  /** The port that it is open at. */
  public int port() {
    return endpoint.getAddress().getPort();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LinkHealth health() {
    return new LinkHealth(
        NAME, address(), server.isRunning(), since, Optional.empty(), metrics.counts());
  }

  @Override
  public CompletableFuture<Answer> send(Command command, String correlation, Duration within) {
    Optional<URI> target = peers.find(command.device()).flatMap(DeviceResources::command);
    if (target.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Answer.Undeliverable("it has no resource that takes commands"));
    }
    Request request = Request.newPost();
    request.setURI(target.get());
    request.setPayload(HearthJson.command(command, correlation));
    request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_JSON);
    request.setReliabilityLayerParameters(Retransmission.within(within));
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    calls.send(request, response -> complete(answer, target.get(), response), () -> {});
    return answer
        .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((reply, failure) -> ended(command.device(), request, failure));
  }

  @Override
  public void close() {
    thread.close(() -> metrics.connected(false));
    server.destroy();
  }

  private void ended(DeviceId device, Request request, @Nullable Throwable failure) {
    if (failure instanceof TimeoutException) {
      request.cancel();
      thread.execute(() -> peers.probe(device));
    }
  }

  private void complete(CompletableFuture<Answer> answer, URI target, CoapResponse response) {
    try {
      answer.complete(answer(response));
      metrics.count(LinkMetrics.Fate.ACCEPTED);
    } catch (MalformedPayloadException malformed) {
      metrics.malformed(target.getPath(), String.valueOf(malformed.getMessage()));
    }
  }

  /** What a response means: its code tells the outcome, its payload the reason. */
  private static Answer answer(CoapResponse response) throws MalformedPayloadException {
    byte[] payload = response.getPayload();
    boolean empty = payload == null || payload.length == 0;
    if (response.isSuccess()) {
      return empty ? new Answer.Accepted() : HearthJson.reply(payload);
    }
    if (!empty && HearthJson.isObject(payload)) {
      return HearthJson.reply(payload);
    }
    return new Answer.Rejected("it answered " + response.getCode());
  }

  private String address() {
    var bound = endpoint.getAddress();
    return "coap://" + bound.getHostString() + ":" + bound.getPort();
  }
}
