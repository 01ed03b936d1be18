package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.LinkUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach the broker.
 *
 * @param uri {@code mqtt://host[:port]} or {@code mqtts://host[:port]}; ports 1883 and 8883 unless
 *     given
 * @param login who Hearth is there
 * @param tls how both prove it; of no meaning for {@code mqtt://}
 * @param clientId this Hearth's name at the broker, the same after a restart so that the broker can
 *     keep what was missed; two Hearths at one broker need two
 * @param prefix first level of the topics of the Hearth convention
 * @param keepAlive how often a silent connection is tried; 1 s to 18 h
 * @param sessionExpiry how long the broker keeps what was missed; zero for not at all
 * @param reconnectFirst shortest wait before connecting again
 * @param reconnectLongest longest wait before connecting again
 * @param offlineAfter how long the broker may be away before its devices count as unreachable
 * @param receiveMaximum messages that the broker may send before the first is acknowledged, which
 *     also bounds what waits in memory; 1 to 65,535
 * @param maxPayload bytes; larger payloads are dropped
 */
public record MqttConfig(
    URI uri,
    MqttLogin login,
    MqttTls tls,
    String clientId,
    String prefix,
    Duration keepAlive,
    Duration sessionExpiry,
    Duration reconnectFirst,
    Duration reconnectLongest,
    Duration offlineAfter,
    int receiveMaximum,
    int maxPayload) {

  /**
   * Enough for a fifth of a second of 20,000 reports a second, so that a pause of either side loses
   * nothing where the broker keeps only a short queue.
   */
  public static final int DEFAULT_RECEIVE_MAXIMUM = 4096;

  /** 256 KiB, sixty times the largest payload seen in the field. */
  public static final int DEFAULT_MAX_PAYLOAD = 256 * 1024;

  public MqttConfig {
    check(
        "mqtt".equals(uri.getScheme()) || "mqtts".equals(uri.getScheme()),
        "mqtt.url must begin with mqtt:// or mqtts:// but is " + withoutUser(uri));
    check(uri.getHost() != null, "mqtt.url has no host: " + withoutUser(uri));
    check(uri.getUserInfo() == null, "mqtt.url must not hold a user; there are keys for it");
    check(isLevel(clientId), "mqtt.clientId must be one topic level but is '" + clientId + "'");
    check(isLevel(prefix), "mqtt.prefix must be one topic level but is '" + prefix + "'");
    check(
        keepAlive.toSeconds() >= 1 && keepAlive.toSeconds() <= 65_535,
        "mqtt.keepAlive must be 1 s to 18 h but is " + keepAlive);
    check(!sessionExpiry.isNegative(), "mqtt.sessionExpiry must not be negative");
    check(
        reconnectFirst.toMillis() >= 1 && reconnectLongest.compareTo(reconnectFirst) >= 0,
        "mqtt.reconnectFirst must be at least 1 ms and at most mqtt.reconnectLongest");
    check(!offlineAfter.isNegative(), "mqtt.offlineAfter must not be negative");
    check(
        receiveMaximum >= 1 && receiveMaximum <= 65_535,
        "mqtt.receiveMaximum must be 1 to 65535 but is " + receiveMaximum);
    check(maxPayload >= 1, "mqtt.maxPayload must be above 0 but is " + maxPayload);
  }

  /** The broker at that address, everything else as usual. */
  public static MqttConfig at(URI uri) {
    return new MqttConfig(
        uri,
        MqttLogin.nobody(),
        MqttTls.usual(),
        "hearth",
        "hearth",
        Duration.ofSeconds(15),
        Duration.ofMinutes(10),
        Duration.ofMillis(100),
        Duration.ofMillis(1500),
        Duration.ofSeconds(5),
        DEFAULT_RECEIVE_MAXIMUM,
        DEFAULT_MAX_PAYLOAD);
  }

  /** The same with a user, and a password that is never printed. */
  public MqttConfig withUser(String user, String password) {
    return withLogin(new MqttLogin(Optional.of(user), Optional.of(password), Optional.empty()));
  }

  /** The same as somebody else. */
  public MqttConfig withLogin(MqttLogin newLogin) {
    return new MqttConfig(
        uri,
        newLogin,
        tls,
        clientId,
        prefix,
        keepAlive,
        sessionExpiry,
        reconnectFirst,
        reconnectLongest,
        offlineAfter,
        receiveMaximum,
        maxPayload);
  }

  /** The same with other certificates. */
  public MqttConfig withTls(MqttTls newTls) {
    return new MqttConfig(
        uri,
        login,
        newTls,
        clientId,
        prefix,
        keepAlive,
        sessionExpiry,
        reconnectFirst,
        reconnectLongest,
        offlineAfter,
        receiveMaximum,
        maxPayload);
  }

  /** The same under another name at the broker. */
  public MqttConfig withClientId(String newClientId) {
    return new MqttConfig(
        uri,
        login,
        tls,
        newClientId,
        prefix,
        keepAlive,
        sessionExpiry,
        reconnectFirst,
        reconnectLongest,
        offlineAfter,
        receiveMaximum,
        maxPayload);
  }

  /** The same with another time for which the broker keeps what is missed. */
  public MqttConfig withSessionExpiry(Duration newSessionExpiry) {
    return new MqttConfig(
        uri,
        login,
        tls,
        clientId,
        prefix,
        keepAlive,
        newSessionExpiry,
        reconnectFirst,
        reconnectLongest,
        offlineAfter,
        receiveMaximum,
        maxPayload);
  }

  /** The same with another time until devices count as unreachable. */
  public MqttConfig withOfflineAfter(Duration newOfflineAfter) {
    return new MqttConfig(
        uri,
        login,
        tls,
        clientId,
        prefix,
        keepAlive,
        sessionExpiry,
        reconnectFirst,
        reconnectLongest,
        newOfflineAfter,
        receiveMaximum,
        maxPayload);
  }

  /** The same with another number of unacknowledged messages. */
  public MqttConfig withReceiveMaximum(int newReceiveMaximum) {
    return new MqttConfig(
        uri,
        login,
        tls,
        clientId,
        prefix,
        keepAlive,
        sessionExpiry,
        reconnectFirst,
        reconnectLongest,
        offlineAfter,
        newReceiveMaximum,
        maxPayload);
  }

  /**
   * Looks at the files of passwords and certificates once, so that a mistake is told at the start.
   *
   * @throws LinkUnavailableException saying in one line which file is wrong and how
   */
  public void verifyFiles() {
    try {
      login.secret();
      if (isTls()) {
        tls.context();
      }
    } catch (IOException unusable) {
      throw new LinkUnavailableException(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  /** Where Hearth itself says online or offline, retained. */
  String statusTopic() {
    return prefix + "/status/" + clientId;
  }

  boolean isTls() {
    return "mqtts".equals(uri.getScheme());
  }

  int port() {
    return uri.getPort() > 0 ? uri.getPort() : isTls() ? 8883 : 1883;
  }

  @Override
  public String toString() {
    return "MqttConfig["
        + uri
        + " as "
        + clientId
        + login.user().map(u -> ", user " + u).orElse("")
        + "]";
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static boolean isLevel(String text) {
    return !text.isBlank() && text.chars().noneMatch(c -> "+#/$".indexOf(c) >= 0 || c <= ' ');
  }

  private static String withoutUser(URI uri) {
    return uri.toString().replaceFirst("//[^/@]*@", "//***@");
  }
}
