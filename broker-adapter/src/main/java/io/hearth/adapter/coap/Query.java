package io.hearth.adapter.coap;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.server.resources.CoapExchange;

/** The parameters of a request to the directory (RFC 9176, section 5). */
record Query(Map<String, String> parameters, InetSocketAddress sender, boolean secure) {

  private static final int MAX_PARAMETERS = 32;
  private static final int LONGEST_NAME = 63;
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.%\\w]+]");

  static Query of(CoapExchange exchange) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String each : exchange.getRequestOptions().getUriQuery()) {
      String[] parts = each.split("=", 2);
      all.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    if (all.size() > MAX_PARAMETERS) {
      throw new IllegalArgumentException("too many parameters");
    }
    return new Query(
        all,
        exchange.getSourceSocketAddress(),
        CoAP.COAP_SECURE_URI_SCHEME.equals(exchange.advanced().getRequest().getScheme()));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
  }

  /** A name of an endpoint or sector, at most 63 bytes, without control characters. */
  Optional<String> name(String parameter) {
    return text(parameter)
        .map(name -> {
          if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(parameter + " is no name");
          }
          return name;
        });
  }

  Optional<Duration> lifetime() {
    return text("lt")
        .map(text -> {
          try {
            long seconds = Long.parseLong(text);
            if (seconds >= 1 && seconds <= 0xFFFF_FFFFL) {
              return Duration.ofSeconds(seconds);
            }
          } catch (NumberFormatException failure) {
            throw new IllegalArgumentException("lt is not a number", failure);
          }
          throw new IllegalArgumentException("lt is out of range");
        });
  }

  /** Where it says that it is; nobody can make Hearth knock at another's door. */
  Optional<URI> base() {
    return text("base").map(this::ownBase);
  }

  /** Where the request came from. */
  URI source() {
    String host = sender.getAddress().getHostAddress();
    return URI.create(
        (secure ? "coaps://" : "coap://")
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + sender.getPort());
  }

  /** What else was said of it, to be found by. */
  Map<String, String> attributes() {
    Map<String, String> rest = new LinkedHashMap<>(parameters);
    rest.keySet().removeAll(java.util.Set.of("ep", "d", "lt", "base"));
    return rest;
  }

  int number(String parameter, int otherwise) {
    return text(parameter)
        .map(text -> {
          if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(parameter + " is not a number");
          }
          return Integer.valueOf(text);
        })
        .orElse(otherwise);
  }

  private URI ownBase(String text) {
    URI base = URI.create(text);
    if (!(secure ? "coaps" : "coap").equals(base.getScheme()) || base.getHost() == null) {
      throw new IllegalArgumentException("base is not of the form coap://host:port");
    }
    if (!ADDRESS.matcher(base.getHost()).matches()) { // a name would have to be asked for
      throw new IllegalArgumentException("base is not an address but a name");
    }
    try {
      if (InetAddress.getByName(base.getHost()).equals(sender.getAddress())) {
        return base;
      }
    } catch (UnknownHostException failure) {
      throw new IllegalArgumentException("base is not an address", failure);
    }
    throw new IllegalArgumentException("base is not the sender's own address");
  }
}
