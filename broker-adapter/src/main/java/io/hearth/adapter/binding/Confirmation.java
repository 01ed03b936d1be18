package io.hearth.adapter.binding;

import java.util.Set;

/** How it is known that a device took a command. */
public sealed interface Confirmation {

  /** It answers: by the response of CoAP or HTTP, or with the command's correlation over MQTT. */
  record ByReply() implements Confirmation {}

  /**
   * It says so in its state: one of these properties becomes what it should or begins to change. A
   * reply with the command's correlation, where the convention has one, confirms as well.
   *
   * @param properties those that it reports; not empty
   */
  record ByReport(Set<String> properties) implements Confirmation {
    public ByReport {
      properties = Set.copyOf(properties);
      if (properties.isEmpty()) {
        throw new IllegalArgumentException("a confirmation by report needs a property");
      }
    }
  }

  /**
   * Nothing tells.
   *
   * @param reason why, to be shown to a person
   */
  record Never(String reason) implements Confirmation {}
}
