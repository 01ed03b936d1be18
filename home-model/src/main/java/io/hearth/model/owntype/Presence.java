package io.hearth.model.owntype;

import java.util.Set;

/**
 * A place where it is said whether a device can be reached.
 *
 * @param online texts that mean that it can
 * @param offline texts that mean that it cannot
 */
public record Presence(
    Place at, Format format, Extract extract, Set<String> online, Set<String> offline) {

  public Presence {
    online = Set.copyOf(online);
    offline = Set.copyOf(offline);
  }
}
