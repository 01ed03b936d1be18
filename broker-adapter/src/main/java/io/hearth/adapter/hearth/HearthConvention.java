package io.hearth.adapter.hearth;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CommandBinding;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.binding.Sleep;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.wire.HearthJson;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Announcement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hearth's own convention, described in docs/wire.md. A device may be described over the wire or in
 * the home file: whoever says something on its topics can be spoken to.
 */
public final class HearthConvention implements Convention {

  /** The convention's name. */
  public static final String NAME = "hearth";

  private static final String DESCRIPTION = "description";
  private static final String STATE = "state";
  private static final String AVAILABILITY = "availability";
  private static final String ASLEEP = "asleep";

  private final String prefix;
  private final String replyTopic;
  private final Map<DeviceId, Announcement> described = new HashMap<>();
  private final Set<DeviceId> heard = new HashSet<>();

  /**
   * @param prefix the first topic level, without a slash
   * @param clientId of this Hearth, for the topic of its replies
   */
  public HearthConvention(String prefix, String clientId) {
    this.prefix = prefix;
    this.replyTopic = replyTopic(prefix, clientId);
  }

  /** Where devices answer. */
  public static String replyTopic(String prefix, String clientId) {
    return prefix + "/reply/" + clientId;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Filter> filters() {
    return List.of(
        Filter.descriptions(prefix + "/+/" + DESCRIPTION),
        Filter.reports(prefix + "/+/" + STATE),
        Filter.reports(prefix + "/+/" + AVAILABILITY),
        new Filter(replyTopic, 0, true)); // outside of the window that a flood of reports fills
  }

  @Override
  public void learn(Message message, Learned learned) throws MalformedPayloadException {
    if (message.place().equals(replyTopic)) {
      String correlation =
          message
              .correlation()
              .orElseThrow(() -> new MalformedPayloadException("a reply without correlation data"));
      learned.reply(correlation, HearthJson.reply(message.payload().bytes()));
      return;
    }
    String[] levels = message.place().split("/", -1);
    DeviceId device = device(levels[1]);
    if (levels[2].equals(DESCRIPTION)) {
      describe(device, message.payload());
      learned.changed(device);
    } else if (heard.add(device)) {
      learned.changed(device);
    }
  }

  private void describe(DeviceId device, Payload payload) throws MalformedPayloadException {
    if (payload.isEmpty()) {
      described.remove(device);
      heard.remove(device);
    } else {
      described.put(device, HearthJson.announcement(device, payload.bytes()));
      heard.add(device);
    }
  }

  @Override
  public Optional<DeviceBinding> describe(DeviceId device) {
    return heard.contains(device) ? Optional.of(binding(device)) : Optional.empty();
  }

  @Override
  public Optional<DeviceBinding> presume(DeviceId device) {
    return Optional.of(binding(device));
  }

  private DeviceBinding binding(DeviceId device) {
    Address.Mqtt availability = new Address.Mqtt(prefix + "/" + device + "/" + AVAILABILITY);
    return new DeviceBinding(
        device,
        Optional.ofNullable(described.get(device)),
        Set.of(),
        List.of(
            StateSource.of(
                new Address.Mqtt(prefix + "/" + device + "/" + STATE),
                Set.of(),
                payload -> HearthJson.state(payload.bytes()))),
        List.of(
            new AvailabilityRule(
                AvailabilityRule.Mode.LATEST,
                List.of(new AvailabilityRule.Probe(availability, HearthConvention::isOnline)))),
        Map.of(
            DeviceBinding.ANY_ACTION, new CommandBinding(this::encode, new Confirmation.ByReply())),
        Optional.of(
            Sleep.announcedAt(
                new AvailabilityRule.Probe(availability, HearthConvention::isAwake))));
  }

  private List<Outgoing> encode(Call call) {
    return List.of(
        Outgoing.mqtt(
            prefix + "/" + call.command().device() + "/command",
            HearthJson.command(call.command())));
  }

  private static Optional<Boolean> isOnline(Payload payload) throws MalformedPayloadException {
    return switch (payload.text()) {
      case "online" -> Optional.of(true);
      case "offline", ASLEEP -> Optional.of(false);
      default ->
          throw new MalformedPayloadException("availability is neither online, asleep nor offline");
    };
  }

  private static Optional<Boolean> isAwake(Payload payload) {
    return Optional.of(!payload.text().equals(ASLEEP));
  }

  private static DeviceId device(String level) throws MalformedPayloadException {
    try {
      return new DeviceId(level);
    } catch (IllegalArgumentException failure) {
      throw new MalformedPayloadException("the topic names no device", failure);
    }
  }
}
