package io.hearth.adapter.coap;

import io.hearth.adapter.wire.LinkThread;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;
import org.jspecify.annotations.Nullable;

/**
 * {@code /rd}: where devices with a CoAP server of their own register, a subset of RFC 9176. A
 * server may register itself only, so that nobody can make Hearth knock at other doors.
 */
final class DirectoryResource extends CoapResource {

  private static final Duration DEFAULT_LIFETIME = Duration.ofHours(25);

  private final Registrations registrations;
  private final LinkThread thread;

  DirectoryResource(Registrations registrations, LinkThread thread) {
    super("rd");
    getAttributes().addResourceType("core.rd");
    getAttributes().addContentType(40);
    this.registrations = registrations;
    this.thread = thread;
  }

  @Override
  public void handlePOST(CoapExchange exchange) {
    try {
      String name =
          query(exchange, "ep").orElseThrow(() -> new IllegalArgumentException("ep is missing"));
      URI base = base(exchange).orElseGet(() -> source(exchange));
      Duration lifetime = lifetime(exchange).orElse(DEFAULT_LIFETIME);
      thread.execute(() -> created(exchange, registrations.register(name, base, lifetime)));
    } catch (IllegalArgumentException failure) {
      exchange.respond(ResponseCode.BAD_REQUEST, failure.getMessage());
    }
  }

  @Override
  public @Nullable Resource getChild(String name) {
    return name.matches("\\d{1,9}") ? new RegistrationResource(Integer.parseInt(name)) : null;
  }

  private static void created(CoapExchange exchange, Optional<Integer> number) {
    if (number.isEmpty()) {
      exchange.respond(ResponseCode.SERVICE_UNAVAILABLE, "too many registrations");
      return;
    }
    exchange.setLocationPath("rd/" + number.get());
    exchange.respond(ResponseCode.CREATED);
  }

  /** {@code /rd/<number>}: one registration. */
  private final class RegistrationResource extends CoapResource {

    private final int number;

    RegistrationResource(int number) {
      super(Integer.toString(number));
      this.number = number;
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      try {
        Optional<URI> base = base(exchange);
        Optional<Duration> lifetime = lifetime(exchange);
        thread.execute(() ->
            exchange.respond(
                registrations.renew(number, base, lifetime)
                    ? ResponseCode.CHANGED
                    : ResponseCode.NOT_FOUND));
      } catch (IllegalArgumentException failure) {
        exchange.respond(ResponseCode.BAD_REQUEST, failure.getMessage());
      }
    }

    @Override
    public void handleDELETE(CoapExchange exchange) {
      thread.execute(() ->
          exchange.respond(
              registrations.remove(number, "it left")
                  ? ResponseCode.DELETED
                  : ResponseCode.NOT_FOUND));
    }
  }

  private static Optional<String> query(CoapExchange exchange, String name) {
    return Optional.ofNullable(exchange.getQueryParameter(name)).filter(text -> !text.isBlank());
  }

  private static Optional<Duration> lifetime(CoapExchange exchange) {
    return query(exchange, "lt").map(DirectoryResource::lifetime);
  }

  private static Duration lifetime(String seconds) {
    try {
      long number = Long.parseLong(seconds);
      if (number >= 1 && number <= 0xFFFF_FFFFL) {
        return Duration.ofSeconds(number);
      }
    } catch (NumberFormatException failure) {
      throw new IllegalArgumentException("lt is not a number", failure);
    }
    throw new IllegalArgumentException("lt is out of range");
  }

  private static Optional<URI> base(CoapExchange exchange) {
    return query(exchange, "base").map(text -> ownBase(text, exchange.getSourceAddress()));
  }

  private static URI ownBase(String text, InetAddress sender) {
    URI base = URI.create(text);
    if (!"coap".equals(base.getScheme()) || base.getHost() == null) {
      throw new IllegalArgumentException("base is not of the form coap://host:port");
    }
    try {
      if (InetAddress.getByName(base.getHost()).equals(sender)) {
        return base;
      }
    } catch (UnknownHostException failure) {
      throw new IllegalArgumentException("base has an unknown host", failure);
    }
    throw new IllegalArgumentException("base is not the sender's own address");
  }

  private static URI source(CoapExchange exchange) {
    InetSocketAddress sender = exchange.getSourceSocketAddress();
    String host = sender.getAddress().getHostAddress();
    return URI.create(
        "coap://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + sender.getPort());
  }
}
