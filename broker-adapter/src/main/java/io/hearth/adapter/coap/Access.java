package io.hearth.adapter.coap;

import io.hearth.adapter.wire.Problems;
import io.hearth.model.device.DeviceId;
import java.security.Principal;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.auth.PreSharedKeyIdentity;
import org.eclipse.californium.elements.auth.X509CertPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may speak for whom: an identity for what bears its name and what the key file says is its;
 * somebody without an identity only for what is nobody's.
 */
final class Access {

  private static final Logger LOGGER = LoggerFactory.getLogger(Access.class);

  private final Optional<KeyFile> keys;
  private final Problems problems;

  Access(Optional<KeyFile> keys, Problems problems) {
    this.keys = keys;
    this.problems = problems;
  }

  /** Who the sender proved to be: its key's identity, or the common name of its certificate. */
  static Optional<String> identity(CoapExchange exchange) {
    Principal principal = exchange.advanced().getRequest().getSourceContext().getPeerIdentity();
    return switch (principal) {
      case PreSharedKeyIdentity shared -> Optional.of(shared.getIdentity());
      case X509CertPath path -> commonName(path.getTarget().getSubjectX500Principal().getName());
      case null, default -> Optional.empty();
    };
  }

  /** Whether a sender may speak for a name; a refusal is reported. */
  boolean allows(Optional<String> identity, String name, String what) {
    boolean allowed =
        identity.isPresent()
            ? KeyFile.isOwn(identity.get(), name)
                || keys.flatMap(file -> file.find(identity.get()))
                    .filter(entry -> KeyFile.speaksFor(entry, name))
                    .isPresent()
            : keys.flatMap(file -> file.speakerFor(name)).isEmpty();
    if (!allowed) {
      refused(
          identity.map(who -> "identity " + who).orElse("somebody without identity"), name, what);
    }
    return allowed;
  }

  /** Whether a sender is who a name belongs to; a refusal is reported. */
  boolean is(String owner, Optional<String> identity, String name) {
    boolean same = identity.filter(owner::equals).isPresent();
    if (!same) {
      refused(
          identity.map(who -> "identity " + who).orElse("somebody without identity"),
          name,
          "report");
    }
    return same;
  }

  private void refused(String who, String name, String what) {
    problems.note(
        CoapLink.NAME,
        device(name),
        name,
        "takeover refused: " + who + " may not " + what + " for " + name,
        "");
    LOGGER
        .atWarn()
        .addKeyValue("deviceId", name)
        .addKeyValue("who", who)
        .log("takeover of a device refused");
  }

  private static Optional<DeviceId> device(String name) {
    try {
      return Optional.of(new DeviceId(name));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Optional<String> commonName(String distinguished) {
    try {
      return new LdapName(distinguished)
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> String.valueOf(part.getValue()))
              .findFirst();
    } catch (InvalidNameException failure) {
      return Optional.empty();
    }
  }
}
