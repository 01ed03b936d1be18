package io.hearth.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hearth.model.owntype.Format;
import io.hearth.model.owntype.Place;
import io.hearth.sim.own.OwnWire;
import io.hearth.sim.physics.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device of a type of one's own with a web server, which is asked and told over HTTP. */
final class OwnHttpLink implements DeviceLink {

  private static final Logger LOGGER = LoggerFactory.getLogger(OwnHttpLink.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final int MOST_BYTES = 8192;
  private static final int ACCEPTED = 204;
  private static final int MISUNDERSTOOD = 400;
  private static final int NOTHING_THERE = 404;
  private static final int REFUSED = 409;

  private final SimulationLoop loop;
  private final Executor threads;
  private final OwnWire wire;
  private final DeviceSide device;
  private final InetSocketAddress address;
  private @Nullable HttpServer server;
  private Runnable retry = () -> {};

  /**
   * @param threads that may wait for the simulation
   * @param address where it listens
   */
  OwnHttpLink(
      SimulationLoop loop,
      Executor threads,
      OwnWire wire,
      DeviceSide device,
      InetSocketAddress address) {
    this.loop = loop;
    this.threads = threads;
    this.wire = wire;
    this.device = device;
    this.address = address;
  }

  @Override
  public void join() {
    if (server != null) {
      return;
    }
    try {
      HttpServer starting = HttpServer.create(address, 0);
      starting.setExecutor(threads);
      starting.createContext("/", this::answer);
      starting.start();
      server = starting;
      device.joined();
    } catch (IOException taken) {
      LOGGER.atWarn().addKeyValue("address", address).setCause(taken).log("port is taken");
      retry = loop.later(RETRY, this::join);
    }
  }

  @Override
  public void vanish() {
    retry.run();
    if (server != null) {
      server.stop(0);
    }
    server = null;
  }

  @Override
  public CompletableFuture<Void> leave() {
    vanish();
    return CompletableFuture.completedFuture(null);
  }

  /** It is asked. */
  @Override
  public void tell() {}

  private record Reply(int status, Optional<OwnWire.Message> message) {}

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] payload = exchange.getRequestBody().readNBytes(MOST_BYTES);
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getPath();
      Optional<Reply> reply = loop.call(() -> reply(path, method, payload));
      if (reply.isPresent()) {
        send(exchange, reply.get());
      }
    } catch (IllegalStateException ended) {
      LOGGER.atDebug().log("asked after the end of the simulation");
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.message().isEmpty()) {
      exchange.sendResponseHeaders(reply.status(), -1);
      return;
    }
    OwnWire.Message message = reply.message().get();
    exchange.getResponseHeaders().set("Content-Type", mediaType(message.format()));
    exchange.sendResponseHeaders(reply.status(), message.payload().length);
    exchange.getResponseBody().write(message.payload());
  }

  /** Empty from a device that hangs. */
  private Optional<Reply> reply(String path, String method, byte[] payload) {
    if (device.isSilent()) {
      return Optional.empty();
    }
    Optional<String> at =
        wire.resources(Place.Way.HTTP).stream()
            .filter(resource -> URI.create(resource).getPath().equals(path))
            .findFirst();
    if (at.isEmpty()) {
      return Optional.of(new Reply(NOTHING_THERE, Optional.empty()));
    }
    Optional<OwnWire.Message> said =
        wire.state(Place.Way.HTTP, device.values(), device.now()).stream()
            .filter(message -> message.at().text().equals(at.get()))
            .findFirst();
    if (method.equals("GET") && said.isPresent()) {
      return Optional.of(new Reply(200, said));
    }
    return wire.understand(at.get(), method, payload)
        .map(this::obey)
        .orElse(Optional.of(new Reply(MISUNDERSTOOD, Optional.empty())));
  }

  private Optional<Reply> obey(OwnWire.Understood order) {
    Optional<Answer> answer = device.take(order.action(), order.arguments());
    device.answered();
    return answer.map(taken ->
        new Reply(taken instanceof Answer.Accepted ? ACCEPTED : REFUSED, Optional.empty()));
  }

  private static String mediaType(Format format) {
    return switch (format) {
      case JSON -> "application/json";
      case TEXT -> "text/plain";
      case BYTES -> "application/octet-stream";
      case CBOR -> "application/cbor";
    };
  }
}
