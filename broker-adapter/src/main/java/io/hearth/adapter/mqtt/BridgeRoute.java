package io.hearth.adapter.mqtt;

import java.util.List;
import java.util.stream.Stream;

/**
 * One direction of a bridge.
 *
 * @param word {@code out} or {@code in}, as the home sees it
 * @param filters of what passes, without the prefixes
 * @param from what its topics begin with where they come from
 * @param to what they begin with where they go
 * @param local whether the bridge's own messages may come back from there, to be known by their
 *     mark: the embedded broker keeps for ever what it must not give to its publisher
 */
record BridgeRoute(String word, List<String> filters, String from, String to, boolean local) {

  /**
   * What to ask the broker for that messages come from. What is retained comes with QoS 0, because
   * of QoS 1 a broker hands over only as much as its queue holds; then the filters are asked for
   * again as they shall stay, in an order that loses nothing.
   *
   * @param kept whether what is retained is to come, too
   */
  List<Subscription> subscriptions(int qos, boolean kept) {
    Stream<Subscription> stay =
        filters.stream().map(filter -> new Subscription(from + filter, qos, local, true, false));
    return kept
        ? Stream.concat(
                filters.stream()
                    .map(filter -> new Subscription(from + filter, 0, local, true, true)),
                stay)
            .toList()
        : stay.toList();
  }

  /** Whether a topic, as it is called where it comes from, is to pass. */
  boolean carries(String topic) {
    return filters.stream().anyMatch(filter -> Topics.overlap(from + filter, topic));
  }

  /** A topic as it is called on the other side. */
  String translate(String topic) {
    return topic.startsWith(from) ? to + topic.substring(from.length()) : topic;
  }
}
