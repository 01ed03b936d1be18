package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.HearthJson;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Hearth's own convention, described in docs/wire.md. */
final class HearthConvention implements Convention {

  private static final String DESCRIPTION = "description";
  private static final String STATE = "state";
  private static final String AVAILABILITY = "availability";

  private final String prefix;

  /** The prefix is the first topic level, without a slash. */
  HearthConvention(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public List<String> filters() {
    return List.of(
        prefix + "/+/" + DESCRIPTION, prefix + "/+/" + STATE, prefix + "/+/" + AVAILABILITY);
  }

  @Override
  public boolean owns(String topic) {
    return topic.startsWith(prefix + "/");
  }

  @Override
  public Heard read(Publication message) throws MalformedPayloadException {
    String[] levels = message.topic().split("/", -1);
    if (levels.length != 3) {
      throw new MalformedPayloadException("the topic has not three levels");
    }
    DeviceId device = device(levels[1]);
    boolean empty = message.payload().length == 0;
    return switch (levels[2]) {
      case DESCRIPTION ->
          empty
              ? new Heard.Left(device)
              : new Heard.Described(HearthJson.announcement(device, message.payload()));
      case STATE ->
          empty ? new Heard.Nothing() : new Heard.Said(device, HearthJson.state(message.payload()));
      case AVAILABILITY -> empty ? new Heard.Nothing() : reachable(device, message);
      default -> throw new MalformedPayloadException("the topic's last level is not known");
    };
  }

  @Override
  public Outgoing command(Command command) {
    return new Outgoing(prefix + "/" + command.device() + "/command", HearthJson.command(command));
  }

  private static Heard reachable(DeviceId device, Publication message)
      throws MalformedPayloadException {
    return switch (new String(message.payload(), StandardCharsets.UTF_8)) {
      case "online" -> new Heard.Reachable(device, Availability.ONLINE, "it said online");
      case "offline" ->
          new Heard.Reachable(device, Availability.OFFLINE, "it said offline, or its last will");
      default -> throw new MalformedPayloadException("availability is neither online nor offline");
    };
  }

  private static DeviceId device(String level) throws MalformedPayloadException {
    try {
      return new DeviceId(level);
    } catch (IllegalArgumentException failure) {
      throw new MalformedPayloadException("the topic names no device", failure);
    }
  }
}
