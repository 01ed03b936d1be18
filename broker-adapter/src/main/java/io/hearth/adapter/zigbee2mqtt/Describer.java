package io.hearth.adapter.zigbee2mqtt;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.vocabulary.Measurements;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Makes devices of what one housing exposes: one for the whole, and a further one for each of
 * several equal parts ({@code <id>.l1}) or of a second thing in it ({@code <id>.light} of a ceiling
 * fan).
 */
final class Describer {

  /** The specific types, the one that gives a housing its name first. */
  private static final List<String> SPECIFIC =
      List.of("climate", "lock", "cover", "fan", "light", "switch");

  private static final Comparator<Expose> BY_WEIGHT =
      Comparator.comparingInt(expose -> SPECIFIC.indexOf(expose.type()));

  private Describer() {}

  /** The housing's own device first; empty when nothing in it means anything. */
  static List<DeviceBinding> devices(String base, Described described, boolean tellsWhetherThere) {
    List<Expose> exposes = Expose.of(described.exposes());
    Set<String> parts = parts(exposes);
    List<DeviceBinding> devices = new ArrayList<>();
    for (String part : withWhole(parts)) {
      List<Expose> own =
          exposes.stream().filter(expose -> part.equals(partOf(expose, parts))).toList();
      housing(base, described, part, own, tellsWhetherThere).forEach(devices::add);
    }
    String topic = base + "/" + described.called();
    AvailabilityRule there =
        availability(base, tellsWhetherThere ? Optional.of(topic) : Optional.empty());
    devices.addAll(Scenes.of(described.scenes(), topic, id(described.address()), there));
    return devices;
  }

  private static Set<String> withWhole(Set<String> parts) {
    Set<String> all = new LinkedHashSet<>();
    all.add("");
    all.addAll(parts);
    return all;
  }

  private static String partOf(Expose expose, Set<String> parts) {
    return parts.contains(expose.endpoint()) ? expose.endpoint() : "";
  }

  /** Endpoints that are devices of their own, because another one has the same in it. */
  private static Set<String> parts(List<Expose> exposes) {
    Map<String, Set<String>> endpointsByThing = new LinkedHashMap<>();
    for (Expose expose : exposes) {
      if (SPECIFIC.contains(expose.type()) || isMeasured(expose)) {
        String thing = SPECIFIC.contains(expose.type()) ? "specific" : expose.name();
        endpointsByThing
            .computeIfAbsent(thing, key -> new LinkedHashSet<>())
            .add(expose.endpoint());
      }
    }
    Set<String> parts = new LinkedHashSet<>();
    endpointsByThing.values().stream()
        .filter(endpoints -> endpoints.size() > 1)
        .forEach(parts::addAll);
    parts.remove("");
    return parts;
  }

  private static boolean isMeasured(Expose expose) {
    return !expose.isApart()
        && !expose.isSettable()
        && (Measurements.numeric(expose.name()).isPresent()
            || Measurements.binary(expose.name()).isPresent());
  }

  private static List<DeviceBinding> housing(
      String base, Described described, String part, List<Expose> exposes, boolean tells) {
    List<Expose> specific =
        exposes.stream().filter(e -> SPECIFIC.contains(e.type())).sorted(BY_WEIGHT).toList();
    List<Expose> generic = exposes.stream().filter(e -> !SPECIFIC.contains(e.type())).toList();
    List<DeviceBinding> devices = new ArrayList<>();
    Zigbee main = zigbee(base, described, part, "", tells);
    specific.stream().findFirst().ifPresent(expose -> add(expose, main));
    Generics.add(generic, main);
    if (main.draft().isTyped()) {
      devices.add(main.draft().binding());
    }
    Set<String> taken = new HashSet<>();
    for (Expose further : specific.stream().skip(1).toList()) {
      if (taken.add(further.type()) && !further.type().equals(specific.getFirst().type())) {
        Zigbee second = zigbee(base, described, part, further.type(), tells);
        add(further, second);
        devices.add(second.draft().binding());
      }
    }
    return devices;
  }

  static void add(Expose specific, Zigbee device) {
    switch (specific.type()) {
      case "light" -> Lights.add(specific, device);
      case "switch" -> Switches.add(specific, device);
      case "cover" -> Covers.add(specific, device);
      case "fan" -> Fans.add(specific, device);
      case "lock" -> Locks.add(specific, device);
      case "climate" -> Climates.add(specific, device);
      default -> throw new IllegalArgumentException("not a specific type: " + specific.type());
    }
  }

  private static Zigbee zigbee(
      String base, Described described, String part, String second, boolean tells) {
    String id = described.address() + dotted(part) + dotted(second);
    SpokenName name = SpokenName.of(described);
    String called = name.name() + spaced(part.replaceFirst("^l(?=\\d)", "")) + spaced(second);
    DeviceDraft draft = new DeviceDraft(Ids.deviceId(id), called);
    draft.identity(Ids.ieee(described.address()));
    name.area().ifPresent(draft::area);
    draft.stamped(LastSeen::of);
    if (part.isEmpty() && second.isEmpty()) {
      draft.alias(described.called());
    }
    if (described.sleeps()) {
      draft.sleepy();
    }
    String topic = base + "/" + described.called();
    draft.availability(availability(base, tells ? Optional.of(topic) : Optional.empty()));
    return new Zigbee(
        draft,
        topic,
        described.model().toLowerCase(Locale.ROOT),
        described.called().toLowerCase(Locale.ROOT));
  }

  private static String dotted(String word) {
    return word.isEmpty() ? "" : "." + word;
  }

  private static String spaced(String word) {
    return word.isEmpty() ? "" : " " + word.replace('_', ' ');
  }

  /** There when the bridge is, and the device itself where it tells. */
  static AvailabilityRule availability(String base, Optional<String> device) {
    List<AvailabilityRule.Probe> probes = new ArrayList<>();
    probes.add(probe(base + "/bridge/state"));
    device.ifPresent(topic -> probes.add(probe(topic + "/availability")));
    return new AvailabilityRule(AvailabilityRule.Mode.ALL, probes);
  }

  private static AvailabilityRule.Probe probe(String topic) {
    return new AvailabilityRule.Probe(new Address.Mqtt(topic), Describer::isOnline);
  }

  /** {@code online} or {@code offline}, as text or as the member {@code state}. */
  static Optional<Boolean> isOnline(Payload payload) throws MalformedPayloadException {
    if (payload.isEmpty()) {
      return Optional.empty();
    }
    String word = payload.text().strip();
    if (word.startsWith("{")) {
      JsonNode state = payload.json().path("state");
      word = state.isString() ? state.asString() : "";
    }
    return switch (word) {
      case "online" -> Optional.of(true);
      case "offline" -> Optional.of(false);
      default -> throw new MalformedPayloadException("neither online nor offline");
    };
  }

  /** The id of a device that is described by this convention. */
  static DeviceId id(String address) {
    return Ids.deviceId(address);
  }
}
