package io.hearth.adapter.coap;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.Transport;
import io.hearth.adapter.coap.content.Format;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.Backoff;
import io.hearth.adapter.wire.HearthJson;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.MalformedPayloadException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;

/**
 * Resources of CoAP servers as addresses: listened to by observation, written by requests. Servers
 * that fall silent are asked whether they are there, one question for each at a time.
 */
final class CoapTransport implements Transport, Observation.Listener {

  private static final Duration SWEEP = Duration.ofMillis(200);

  private final CoapConfig config;
  private final Calls calls;
  private final Inbox inbox;
  private final LinkMetrics metrics;
  private final Observations observations;
  private final Function<Message, CompletionStage<Void>> arrived;
  private final Reachability reachability;
  private final Map<URI, Observation> watched = new ConcurrentHashMap<>();
  private final Map<URI, Backoff> backoffs = new HashMap<>(); // on the link's thread
  private final Set<String> silentServers = new HashSet<>(); // on the link's thread

  /** Is told how servers do; called on the link's thread. */
  interface Reachability {
    /** One of its resources cannot be listened to. */
    void lost(URI resource, String reason, boolean silent);

    /** A resource that was lost says something again. */
    void back(URI resource);

    /** Whether the server of a resource may be asked now whether it is there. */
    boolean mayBeAsked(URI resource);
  }

  CoapTransport(
      CoapConfig config,
      Calls calls,
      Observations observations,
      Inbox inbox,
      LinkMetrics metrics,
      Function<Message, CompletionStage<Void>> arrived,
      Reachability reachability) {
    this.config = config;
    this.calls = calls;
    this.observations = observations;
    this.inbox = inbox;
    this.metrics = metrics;
    this.arrived = arrived;
    this.reachability = reachability;
    calls.thread().schedule(this::sweep, SWEEP);
  }

  @Override
  public boolean carries(Address address) {
    return address instanceof Address.Coap;
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public void watch(Set<Address> addresses) {
    for (Address address : addresses) {
      if (address instanceof Address.Coap(URI uri) && !watched.containsKey(uri)) {
        Observation observation = new Observation(uri, config, calls, observations, this);
        if (watched.putIfAbsent(uri, observation) == null) {
          observation.register();
        }
      }
    }
  }

  @Override
  public void unwatch(Set<Address> addresses) {
    for (Address address : addresses) {
      Observation observation =
          address instanceof Address.Coap(URI uri) ? watched.remove(uri) : null;
      if (observation != null) {
        observation.cancel();
        calls.thread().execute(() -> backoffs.remove(observation.uri()));
      }
    }
  }

  /** Registers again what belongs to a server, because it may have forgotten. */
  void refresh(String authority) {
    of(authority).forEach(Observation::register);
  }

  @Override
  public CompletableFuture<Answer> send(Outgoing message, String correlation, Duration within) {
    if (!(message.to() instanceof Address.Coap(URI uri))) {
      return CompletableFuture.completedFuture(
          new Answer.Undeliverable("there is no way to " + message.to()));
    }
    Request request = new Request(CoAP.Code.valueOf(message.method()));
    request.setURI(uri);
    request.setPayload(message.payload());
    message
        .mediaType()
        .flatMap(Format::of)
        .ifPresent(format -> request.getOptions().setContentFormat(format.number()));
    request.setReliabilityLayerParameters(Retransmission.within(within));
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    calls.send(
        request, response -> complete(answer, uri, response), () -> refused(answer, request));
    return answer
        .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((reply, failure) -> {
          if (failure instanceof TimeoutException) {
            request.cancel();
            calls.thread().execute(() -> probe(uri));
          }
        });
  }

  @Override
  public void said(Observation observation, Response response) {
    byte[] payload = response.getPayload();
    URI uri = observation.uri();
    if (payload.length > config.maxPayload()) {
      metrics.malformed(uri.getPath(), "larger than " + config.maxPayload() + " bytes");
      return;
    }
    calls.thread().execute(() -> well(uri));
    Payload read =
        Format.of(response.getOptions().getContentFormat())
            .map(format -> Payload.of(payload, format.mediaType()))
            .orElseGet(() -> Payload.of(payload));
    var unused = arrived.apply(Message.live(new Address.Coap(uri), read));
  }

  @Override
  public void lost(Observation observation, String reason, boolean silent) {
    calls.thread().execute(() -> failed(observation, reason, silent));
  }

  private void failed(Observation observation, String reason, boolean silent) {
    URI uri = observation.uri();
    if (watched.get(uri) != observation) {
      return;
    }
    Duration wait =
        backoffs
            .computeIfAbsent(
                uri,
                key ->
                    new Backoff(
                        config.retryFirst(), config.retryLongest(), RandomGenerator.getDefault()))
            .next();
    reachability.lost(uri, reason, silent);
    if (silent && silentServers.add(uri.getRawAuthority())) {
      of(uri.getRawAuthority())
          .filter(other -> other != observation)
          .forEach(other -> reachability.lost(other.uri(), reason, true));
    }
    calls
        .thread()
        .schedule(
            () -> {
              if (watched.get(uri) == observation) {
                observation.register();
              }
            },
            wait);
  }

  private void well(URI uri) {
    if (backoffs.remove(uri) != null) {
      reachability.back(uri);
    }
    if (silentServers.remove(uri.getRawAuthority())) {
      refresh(uri.getRawAuthority()); // it may have been restarted, and know of no observer
    }
  }

  private Stream<Observation> of(String authority) {
    return watched.values().stream()
        .filter(observation -> observation.uri().getRawAuthority().equals(authority));
  }

  /** Registers again what is due, and one resource of each server that fell silent. */
  private void sweep() {
    Map<String, Observation> silent = new HashMap<>();
    Map<String, Duration> shortest = new HashMap<>();
    for (Observation observation : watched.values()) {
      if (observation.isDue() && reachability.mayBeAsked(observation.uri())) {
        observation.register();
      }
      String server = observation.uri().getRawAuthority();
      shortest.merge(
          server, observation.silence(), (one, other) -> one.compareTo(other) < 0 ? one : other);
      silent.putIfAbsent(server, observation);
    }
    silent.forEach((server, observation) -> {
      Duration quiet = shortest.getOrDefault(server, Duration.ZERO);
      if (quiet.compareTo(config.silence()) > 0
          && !backoffs.containsKey(observation.uri())
          && reachability.mayBeAsked(observation.uri())) {
        observation.register();
      }
    });
    calls.thread().schedule(this::sweep, SWEEP);
  }

  /** Asks whether a server is still there, because it did not answer a command. */
  private void probe(URI uri) {
    of(uri.getRawAuthority()).findFirst().ifPresent(Observation::register);
  }

  private void refused(CompletableFuture<Answer> answer, Request request) {
    if (calls.endpoint(request).isEmpty()) {
      answer.complete(new Answer.Undeliverable("there are no keys for coaps"));
    } else if (request.isRejected()) {
      answer.complete(new Answer.Undeliverable("it refuses to listen"));
    } else if (request.getSendError() != null) {
      answer.complete(
          new Answer.Undeliverable("it cannot be reached: " + request.getSendError().getMessage()));
    }
  }

  private void complete(CompletableFuture<Answer> answer, URI target, Response response) {
    try {
      answer.complete(answer(response));
      metrics.count(LinkMetrics.Fate.ACCEPTED);
    } catch (MalformedPayloadException malformed) {
      metrics.malformed(target.getPath(), String.valueOf(malformed.getMessage()));
    }
    if (response.isSuccess()) {
      of(target.getRawAuthority())
          .filter(observation -> !observation.isObserved())
          .forEach(Observation::register); // nothing else would tell what came of it
    }
  }

  /** What a response means: its code tells the outcome, its payload the reason. */
  private static Answer answer(Response response) throws MalformedPayloadException {
    byte[] payload = response.getPayload();
    boolean object =
        payload.length > 0 && HearthJson.isObject(payload) && isReply(response, payload);
    if (object) {
      return HearthJson.reply(payload);
    }
    return response.isSuccess()
        ? new Answer.Accepted()
        : new Answer.Rejected("it answered " + response.getCode());
  }

  /** Devices answer with what they like; only the words of the Hearth convention say more. */
  private static boolean isReply(Response response, byte[] payload) {
    boolean json =
        Format.of(response.getOptions().getContentFormat()).map(Format.JSON::equals).orElse(true);
    return json && new String(payload, StandardCharsets.UTF_8).contains("\"outcome\"");
  }
}
