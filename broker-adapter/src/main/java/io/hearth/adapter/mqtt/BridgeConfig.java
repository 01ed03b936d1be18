package io.hearth.adapter.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bridge: which messages pass between the home's broker and another one.
 *
 * @param other the other broker; the client id is the bridge's name at both
 * @param out filters of what goes from the home to the other, without the prefixes
 * @param in filters of what comes from the other to the home, without the prefixes
 * @param homePrefix what topics of the bridge begin with at the home's broker, e.g. {@code
 *     cellar/}; it is not there on the other side
 * @param otherPrefix what they begin with at the other broker
 * @param qos 0 or 1: how much each message counts, read and published
 * @param queue messages of one direction that wait while the side they go to is away; 1 to
 *     1,000,000
 * @param queueFor how long a message that is not retained may wait there
 */
public record BridgeConfig(
    MqttConfig other,
    List<String> out,
    List<String> in,
    String homePrefix,
    String otherPrefix,
    int qos,
    int queue,
    Duration queueFor) {

  /** What its keys begin with. */
  public static final String KEYS = "broker.bridge";

  public BridgeConfig {
    out = List.copyOf(out);
    in = List.copyOf(in);
    check(
        !out.isEmpty() || !in.isEmpty(),
        "out and "
            + KEYS
            + ".in are both empty; name the topic filters of what goes out and comes in");
    checkPrefix("homePrefix", homePrefix);
    checkPrefix("otherPrefix", otherPrefix);
    checkFilters("out", out);
    checkFilters("in", in);
    check(qos == 0 || qos == 1, "qos must be 0 or 1 but is " + qos);
    check(queue >= 1 && queue <= 1_000_000, "queue must be 1 to 1000000 but is " + queue);
    check(!queueFor.isNegative(), "queueSeconds must be 0 or more but is " + queueFor.toSeconds());
  }

  /** From the home to the other broker. */
  BridgeRoute outward() {
    return new BridgeRoute("out", out, homePrefix, otherPrefix, true);
  }

  /** From the other broker to the home. */
  BridgeRoute homeward() {
    return new BridgeRoute("in", in, otherPrefix, homePrefix, false);
  }

  private static void checkPrefix(String key, String prefix) {
    Optional<String> fault =
        prefix.isEmpty()
            ? Optional.empty()
            : Topics.fault(prefix.endsWith("/") ? prefix + "x" : prefix);
    check(fault.isEmpty(), key + ": " + fault.orElse(""));
  }

  private static void checkFilters(String key, List<String> filters) {
    List<String> before = new ArrayList<>();
    for (String filter : filters) {
      Optional<String> fault = Topics.filterFault(filter);
      check(fault.isEmpty(), key + " has the filter '" + filter + "': " + fault.orElse(""));
      for (String known : before) {
        check(
            !Topics.overlap(known, filter),
            key + " would carry messages twice, by '" + known + "' and by '" + filter + "'");
      }
      before.add(filter);
    }
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(KEYS + "." + otherwise);
    }
  }
}
