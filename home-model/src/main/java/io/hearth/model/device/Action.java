package io.hearth.model.device;

import java.util.List;

/**
 * Something a device can be told to do.
 *
 * @param arguments names of the arguments a command must or may carry; relative actions carry
 *     {@code delta}
 * @param effects what holds afterwards; empty where that is not known beforehand
 * @param intents the intents (by their word, e.g. {@code TurnOn}) that this action can serve, most
 *     fitting first
 * @param idempotent whether sending it twice is the same as once, so that a lost one may be retried
 */
public record Action(
    String name,
    List<String> arguments,
    List<Effect> effects,
    List<String> intents,
    boolean idempotent) {

  public Action {
    Names.check("name of action", name);
    arguments = List.copyOf(arguments);
    effects = List.copyOf(effects);
    intents = List.copyOf(intents);
  }
}
