package io.hearth.adapter.broker;

import java.util.Optional;

/** What topics and topic filters look like, and which filter covers which. */
final class Topics {

  private static final String SHARED = "$share/";
  private static final String QUEUE_OF_AN_ADDRESS = "::"; // Artemis' own way into other queues

  private Topics() {}

  /** Why a topic cannot be published to; empty when it can. */
  static Optional<String> problemOfTopic(String topic, BrokerLimits limits) {
    if (topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0) {
      return Optional.of("a topic has no wildcards");
    }
    return problem(topic, limits);
  }

  /** Why a filter cannot be subscribed to; empty when it can. */
  static Optional<String> problemOfFilter(String wanted, BrokerLimits limits) {
    String filter = withoutShare(wanted);
    String[] levels = filter.split("/", -1);
    for (int i = 0; i < levels.length; i++) {
      boolean wildcard = levels[i].indexOf('+') >= 0 || levels[i].indexOf('#') >= 0;
      if (wildcard && levels[i].length() > 1) {
        return Optional.of("a wildcard is a whole level");
      }
      if (levels[i].equals("#") && i < levels.length - 1) {
        return Optional.of("# is the last level");
      }
    }
    return problem(filter, limits);
  }

  /**
   * Whether everything that a filter or topic matches is matched by another filter as well.
   *
   * @param grant a filter, without {@code $share}
   * @param wanted a filter or a topic
   */
  static boolean covers(String grant, String wanted) {
    String[] granted = grant.split("/", -1);
    String[] asked = withoutShare(wanted).split("/", -1);
    for (int i = 0; i < granted.length; i++) {
      if (granted[i].equals("#")) {
        return true;
      }
      boolean fits =
          i < asked.length
              && (granted[i].equals(asked[i]) || (granted[i].equals("+") && !asked[i].equals("#")));
      if (!fits) {
        return false;
      }
    }
    return granted.length == asked.length;
  }

  private static Optional<String> problem(String topic, BrokerLimits limits) {
    if (topic.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (topic.length() > limits.topicLength()) {
      return Optional.of("longer than " + limits.topicLength() + " characters");
    }
    if (topic.chars().filter(c -> c == '/').count() >= limits.topicLevels()) {
      return Optional.of("deeper than " + limits.topicLevels() + " levels");
    }
    if (topic.startsWith("$")) {
      return Optional.of("topics that begin with $ are the broker's own");
    }
    if (topic.contains(QUEUE_OF_AN_ADDRESS)) {
      return Optional.of("it holds ::");
    }
    return topic.chars().anyMatch(Character::isISOControl)
        ? Optional.of("it holds control characters")
        : Optional.empty();
  }

  private static String withoutShare(String filter) {
    if (!filter.startsWith(SHARED)) {
      return filter;
    }
    int group = filter.indexOf('/', SHARED.length());
    return group < 0 ? "" : filter.substring(group + 1);
  }
}
