package io.hearth.adapter.broker;

import java.util.List;
import java.util.Optional;

/**
 * A login at the embedded broker.
 *
 * @param name also the common name of its client certificate, where it has one
 * @param password its hash; empty for a login by certificate only
 * @param devices ids of the devices it speaks for
 * @param topics filters of topics beyond those, which it may publish to and read
 * @param all whether it may publish and read everything
 */
public record BrokerUser(
    String name,
    Optional<String> password,
    List<String> devices,
    List<String> topics,
    boolean all) {

  /** Hearth's own login. */
  public static final String HEARTH = "hearth";

  public BrokerUser {
    if (!name.matches("[^\\s/+#:$]{1,128}")) {
      throw new IllegalArgumentException(
          "a login is 1 to 128 characters without white space and / + # : $ but is '" + name + "'");
    }
    if (name.equals(HEARTH)) {
      throw new IllegalArgumentException("the login 'hearth' is Hearth's own; choose another");
    }
    devices = List.copyOf(devices);
    topics = List.copyOf(topics);
    for (String device : devices) {
      if (!device.matches("[^\\s/+#]{1,128}")) {
        throw new IllegalArgumentException(
            "a device id is 1 to 128 characters without white space and / + # but is '"
                + device
                + "'");
      }
    }
    for (String topic : topics) {
      Topics.problemOfFilter(topic, BrokerLimits.STANDARD)
          .ifPresent(problem -> {
            throw new IllegalArgumentException("the topic filter '" + topic + "': " + problem);
          });
    }
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "BrokerUser[" + name + "]";
  }
}
