package io.hearth.adapter.broker;

/**
 * Something that the embedded broker refused, or has no room for.
 *
 * @param kind what it was
 * @param login who asked, or what it called itself
 * @param clientId under which name
 * @param address from where
 * @param place the topic or filter; empty for a login
 * @param reason why it was refused, in one line
 */
public record BrokerProblem(
    Kind kind, String login, String clientId, String address, String place, String reason) {

  /** Kinds of what is refused. */
  public enum Kind {
    /** A wrong user, password or certificate, or nobody where somebody is asked for. */
    LOGIN,
    /** A client id that belongs to another login. */
    CLIENT_ID,
    /** A topic of another device. */
    TOPIC,
    /** A topic or filter that is none. */
    ILLEGAL,
    /** A packet that is too large. */
    SIZE,
    /** No room for more: something is lost. */
    FULL
  }

  /** There is no room for what is published to a topic. */
  static BrokerProblem full(String topic, String reason) {
    return new BrokerProblem(Kind.FULL, "", "", "", topic, reason);
  }
}
