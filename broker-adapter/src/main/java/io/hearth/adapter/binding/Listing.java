package io.hearth.adapter.binding;

import io.hearth.model.device.DeviceId;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * What a CoAP server says that it has.
 *
 * @param peer the name of the server among all that are known
 * @param endpoint what it registered as, else what its address makes of it; fit for a device id
 * @param identities what its hardware may be known by
 * @param claims whose devices it may have
 */
public record Listing(
    String peer,
    URI server,
    String endpoint,
    Set<String> identities,
    List<Resource> resources,
    Claims claims) {

  /**
   * A resource.
   *
   * @param types the words of {@code rt}
   */
  public record Resource(String path, List<String> types) {
    public Resource {
      types = List.copyOf(types);
    }
  }

  /** What a server may claim. */
  public interface Claims {

    /** Whether it may speak for a device; a refusal is reported. */
    boolean mayHave(DeviceId device);

    /** It claims a device that another one has. */
    void taken(DeviceId device, String reason);
  }

  public Listing {
    identities = Set.copyOf(identities);
    resources = List.copyOf(resources);
  }
}
