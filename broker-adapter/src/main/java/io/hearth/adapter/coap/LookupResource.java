package io.hearth.adapter.coap;

import io.hearth.adapter.wire.LinkThread;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.WebLink;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.LinkFormat;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.server.resources.CoapExchange;

/**
 * {@code /rd-lookup/ep} and {@code /rd-lookup/res}: who and what is registered (RFC 9176, section
 * 6), by any attribute, a star at the end for anything, page by page.
 */
final class LookupResource extends CoapResource {

  private static final int MAX_COUNT = 1000;

  private final Registrations registrations;
  private final LinkThread thread;
  private final boolean endpoints;

  private LookupResource(Registrations registrations, LinkThread thread, boolean endpoints) {
    super(endpoints ? "ep" : "res");
    this.registrations = registrations;
    this.thread = thread;
    this.endpoints = endpoints;
    getAttributes().addResourceType(endpoints ? "core.rd-lookup-ep" : "core.rd-lookup-res");
    getAttributes().addContentType(MediaTypeRegistry.APPLICATION_LINK_FORMAT);
  }

  /** Both, below {@code /rd-lookup}. */
  static CoapResource both(Registrations registrations, LinkThread thread) {
    CoapResource above = new CoapResource("rd-lookup", false);
    above.add(
        new LookupResource(registrations, thread, true),
        new LookupResource(registrations, thread, false));
    return above;
  }

  /**
   * One link of an answer.
   *
   * @param own its attributes, as they are written
   * @param about those of the endpoint it belongs to, by which it can be found as well
   */
  private record Entry(String target, Map<String, String> own, Map<String, String> about) {

    boolean matches(String name, String wanted) {
      if (name.equals("href")) {
        return fits(target, wanted);
      }
      return any(own.get(name), wanted) || any(about.get(name), wanted);
    }

    private static boolean any(@org.jspecify.annotations.Nullable String words, String wanted) {
      if (words == null) {
        return false;
      }
      if (fits(words, wanted)) {
        return true;
      }
      for (String word : words.split(" ", -1)) {
        if (fits(word, wanted)) {
          return true;
        }
      }
      return false;
    }

    private static boolean fits(String text, String wanted) {
      return wanted.endsWith("*")
          ? text.startsWith(wanted.substring(0, wanted.length() - 1))
          : text.equals(wanted);
    }

    String text() {
      StringBuilder out = new StringBuilder("<").append(target).append('>');
      own.forEach((name, value) -> {
        out.append(';').append(name);
        if (!value.isEmpty()) {
          out.append("=\"").append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
      });
      return out.toString();
    }
  }

  @Override
  public void handleGET(CoapExchange exchange) {
    try {
      Query query = Query.of(exchange);
      int count = Math.clamp(query.number("count", MAX_COUNT), 0, MAX_COUNT);
      long skipped = (long) query.number("page", 0) * count;
      Map<String, String> wanted = new LinkedHashMap<>(query.parameters());
      wanted.keySet().removeAll(List.of("page", "count"));
      thread.execute(() ->
          exchange.respond(
              ResponseCode.CONTENT,
              String.join(
                  ",",
                  all().stream()
                      .filter(entry ->
                          wanted.entrySet().stream()
                              .allMatch(each -> entry.matches(each.getKey(), each.getValue())))
                      .skip(skipped)
                      .limit(count)
                      .map(Entry::text)
                      .toList()),
              MediaTypeRegistry.APPLICATION_LINK_FORMAT));
    } catch (IllegalArgumentException failure) {
      exchange.respond(ResponseCode.BAD_REQUEST, failure.getMessage());
    }
  }

  private List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    for (Registration each : registrations.all()) {
      Map<String, String> about = new LinkedHashMap<>();
      about.put("ep", each.endpoint());
      if (!each.sector().isEmpty()) {
        about.put("d", each.sector());
      }
      about.put("base", each.base().toString());
      about.put("rt", "core.rd-ep");
      about.putAll(each.attributes());
      if (endpoints) {
        entries.add(
            new Entry("/rd/" + each.number(), about, Map.of("href", "/rd/" + each.number())));
      } else {
        entries.addAll(resources(each, registrations.resources(each), about));
      }
    }
    return entries;
  }

  /** Links with their whole address, section 6.1. */
  private static List<Entry> resources(
      Registration registration, String links, Map<String, String> about) {
    Map<String, String> endpoint = new LinkedHashMap<>(about);
    endpoint.remove("rt");
    List<Entry> entries = new ArrayList<>();
    for (WebLink link : LinkFormat.parse(links)) {
      Optional<URI> target = target(registration, link);
      if (target.isEmpty()) {
        continue;
      }
      Map<String, String> own = new LinkedHashMap<>();
      for (String name : link.getAttributes().getAttributeKeySet()) {
        own.put(name, String.join(" ", link.getAttributes().getAttributeValues(name)));
      }
      own.putIfAbsent("anchor", registration.base().toString());
      entries.add(new Entry(target.get().toString(), own, endpoint));
    }
    return entries;
  }

  /** Where a link leads; one that leads nowhere does not spoil the others. */
  private static Optional<URI> target(Registration registration, WebLink link) {
    try {
      return Optional.of(registration.base().resolve(link.getURI()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
