package io.hearth.adapter.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a login may do.
 *
 * @param publish filters of the topics it may publish to
 * @param read filters that cover what it may subscribe to
 */
record Grants(List<String> publish, List<String> read) {

  static final Grants ALL = new Grants(List.of("#"), List.of("#", "$SYS/#"));

  Grants {
    publish = List.copyOf(publish);
    read = List.copyOf(read);
  }

  /**
   * A device may say what it is and how it is, and answer; it may not command, itself included.
   *
   * @param prefix first level of the topics of the Hearth convention
   */
  static Grants of(BrokerUser user, String prefix) {
    if (user.all()) {
      return ALL;
    }
    List<String> publish = new ArrayList<>(user.topics());
    List<String> read = new ArrayList<>(user.topics());
    for (String device : user.devices()) {
      String own = prefix + "/" + device + "/";
      Stream.of("description", "state", "availability").map(own::concat).forEach(publish::add);
      read.add(own + "#");
    }
    if (!user.devices().isEmpty()) {
      publish.add(prefix + "/reply/+");
    }
    return new Grants(publish, read);
  }

  boolean mayPublish(String topic) {
    return publish.stream().anyMatch(grant -> Topics.covers(grant, topic));
  }

  boolean mayRead(String filter) {
    return read.stream().anyMatch(grant -> Topics.covers(grant, filter));
  }
}
