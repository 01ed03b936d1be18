package io.hearth.model.owntype;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a device is told to do an action.
 *
 * @param method {@code PUBLISH} of MQTT, {@code PUT}, {@code POST}, ... of CoAP and HTTP
 * @param payload a Jinja template of the command's arguments
 * @param bytes whether the template gives bytes in hexadecimal
 * @param values what the device calls a value of an argument, by argument and value
 * @param mediaType for CoAP and HTTP
 * @param qos of MQTT
 */
public record Order(
    Place at,
    String method,
    String payload,
    boolean bytes,
    Map<String, Map<String, String>> values,
    Optional<String> mediaType,
    int qos,
    Confirmed confirmed) {

  /** How it is known that a device took an order. */
  public sealed interface Confirmed {

    /**
     * It answers.
     *
     * @param form where and how, when that is not a matter of the protocol
     */
    record ByReply(Optional<ReplyForm> form) implements Confirmed {}

    /** It says so in its state. */
    record ByReport(Set<String> properties) implements Confirmed {
      public ByReport {
        properties = Set.copyOf(properties);
      }
    }

    /** Nothing tells. */
    record Never() implements Confirmed {}
  }

  /**
   * An answer on a topic.
   *
   * @param correlation where it says which order it answers
   * @param word what tells whether it does it
   * @param accepted the words that mean that it does
   * @param reason where it says why not
   */
  public record ReplyForm(
      Place at,
      Format format,
      Extract correlation,
      Extract word,
      Set<String> accepted,
      Optional<Extract> reason) {

    public ReplyForm {
      accepted = Set.copyOf(accepted);
    }
  }

  public Order {
    values = Map.copyOf(values);
  }
}
