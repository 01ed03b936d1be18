package io.hearth.adapter.wot;

import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Thing Descriptions that things keep at the broker. */
public final class ThingConvention implements Convention {

  /** The convention's word, also for things that are described elsewhere. */
  public static final String NAME = "wot";

  /** Where things keep their descriptions unless they are set up otherwise. */
  public static final List<String> USUAL_TOPICS = List.of("wot/+/td");

  private static final int MOST = 10_000;
  private static final String CONTEXT = "www.w3.org";

  private final List<String> topics;
  private final Map<String, DeviceId> byTopic = new HashMap<>();
  private final Map<DeviceId, DeviceBinding> bindings = new HashMap<>();

  /**
   * @param topics filters for retained descriptions, e.g. {@code wot/+/td}
   */
  public ThingConvention(List<String> topics) {
    this.topics = List.copyOf(topics);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Filter> filters() {
    return topics.stream().map(Filter::descriptions).toList();
  }

  @Override
  public void learn(Message message, Learned learned) throws MalformedPayloadException {
    String topic = message.place();
    if (message.payload().isEmpty()) {
      forget(topic, learned);
      return;
    }
    JsonNode json = message.payload().json();
    if (!json.path("@context").toString().contains(CONTEXT)) {
      return; // a filter may be wide: this is something else
    }
    try {
      DeviceBinding binding = ThingBinding.of(json);
      DeviceId other = byTopic.get(topic);
      if (other != null && !other.equals(binding.device())) {
        forget(topic, learned);
      }
      if (bindings.size() >= MOST && !bindings.containsKey(binding.device())) {
        throw new MalformedPayloadException("more things than " + MOST);
      }
      byTopic.put(topic, binding.device());
      bindings.put(binding.device(), binding);
      learned.changed(binding.device());
    } catch (ThingException bad) {
      learned.problem(Optional.empty(), "thing description: " + bad.getMessage());
    }
  }

  private void forget(String topic, Learned learned) {
    DeviceId device = byTopic.remove(topic);
    if (device != null && !byTopic.containsValue(device)) {
      bindings.remove(device);
      learned.changed(device);
    }
  }

  @Override
  public Optional<DeviceBinding> describe(DeviceId device) {
    return Optional.ofNullable(bindings.get(device));
  }
}
