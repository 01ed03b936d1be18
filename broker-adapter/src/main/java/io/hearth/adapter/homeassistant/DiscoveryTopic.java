package io.hearth.adapter.homeassistant;

import io.hearth.adapter.wire.MalformedPayloadException;

/**
 * Where something is described: {@code <prefix>/<component>/[<node>/]<object>/config}.
 *
 * @param objectId what it is called within its node
 */
record DiscoveryTopic(String component, String objectId) {

  /**
   * The topic in its parts.
   *
   * @throws MalformedPayloadException when nothing is described there
   */
  static DiscoveryTopic of(String prefix, String topic) throws MalformedPayloadException {
    String[] levels =
        topic.startsWith(prefix + "/")
            ? topic.substring(prefix.length() + 1).split("/", -1)
            : new String[0];
    boolean fits =
        (levels.length == 3 || levels.length == 4) && levels[levels.length - 1].equals("config");
    if (!fits || levels[0].isBlank()) {
      throw new MalformedPayloadException("the topic is none of discovery");
    }
    return new DiscoveryTopic(levels[0], levels[levels.length - 2]);
  }
}
