package io.hearth.adapter.shelly;

import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Shelly of the second generation and later over MQTT. Whoever is online under a name of Shelly, or
 * notifies as one, is asked for its configuration; its answers come to a topic of its own. The
 * answer to a command confirms it.
 */
public final class ShellyConvention implements Convention {

  /** The convention's name. */
  public static final String NAME = "shelly";

  private static final String ONLINE = "/online";
  private static final String EVENTS = "/events/rpc";
  private static final String CONFIG = "hearth-config";
  private static final String STATUS = "hearth-status";
  private static final Pattern ID = Pattern.compile("(?i)shelly[a-z0-9]*-[0-9a-f]{6,16}");
  private static final int MOST = 2_000;

  /** One device as it answered last. */
  private record Known(JsonNode config, Map<DeviceId, DeviceBinding> devices) {}

  private final String replies;
  private final Map<String, Known> byPrefix = new LinkedHashMap<>();
  private final Map<DeviceId, String> prefixes = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * @param replies topic under which devices answer, of this Hearth alone
   */
  public ShellyConvention(String replies) {
    this.replies = replies;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Filter> filters() {
    return List.of(
        Filter.descriptions("+" + ONLINE),
        Filter.reports("+" + EVENTS),
        Filter.replies(replies + "/+/rpc"));
  }

  @Override
  public void learn(Message message, Learned learned) throws MalformedPayloadException {
    String topic = message.place();
    if (topic.startsWith(replies + "/") && topic.endsWith("/rpc")) {
      answered(
          topic.substring(replies.length() + 1, topic.length() - "/rpc".length()),
          message,
          learned);
    } else if (topic.endsWith(EVENTS)) {
      notified(topic.substring(0, topic.length() - EVENTS.length()), message, learned);
    } else if (topic.endsWith(ONLINE)) {
      online(topic.substring(0, topic.length() - ONLINE.length()), message, learned);
    }
  }

  /** Others use such a topic, too: only who bears a name of Shelly is asked. */
  private void online(String prefix, Message message, Learned learned) {
    String word = message.payload().text().strip();
    if (!ID.matcher(prefix).matches() && !byPrefix.containsKey(prefix)) {
      return;
    }
    switch (word) {
      case "" -> forget(prefix, learned);
      case "true" -> ask(prefix, learned);
      default -> asked.remove(prefix);
    }
  }

  private void forget(String prefix, Learned learned) {
    asked.remove(prefix);
    Known known = byPrefix.remove(prefix);
    if (known != null) {
      known
          .devices()
          .keySet()
          .forEach(device -> {
            prefixes.remove(device, prefix);
            learned.changed(device);
          });
    }
  }

  private void notified(String prefix, Message message, Learned learned)
      throws MalformedPayloadException {
    if (message.payload().isEmpty()) {
      return;
    }
    JsonNode said = message.payload().json();
    JsonNode method = said.path("method");
    boolean shelly =
        said.path("src").isString()
            && ID.matcher(said.path("src").asString()).matches()
            && method.isString()
            && method.asString().startsWith("Notify");
    if (shelly && !byPrefix.containsKey(prefix)) {
      ask(prefix, learned);
    } else if (shelly && said.toString().contains("\"config_changed\"")) {
      asked.remove(prefix);
      ask(prefix, learned);
    }
  }

  private void ask(String prefix, Learned learned) {
    if (asked.size() < MOST && asked.add(prefix)) {
      questions(prefix).forEach(learned::send);
    }
  }

  private List<Outgoing> questions(String prefix) {
    return List.of(
        Rpc.request(prefix, replies, CONFIG, "Shelly.GetConfig", Map.of()),
        Rpc.request(prefix, replies, STATUS, "Shelly.GetStatus", Map.of()));
  }

  private void answered(String prefix, Message message, Learned learned)
      throws MalformedPayloadException {
    JsonNode said = message.payload().json();
    JsonNode id = said.path("id");
    if (!said.isObject() || !id.isValueNode()) {
      throw new MalformedPayloadException("not an answer of JSON-RPC");
    }
    switch (id.asString()) {
      case CONFIG -> configured(prefix, said, learned);
      case STATUS -> Rpc.error(said).ifPresent(why -> learned.problem(Optional.empty(), why));
      default ->
          learned.reply(
              id.asString(),
              Rpc.error(said).<Answer>map(Answer.Rejected::new).orElseGet(Answer.Accepted::new));
    }
  }

  private void configured(String prefix, JsonNode said, Learned learned)
      throws MalformedPayloadException {
    Optional<String> error = Rpc.error(said);
    if (error.isPresent()) {
      learned.problem(Optional.empty(), prefix + " does not tell what it is: " + error.get());
      return;
    }
    JsonNode config = said.path("result");
    String id = said.path("src").isString() ? said.path("src").asString() : "";
    if (!config.isObject() || !ID.matcher(id).matches() || !asked.contains(prefix)) {
      throw new MalformedPayloadException("not a configuration that was asked for");
    }
    Known before = byPrefix.get(prefix);
    if (before != null && before.config().equals(config)) {
      return;
    }
    Map<DeviceId, DeviceBinding> devices =
        new LinkedHashMap<>(ShellyDevices.of(id, prefix, replies, config));
    for (DeviceId device : List.copyOf(devices.keySet())) {
      String owner = prefixes.putIfAbsent(device, prefix);
      if (owner != null && !owner.equals(prefix)) {
        devices.remove(device);
        learned.problem(
            Optional.of(device), prefix + " claims to be it, but it speaks as " + owner);
      }
    }
    byPrefix.put(prefix, new Known(config, devices));
    if (before != null) {
      before.devices().keySet().forEach(learned::changed);
    }
    devices.keySet().forEach(learned::changed);
  }

  @Override
  public Optional<DeviceBinding> describe(DeviceId device) {
    String prefix = prefixes.get(device);
    Known known = prefix == null ? null : byPrefix.get(prefix);
    return known == null ? Optional.empty() : Optional.ofNullable(known.devices().get(device));
  }

  /** What was missed is asked for. */
  @Override
  public List<Outgoing> hello() {
    return byPrefix.keySet().stream().flatMap(prefix -> questions(prefix).stream()).toList();
  }
}
