package io.hearth.adapter.wot;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a Thing Description says, as far as Hearth uses it.
 *
 * @param id the thing's own; its title where it has none
 * @param types of {@code @type}
 */
record Thing(
    String id,
    String title,
    Set<String> types,
    List<Affordance> properties,
    List<Affordance> actions) {

  /**
   * A property or an action.
   *
   * @param schema of the property's value, or of the action's input; a missing node without input
   */
  record Affordance(
      String name,
      Set<String> types,
      JsonNode schema,
      boolean readable,
      boolean writable,
      List<Form> forms) {

    /** The first form that serves one of these operations by a protocol that Hearth speaks. */
    Optional<Form> form(String... operations) {
      for (String operation : operations) {
        for (Form form : forms) {
          if (form.operations().contains(operation)) {
            return Optional.of(form);
          }
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Where and how an operation is done.
   *
   * @param uri absolute
   * @param topic of MQTT
   * @param method of HTTP and CoAP
   */
  record Form(
      URI uri,
      Set<String> operations,
      Optional<String> topic,
      Optional<String> method,
      String contentType,
      int qos,
      Set<String> schemes) {}
}
