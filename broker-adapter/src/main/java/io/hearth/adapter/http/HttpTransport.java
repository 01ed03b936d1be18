package io.hearth.adapter.http;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.Transport;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkThread;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The way to devices that are web servers: what they say is read again and again, and at once after
 * a command. An answer that did not change since (ETag) is not told again.
 */
public final class HttpTransport implements Transport, AutoCloseable {

  private static final int MOST_BYTES = 64 * 1024;
  private static final String REACHED = "reached";

  private final HttpConfig config;
  private final HttpClients clients;
  private final Inbox inbox;
  private final Consumer<Message> arrived;
  private final LinkThread clock = new LinkThread("hearth-http");
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<URI, Polled> polled = new ConcurrentHashMap<>();
  private final Set<Address> reached = ConcurrentHashMap.newKeySet();

  /** One resource that is read; read by one thread at a time. */
  private static final class Polled {
    private Optional<String> etag = Optional.empty();

    synchronized void read(Runnable reading) {
      reading.run();
    }
  }

  /**
   * @param arrived takes what is read, as live messages
   */
  public HttpTransport(HttpConfig config, Inbox inbox, Consumer<Message> arrived) {
    this.config = config;
    this.clients = new HttpClients(config);
    this.inbox = inbox;
    this.arrived = arrived;
    clock.schedule(this::readAll, config.interval());
  }

  /**
   * Where it is told whether a resource could be read: {@code online} or {@code offline}. It is
   * watched as any other address.
   */
  public static Address.Http reached(Address.Http resource) {
    return new Address.Http(URI.create(resource.uri() + "#" + REACHED));
  }

  @Override
  public boolean carries(Address address) {
    return address instanceof Address.Http;
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public void watch(Set<Address> addresses) {
    for (Address address : addresses) {
      if (address instanceof Address.Http(URI uri)) {
        if (REACHED.equals(uri.getFragment())) {
          reached.add(address);
        } else if (polled.putIfAbsent(uri, new Polled()) == null) {
          soon(uri);
        }
      }
    }
  }

  @Override
  public void unwatch(Set<Address> addresses) {
    for (Address address : addresses) {
      if (address instanceof Address.Http(URI uri)) {
        polled.remove(uri);
        reached.remove(address);
      }
    }
  }

  /** How many resources are read. */
  public int size() {
    return polled.size();
  }

  private void readAll() {
    polled.keySet().forEach(this::soon);
    clock.schedule(this::readAll, config.interval());
  }

  private void soon(URI uri) {
    try {
      workers.execute(() -> read(uri));
    } catch (RejectedExecutionException closed) {
      // nobody listens any more
    }
  }

  private void read(URI uri) {
    Polled one = polled.get(uri);
    if (one != null) {
      one.read(() -> read(uri, one));
    }
  }

  private void read(URI uri, Polled one) {
    boolean there = false;
    try {
      HttpRequest.Builder request = clients.request(uri).GET();
      one.etag.ifPresent(etag -> request.header("If-None-Match", etag));
      HttpClients.Reply reply = clients.send(request.build(), MOST_BYTES);
      there = reply.isGood() || reply.status() == 304;
      if (reply.isGood()) {
        one.etag = reply.etag();
        Payload payload =
            reply
                .mediaType()
                .map(type -> Payload.of(reply.body(), type))
                .orElseGet(() -> Payload.of(reply.body()));
        arrived.accept(Message.live(new Address.Http(uri), payload));
      }
    } catch (IOException unreachable) {
      one.etag = Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return;
    }
    Address.Http told = reached(new Address.Http(uri));
    if (reached.contains(told)) {
      arrived.accept(Message.live(told, Payload.of(there ? "online" : "offline")));
    }
  }

  @Override
  public CompletableFuture<Answer> send(Outgoing message, String correlation, Duration within) {
    URI uri = ((Address.Http) message.to()).uri();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    try {
      workers.execute(() -> send(message, uri, within, answer));
    } catch (RejectedExecutionException closed) {
      answer.complete(new Answer.Undeliverable("the way to it is closed"));
    }
    return answer;
  }

  private void send(Outgoing message, URI uri, Duration within, CompletableFuture<Answer> answer) {
    try {
      HttpRequest.Builder request = clients.request(uri).timeout(within);
      if (message.payload().length > 0) {
        message.mediaType().ifPresent(type -> request.header("Content-Type", type));
      }
      request.method(message.method(), HttpRequest.BodyPublishers.ofByteArray(message.payload()));
      HttpClients.Reply reply = clients.send(request.build(), MOST_BYTES);
      answer.complete(
          reply.isGood()
              ? new Answer.Accepted()
              : new Answer.Rejected("it answered with status " + reply.status()));
      polled.keySet().stream()
          .filter(other -> HttpConfig.authority(other).equals(HttpConfig.authority(uri)))
          .forEach(this::soon);
    } catch (java.net.http.HttpTimeoutException late) {
      answer.completeExceptionally(new TimeoutException("no answer from " + uri.getHost()));
    } catch (IOException | IllegalArgumentException failure) {
      answer.complete(
          new Answer.Undeliverable(
              "it cannot be reached: "
                  + (failure.getMessage() == null
                      ? failure.getClass().getSimpleName()
                      : failure.getMessage())));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      answer.complete(new Answer.Undeliverable("the way to it is closed"));
    }
  }

  @Override
  public void close() {
    clock.close(() -> {});
    workers.shutdownNow();
    clients.close();
  }
}
