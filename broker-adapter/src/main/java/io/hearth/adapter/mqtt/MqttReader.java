package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Source;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Reads messages by the conventions and hands over what they mean; not one of them stops it. */
final class MqttReader {

  private final List<Convention> conventions;
  private final Inbox inbox;
  private final Replies replies;
  private final LinkMetrics metrics;
  private final String replyTopic;
  private final int maxPayload;
  private final Map<DeviceId, Convention> spokenBy = new ConcurrentHashMap<>();

  MqttReader(
      MqttConfig config,
      List<Convention> conventions,
      Inbox inbox,
      Replies replies,
      LinkMetrics metrics) {
    this.conventions = List.copyOf(conventions);
    this.inbox = inbox;
    this.replies = replies;
    this.metrics = metrics;
    this.replyTopic = replyTopic(config);
    this.maxPayload = config.maxPayload();
  }

  static String replyTopic(MqttConfig config) {
    return config.prefix() + "/reply/" + config.clientId();
  }

  /** The convention a device speaks; the first one for a device that was not heard yet. */
  Convention conventionOf(DeviceId device) {
    return spokenBy.getOrDefault(device, conventions.getFirst());
  }

  /** Reads a message; the stage never fails, and the message may be acknowledged after it. */
  CompletionStage<Void> read(Publication message) {
    try {
      if (message.payload().length > maxPayload) {
        throw new MalformedPayloadException("larger than " + maxPayload + " bytes");
      }
      if (message.topic().equals(replyTopic)) {
        replies.arrived(message);
        return CompletableFuture.completedFuture(null);
      }
      Convention convention = conventionFor(message.topic());
      return handOver(convention.read(message), message, convention);
    } catch (MalformedPayloadException malformed) {
      metrics.malformed(message.topic(), String.valueOf(malformed.getMessage()));
    } catch (RuntimeException unforeseen) {
      metrics.malformed(message.topic(), unforeseen.toString());
    }
    return CompletableFuture.completedFuture(null);
  }

  private CompletionStage<Void> handOver(Heard heard, Publication message, Convention convention) {
    return switch (heard) {
      case Heard.Described(var announcement) -> {
        spokenBy.put(announcement.device(), convention);
        yield inbox.description(announcement);
      }
      case Heard.Said(var device, var state) -> {
        spokenBy.put(device, convention);
        yield inbox.state(device, state, message.retained() ? Source.RETAINED : Source.REPORTED);
      }
      case Heard.Reachable(var device, var availability, var reason) ->
          inbox.availability(device, availability, reason);
      case Heard.Left(var device) -> {
        spokenBy.remove(device);
        yield inbox.left(device);
      }
      case Heard.Nothing() -> CompletableFuture.completedFuture(null);
    };
  }

  private Convention conventionFor(String topic) throws MalformedPayloadException {
    for (Convention convention : conventions) {
      if (convention.owns(topic)) {
        return convention;
      }
    }
    throw new MalformedPayloadException("the topic belongs to no convention");
  }
}
