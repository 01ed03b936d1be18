package io.hearth.adapter.homie;

import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Homie 5, 4 and 3. Homie says what a value looks like and not what it means: that is inferred by
 * {@link io.hearth.adapter.inference.Meanings}. A device of version 5 is preferred to one of an
 * earlier version with the same id.
 */
public final class HomieConvention implements Convention {

  /** The convention's word. */
  public static final String NAME = "homie";

  /** Where devices of Homie announce themselves unless they are set up otherwise. */
  public static final List<String> USUAL_DOMAINS = List.of("homie");

  static final int MOST_DEVICES = 20_000;
  private static final String VERSION_5 = "5";

  private final List<String> domains;
  private final Map<String, HomieDevice> devices = new HashMap<>();
  private final Map<DeviceId, List<HomieDevice>> byPart = new HashMap<>();
  private final HomieTargets targets = new HomieTargets();

  /**
   * @param domains the first levels of topics under which devices announce themselves, usually
   *     {@code homie}
   * @throws IllegalArgumentException when one is no level of a topic
   */
  public HomieConvention(List<String> domains) {
    this.domains = List.copyOf(domains);
    for (String domain : domains) {
      if (domain.isEmpty() || Stream.of("+", "#", "/", "$").anyMatch(domain::contains)) {
        throw new IllegalArgumentException("homie domain '" + domain + "' is no level of a topic");
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    for (String domain : domains) {
      String version5 = domain + "/5/+/";
      filters.add(Filter.descriptions(version5 + "$state"));
      filters.add(Filter.descriptions(version5 + "$description"));
      filters.add(Filter.descriptions(version5 + "$alert/+"));
      filters.add(Filter.reports(version5 + "$log/+"));
      filters.add(Filter.reports(version5 + "+/+/$target"));
      for (String attribute : List.of("$homie", "$name", "$nodes", "$state", "$mac")) {
        filters.add(Filter.descriptions(domain + "/+/" + attribute));
      }
      for (String attribute : List.of("$name", "$type", "$properties", "$array")) {
        filters.add(Filter.descriptions(domain + "/+/+/" + attribute));
      }
      for (String attribute :
          List.of("$name", "$datatype", "$format", "$unit", "$settable", "$retained")) {
        filters.add(Filter.descriptions(domain + "/+/+/+/" + attribute));
      }
    }
    return filters;
  }

  @Override
  public void learn(Message message, Learned learned) throws MalformedPayloadException {
    String[] levels = message.place().split("/", -1);
    if (levels.length < 3) {
      return;
    }
    boolean version5 = levels[1].equals(VERSION_5) && levels.length > 3;
    String raw = levels[version5 ? 2 : 1];
    if (!HomieTopics.isId(raw)) {
      throw new MalformedPayloadException("the device's id is none");
    }
    String path = String.join("/", List.of(levels).subList(version5 ? 3 : 2, levels.length));
    if (version5 && path.endsWith("/$target")) {
      answered(message, learned);
      return;
    }
    String key = (version5 ? VERSION_5 : "4") + "/" + levels[0] + "/" + raw;
    HomieDevice device = devices.get(key);
    if (device == null) {
      if (message.payload().isEmpty()) {
        return;
      }
      if (devices.size() >= MOST_DEVICES) {
        throw new MalformedPayloadException("more devices than " + MOST_DEVICES);
      }
      device = new HomieDevice(Ids.deviceId(raw), levels[0], raw, version5, targets);
      devices.put(key, device);
    }
    told(device, path, message, learned);
    if (device.isGone()) {
      devices.remove(key);
    }
  }

  private void told(HomieDevice device, String path, Message message, Learned learned)
      throws MalformedPayloadException {
    Set<DeviceId> before = device.ids();
    boolean changed = device.take(path, message, learned);
    if (!changed) {
      return;
    }
    Set<DeviceId> after = device.ids();
    for (DeviceId id : before) {
      if (!after.contains(id)) {
        forget(id, device);
        learned.changed(id);
      }
    }
    for (DeviceId id : after) {
      remember(id, device);
      learned.changed(id);
    }
  }

  private void remember(DeviceId id, HomieDevice device) {
    List<HomieDevice> known = byPart.computeIfAbsent(id, added -> new ArrayList<>(1));
    if (!known.contains(device)) {
      known.add(device.isVersion5() ? 0 : known.size(), device);
    }
  }

  private void forget(DeviceId id, HomieDevice device) {
    List<HomieDevice> known = byPart.getOrDefault(id, new ArrayList<>(0));
    known.remove(device);
    if (known.isEmpty()) {
      byPart.remove(id);
    }
  }

  /** What was kept from an earlier time answers no command of now. */
  private void answered(Message message, Learned learned) {
    if (!message.retained()) {
      targets
          .accepted(message.place(), message.payload().text())
          .ifPresent(correlation -> learned.reply(correlation, new Answer.Accepted()));
    }
  }

  @Override
  public Optional<DeviceBinding> describe(DeviceId device) {
    return byPart.getOrDefault(device, List.of()).stream()
        .flatMap(known -> known.binding(device).stream())
        .findFirst();
  }
}
