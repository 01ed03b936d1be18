package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.state.Command;
import java.util.List;

/**
 * One way in which devices describe themselves, report and are commanded over MQTT. A further
 * convention is a further implementation; the link asks each whether a topic is its own.
 */
interface Convention {

  /** Topic filters to subscribe to, descriptions before states. */
  List<String> filters();

  boolean owns(String topic);

  /**
   * What a message means.
   *
   * @throws MalformedPayloadException when it means nothing; it is then counted and dropped
   */
  Heard read(Publication message) throws MalformedPayloadException;

  /** How a command to a device of this convention looks. */
  Outgoing command(Command command);
}
