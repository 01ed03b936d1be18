package io.hearth.adapter.coap.thing;

import io.hearth.adapter.binding.Ids;
import io.hearth.model.device.DeviceId;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A CoAP server as far as it is known from outside.
 *
 * @param endpoint the name it registered under
 * @param name what people may call it, where somebody said so
 * @param area where it is, e.g. the sector {@code d} of its registration
 */
public record Server(
    URI base, Optional<String> endpoint, Optional<String> name, Optional<String> area) {

  /** One that did not register; the fragment of its address is what people may call it. */
  public static Server at(URI uri) {
    URI base = URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    return new Server(
        base,
        Optional.empty(),
        Optional.ofNullable(uri.getFragment()).filter(name -> !name.isBlank()),
        Optional.empty());
  }

  /** The id of the device that it is, if it is one. */
  public DeviceId device() {
    return Ids.deviceId(
        endpoint.orElseGet(
            () -> "coap-" + host() + (base.getPort() < 0 ? "" : "-" + base.getPort())));
  }

  String host() {
    return base.getHost().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
  }

  /** What else it may be known by. */
  public Set<String> identities() {
    Set<String> all = new LinkedHashSet<>();
    endpoint.ifPresent(ep -> {
      all.add("ep:" + ep);
      if (ep.toLowerCase(Locale.ROOT).startsWith("urn:dev:mac:")) {
        all.add(Ids.mac(ep.substring("urn:dev:mac:".length()).split("_", 2)[0]));
      }
    });
    if (all.isEmpty()) {
      all.add("coap:" + base.getRawAuthority());
    }
    return all;
  }
}
