package io.hearth.adapter.binding;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way in which devices describe themselves, report and are commanded over MQTT. It only
 * understands: it sends nothing, waits for nothing and is called by one thread at a time. A further
 * convention is a further implementation, named in {@link io.hearth.adapter.BrokerAdapter}.
 */
public interface Convention {

  /** The convention's word in logs, counters and problems, e.g. {@code homeassistant}. */
  String name();

  /** Where devices of this convention describe themselves and answer. */
  List<Filter> filters();

  /**
   * Reads a message that came by one of the filters.
   *
   * @throws MalformedPayloadException when it means nothing; it is then counted and dropped
   */
  void learn(Message message, Learned learned) throws MalformedPayloadException;

  /**
   * The device as it is described now; empty when it is none of this convention, or not any more.
   */
  Optional<DeviceBinding> describe(DeviceId device);

  /**
   * A CoAP server said what it has, maybe not for the first time.
   *
   * @return the devices that may be described differently than before
   */
  default Set<DeviceId> listed(Listing listing) {
    return Set.of();
  }

  /** A CoAP server is gone; its devices stay known. */
  default void unlisted(String peer) {}

  /** How a device that was never heard would be spoken to; empty where one cannot know. */
  default Optional<DeviceBinding> presume(DeviceId device) {
    return Optional.empty();
  }

  /** What to send each time the broker was reached and all filters are subscribed. */
  default List<Outgoing> hello() {
    return List.of();
  }

  /** What the broker shall send for us when we are gone. */
  default Optional<Outgoing> farewell() {
    return Optional.empty();
  }

  /**
   * A topic filter.
   *
   * @param qos 0 for retained descriptions: what is missed in a lost connection is read again after
   *     it, and no broker's queue for a slow client is too short for a large home; 1 for what is
   *     said once
   * @param reply whether devices answer there, so that somebody waits for what comes
   */
  record Filter(String filter, int qos, boolean reply) {

    public static Filter descriptions(String filter) {
      return new Filter(filter, 0, false);
    }

    public static Filter reports(String filter) {
      return new Filter(filter, 1, false);
    }

    public static Filter replies(String filter) {
      return new Filter(filter, 1, true);
    }
  }

  /** Takes what a convention learned from a message. */
  interface Learned {

    /** A device may be described differently, or for the first time, or not any more. */
    void changed(DeviceId device);

    /** A device answered a command. */
    void reply(String correlation, Answer answer);

    /**
     * To be sent now, because of what was read: a question to a device that was just met, say. It
     * is no command: nobody waits for what becomes of it.
     */
    void send(Outgoing message);

    /**
     * Something is wrong that a person should know; the rest of the message holds.
     *
     * @param device whose problem it is, where one knows
     */
    void problem(Optional<DeviceId> device, String reason);
  }
}
