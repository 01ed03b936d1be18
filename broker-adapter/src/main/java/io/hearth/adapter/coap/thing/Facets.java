package io.hearth.adapter.coap.thing;

import io.hearth.adapter.coap.content.Reading;
import io.hearth.adapter.coap.thing.Facet.Style;
import io.hearth.model.device.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what the resources of a server mean. */
final class Facets {

  private final Map<String, List<Reading>> probed;
  private final Map<String, Link> links = new LinkedHashMap<>();
  private final Map<String, Integer> objects = new LinkedHashMap<>(); // by instance path
  private final Set<String> withResources = new LinkedHashSet<>();

  /**
   * Looks at a server.
   *
   * @param probed what was read of it at the paths that {@link #probes} named
   */
  Facets(List<Link> all, Map<String, List<Reading>> probed) {
    this.probed = probed;
    for (Link link : all) {
      links.putIfAbsent(link.path(), link);
      Optional<Ipso.Place> place = Ipso.place(link.path());
      place.ifPresent(found -> {
        objects.put(found.instancePath(), found.object());
        found.resource().ifPresent(resource -> withResources.add(found.instancePath()));
      });
      if (place.isEmpty()) {
        link.types().stream()
            .flatMap(type -> Ipso.object(type).stream())
            .findFirst()
            .ifPresent(object -> objects.put(link.path(), object));
      }
    }
    objects.keySet().forEach(this::noteResources);
  }

  /** Resources below an instance whose own path is not one of LwM2M. */
  private void noteResources(String instance) {
    if (links.keySet().stream().anyMatch(path -> isResource(path, instance))) {
      withResources.add(instance);
    }
  }

  /** What must be read before it is known what the server is: units, uses, and whole instances. */
  List<String> probes() {
    List<String> paths = new ArrayList<>();
    objects.forEach((instance, object) -> {
      if (withResources.contains(instance)) {
        List.of(Ipso.UNITS, Ipso.APPLICATION).stream()
            .map(resource -> instance + "/" + resource)
            .filter(links::containsKey)
            .forEach(paths::add);
      } else if (links.containsKey(instance)) {
        paths.add(instance);
      }
    });
    return paths;
  }

  List<Facet> find() {
    List<Facet> found = new ArrayList<>();
    for (Link link : links.values()) {
      List<Facet> of = ofInstance(link);
      found.addAll(of);
      if (of.isEmpty() && Ipso.place(link.path()).isEmpty() && !belongsToInstance(link)) {
        ofType(link).ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean belongsToInstance(Link link) {
    return objects.keySet().stream().anyMatch(instance -> isResource(link.path(), instance));
  }

  private List<Facet> ofInstance(Link link) {
    List<Facet> found = new ArrayList<>();
    objects.forEach((instance, object) -> {
      Optional<Meaning> meaning =
          Ipso.meaning(object, said(instance, Ipso.UNITS), said(instance, Ipso.APPLICATION));
      if (meaning.isEmpty()) {
        return;
      }
      if (isResource(link.path(), instance)) {
        String resource = link.path().substring(instance.length() + 1);
        meaning.get().slots().stream()
            .filter(slot -> slot.key().equals(resource))
            .map(slot -> facet(link, instance, Style.VALUE, meaning.get(), List.of(slot)))
            .forEach(found::add);
      } else if (link.path().equals(instance) && !withResources.contains(instance)) {
        found.add(instance(link, meaning.get()));
      }
    });
    return found;
  }

  /** An instance without resources in the list has those that its first answer had. */
  private Facet instance(Link link, Meaning meaning) {
    List<Reading> first = probed.getOrDefault(link.path(), List.of());
    List<Slot> there =
        meaning.slots().stream()
            .filter(slot -> first.stream().anyMatch(reading -> reading.last().equals(slot.key())))
            .toList();
    return there.isEmpty()
        ? facet(link, link.path(), Style.VALUE, meaning, List.of(meaning.slots().getFirst()))
        : facet(link, link.path(), Style.INSTANCE, meaning, there);
  }

  private Optional<Facet> ofType(Link link) {
    Optional<Meaning> ocf = Ocf.meaning(link.types(), link.interfaces());
    if (ocf.isPresent()) {
      return ocf.map(meaning -> facet(link, link.path(), Style.MEMBERS, meaning, meaning.slots()));
    }
    return Words.meaning(link.types(), link.interfaces())
        .map(meaning -> facet(link, link.path(), Style.VALUE, meaning, meaning.slots()));
  }

  private Facet facet(Link link, String group, Style style, Meaning meaning, List<Slot> slots) {
    List<Slot> allowed =
        link.interfaces().stream()
                .anyMatch(each ->
                    each.equals("core.s") || each.equals("core.rp") || each.equals("oic.if.s"))
            ? slots.stream().map(slot -> slot.writable(false)).toList()
            : slots;
    return new Facet(link, group, style, meaning.role(), allowed, said(group, Ipso.UNITS));
  }

  /** A text that was read beforehand, e.g. the unit of an instance. */
  private Optional<String> said(String instance, String resource) {
    List<Reading> own = probed.getOrDefault(instance + "/" + resource, List.of());
    List<Reading> ofAll =
        probed.getOrDefault(instance, List.of()).stream()
            .filter(reading -> reading.last().equals(resource))
            .toList();
    return java.util.stream.Stream.concat(own.stream(), ofAll.stream())
        .map(Reading::value)
        .filter(Value.Text.class::isInstance)
        .map(value -> String.valueOf(value.raw()))
        .findFirst();
  }

  private static boolean isResource(String path, String instance) {
    return path.length() > instance.length() + 1
        && path.startsWith(instance)
        && path.charAt(instance.length()) == '/'
        && path.substring(instance.length() + 1).matches("\\d{1,5}");
  }
}
