package io.hearth.adapter.coap;

import io.hearth.adapter.coap.Registrations.Wish;
import io.hearth.adapter.coap.thing.Link;
import io.hearth.adapter.wire.LinkThread;
import io.hearth.adapter.wire.MalformedPayloadException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;
import org.jspecify.annotations.Nullable;

/**
 * {@code /rd}: where devices with a CoAP server of their own register (RFC 9176, section 5). A
 * server may register itself only, and under a name that is its own or nobody's.
 */
final class DirectoryResource extends CoapResource {

  private static final Duration DEFAULT_LIFETIME = Duration.ofHours(25);

  private final Registrations registrations;
  private final LinkThread thread;
  private final Access access;
  private final int maxPayload;

  DirectoryResource(Registrations registrations, LinkThread thread, Access access, int maxPayload) {
    super("rd");
    getAttributes().addResourceType("core.rd");
    getAttributes().addContentType(MediaTypeRegistry.APPLICATION_LINK_FORMAT);
    this.registrations = registrations;
    this.thread = thread;
    this.access = access;
    this.maxPayload = maxPayload;
  }

  @Override
  public void handlePOST(CoapExchange exchange) {
    register(
        exchange,
        number -> {
          exchange.setLocationPath("rd/" + number);
          exchange.respond(ResponseCode.CREATED);
        });
  }

  /** {@code /.well-known/rd}, where a server registers without saying its links (section 5.1). */
  Resource simple() {
    return new CoapResource("rd", false) {
      @Override
      public void handlePOST(CoapExchange exchange) {
        if (exchange.getRequestPayloadSize() > 0) {
          exchange.respond(ResponseCode.BAD_REQUEST, "a simple registration has no payload");
          return;
        }
        register(exchange, number -> exchange.respond(ResponseCode.CHANGED));
      }
    };
  }

  @Override
  public @Nullable Resource getChild(String name) {
    return name.matches("\\d{1,9}") ? new RegistrationResource(Integer.parseInt(name)) : null;
  }

  /** Answers a registration that was taken. */
  private interface Answered {
    void with(int number);
  }

  private void register(CoapExchange exchange, Answered answered) {
    try {
      Query query = Query.of(exchange);
      Optional<String> identity = Access.identity(exchange);
      String name =
          query
              .name("ep")
              .or(() -> identity)
              .orElseThrow(() -> new IllegalArgumentException("ep is missing"));
      Wish wish =
          new Wish(
              name,
              query.name("d").orElse(""),
              identity,
              query.base().orElseGet(query::source),
              query.lifetime().orElse(DEFAULT_LIFETIME),
              links(exchange),
              query.attributes());
      thread.execute(() -> decide(exchange, wish, answered));
    } catch (IllegalArgumentException | MalformedPayloadException failure) {
      exchange.respond(ResponseCode.BAD_REQUEST, failure.getMessage());
    }
  }

  private void decide(CoapExchange exchange, Wish wish, Answered answered) {
    boolean anothers =
        registrations
            .holder(
                wish.sector().isEmpty() ? wish.endpoint() : wish.endpoint() + "@" + wish.sector())
            .map(Registration::identity)
            .filter(holder -> holder.isPresent() && !holder.equals(wish.identity()))
            .isPresent();
    if (!access.allows(wish.identity(), wish.endpoint(), "register") || anothers) {
      exchange.respond(ResponseCode.FORBIDDEN, "it is another's name");
      return;
    }
    registrations
        .register(wish)
        .ifPresentOrElse(
            answered::with,
            () -> exchange.respond(ResponseCode.SERVICE_UNAVAILABLE, "too many registrations"));
  }

  private String links(CoapExchange exchange) throws MalformedPayloadException {
    byte[] payload = exchange.getRequestPayload();
    if (payload.length == 0) {
      return "";
    }
    if (payload.length > maxPayload) {
      throw new MalformedPayloadException("larger than " + maxPayload + " bytes");
    }
    String text = exchange.getRequestText();
    Link.parse(text);
    return text;
  }

  /** {@code /rd/<number>}: one registration. */
  private final class RegistrationResource extends CoapResource {

    private final int number;

    RegistrationResource(int number) {
      super(Integer.toString(number));
      this.number = number;
    }

    @Override
    public void handleGET(CoapExchange exchange) {
      thread.execute(() ->
          own(exchange)
              .ifPresent(known ->
                  exchange.respond(
                      ResponseCode.CONTENT,
                      known.links(),
                      MediaTypeRegistry.APPLICATION_LINK_FORMAT)));
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      try {
        Query query = Query.of(exchange);
        Optional<URI> base = query.base();
        Optional<Duration> lifetime = query.lifetime();
        Optional<String> links = Optional.of(links(exchange)).filter(text -> !text.isBlank());
        thread.execute(() ->
            own(exchange)
                .ifPresent(known -> {
                  // Whoever has no address of its own is where it speaks from, section 5.3.1.
                  boolean moves =
                      base.isEmpty()
                          && known.base().getPort() >= 0
                          && !known.attributes().containsKey("base");
                  Optional<URI> now =
                      base.or(() ->
                          moves && hasMoved(known, query)
                              ? Optional.of(query.source())
                              : Optional.empty());
                  registrations.renew(number, now, lifetime, links);
                  exchange.respond(ResponseCode.CHANGED);
                }));
      } catch (IllegalArgumentException | MalformedPayloadException failure) {
        exchange.respond(ResponseCode.BAD_REQUEST, failure.getMessage());
      }
    }

    @Override
    public void handleDELETE(CoapExchange exchange) {
      thread.execute(() ->
          own(exchange)
              .ifPresent(known -> {
                registrations.remove(number, "it left");
                exchange.respond(ResponseCode.DELETED);
              }));
    }

    /** The registration, unless it is none or another's; the sender is told which. */
    private Optional<Registration> own(CoapExchange exchange) {
      Optional<Registration> known = registrations.find(number);
      if (known.isEmpty()) {
        exchange.respond(ResponseCode.NOT_FOUND);
      } else if (!known.get().identity().equals(Access.identity(exchange))) {
        access.allows(Access.identity(exchange), known.get().endpoint(), "change the registration");
        exchange.respond(ResponseCode.FORBIDDEN, "it is another's registration");
        return Optional.empty();
      }
      return known;
    }
  }

  /** Only who proved who it is may come from another address. */
  private static boolean hasMoved(Registration known, Query query) {
    return known.identity().isPresent() && query.secure() && !known.base().equals(query.source());
  }
}
