package io.hearth.adapter.coap.thing;

import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.coap.content.Reading;
import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The devices of a CoAP server, found in the list of its resources. A server is one device; what it
 * has twice, such as two relays, makes further devices {@code <id>.2}, {@code <id>.3} and so on.
 */
public final class Things {

  private Things() {}

  /** Paths to be read first, because what they say decides what the server is. */
  public static List<String> probes(List<Link> links) {
    return new Facets(links, Map.of()).probes();
  }

  /**
   * The devices.
   *
   * @param probed what was read at the paths that {@link #probes} named, as far as it could be
   * @return empty when nothing of the server is understood
   */
  public static List<DeviceBinding> describe(
      Server server, List<Link> links, Map<String, List<Reading>> probed) {
    List<Facet> facets = new Facets(links, probed).find();
    Optional<Role> declared =
        links.stream().flatMap(link -> Ocf.device(link.types()).stream()).findFirst();
    List<DeviceBinding> devices = new ArrayList<>();
    int number = 0;
    for (List<Facet> part : parts(facets)) {
      number++;
      DeviceId id = number == 1 ? server.device() : Ids.deviceId(server.device() + "." + number);
      new ThingBinding(server, id, number, declared, part).build().ifPresent(devices::add);
    }
    return List.copyOf(devices);
  }

  /** Groups go to the first device that has none of their properties yet. */
  private static List<List<Facet>> parts(List<Facet> facets) {
    Map<String, List<Facet>> groups = new LinkedHashMap<>();
    facets.forEach(
        facet -> groups.computeIfAbsent(facet.group(), unseen -> new ArrayList<>()).add(facet));
    List<List<Facet>> parts = new ArrayList<>();
    List<Set<String>> taken = new ArrayList<>();
    for (List<Facet> group : groups.values()) {
      Set<String> properties = new HashSet<>();
      group.forEach(facet -> facet.slots().forEach(slot -> properties.add(slot.property())));
      int at = 0;
      while (at < taken.size() && taken.get(at).stream().anyMatch(properties::contains)) {
        at++;
      }
      if (at == taken.size()) {
        taken.add(new HashSet<>());
        parts.add(new ArrayList<>());
      }
      taken.get(at).addAll(properties);
      parts.get(at).addAll(group);
    }
    return parts;
  }
}
