package io.hearth.adapter.mqtt;

import io.hearth.adapter.wire.LinkUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * How to reach a broker.
 *
 * @param keys what the configuration keys begin with, for messages: {@code mqtt}
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
    String keys,
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
    Checks checks = new Checks(keys);
    checks.that(
        "mqtt".equals(uri.getScheme()) || "mqtts".equals(uri.getScheme()),
        "url must begin with mqtt:// or mqtts:// but is " + withoutUser(uri));
    checks.that(uri.getHost() != null, "url has no host: " + withoutUser(uri));
    checks.that(uri.getUserInfo() == null, "url must not hold a user; there are keys for it");
    checks.that(isLevel(clientId), "clientId must be one topic level but is '" + clientId + "'");
    checks.that(isLevel(prefix), "prefix must be one topic level but is '" + prefix + "'");
    checks.that(
        keepAlive.toSeconds() >= 1 && keepAlive.toSeconds() <= 65_535,
        "keepAlive must be 1 s to 18 h but is " + keepAlive);
    checks.that(!sessionExpiry.isNegative(), "sessionExpiry must not be negative");
    checks.that(
        reconnectFirst.toMillis() >= 1 && reconnectLongest.compareTo(reconnectFirst) >= 0,
        "reconnectFirst must be at least 1 ms and at most reconnectLongest");
    checks.that(!offlineAfter.isNegative(), "offlineAfter must not be negative");
    checks.that(
        receiveMaximum >= 1 && receiveMaximum <= 65_535,
        "receiveMaximum must be 1 to 65535 but is " + receiveMaximum);
    checks.that(maxPayload >= 1, "maxPayload must be above 0 but is " + maxPayload);
    login.fault().ifPresent(fault -> checks.that(false, fault));
    tls.fault().ifPresent(fault -> checks.that(false, fault));
  }

  /** The broker at that address, everything else as usual. */
  public static MqttConfig at(URI uri) {
    return to(uri).build();
  }

  /** Begins with the broker at that address and everything else as usual. */
  public static Builder to(URI uri) {
    return new Builder(uri);
  }

  /** Begins with all of this. */
  Builder toBuilder() {
    return new Builder(uri)
        .keys(keys)
        .login(login)
        .tls(tls)
        .clientId(clientId)
        .prefix(prefix)
        .keepAlive(keepAlive)
        .sessionExpiry(sessionExpiry)
        .reconnect(reconnectFirst, reconnectLongest)
        .offlineAfter(offlineAfter)
        .receiveMaximum(receiveMaximum)
        .maxPayload(maxPayload);
  }

  /**
   * Looks at the files of passwords and certificates once, so that a mistake is told at the start.
   *
   * @throws LinkUnavailableException saying in one line which file is wrong and how
   */
  public void verifyFiles() {
    try {
      login.secret(keys);
      if (isTls()) {
        tls.context(keys);
      }
    } catch (IOException unusable) {
      throw new LinkUnavailableException(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  /** What brokers say, in words that name these keys. */
  MqttReasons reasons() {
    return new MqttReasons(keys);
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

  private record Checks(String keys) {
    void that(boolean good, String otherwise) {
      if (!good) {
        throw new IllegalArgumentException(keys + "." + otherwise);
      }
    }
  }

  private static boolean isLevel(String text) {
    return !text.isBlank() && text.chars().noneMatch(c -> "+#/$".indexOf(c) >= 0 || c <= ' ');
  }

  private static String withoutUser(URI uri) {
    return uri.toString().replaceFirst("//[^/@]*@", "//***@");
  }

  /** Says what is not as usual; {@link MqttConfig} tells what each means. */
  public static final class Builder {
    private final URI uri;
    private String keys = "mqtt";
    private MqttLogin login = MqttLogin.nobody();
    private MqttTls tls = MqttTls.usual();
    private String clientId = "hearth";
    private String prefix = "hearth";
    private Duration keepAlive = Duration.ofSeconds(15);
    private Duration sessionExpiry = Duration.ofMinutes(10);
    private Duration reconnectFirst = Duration.ofMillis(100);
    private Duration reconnectLongest = Duration.ofMillis(1500);
    private Duration offlineAfter = Duration.ofSeconds(5);
    private int receiveMaximum = DEFAULT_RECEIVE_MAXIMUM;
    private int maxPayload = DEFAULT_MAX_PAYLOAD;

    private Builder(URI uri) {
      this.uri = uri;
    }

    public Builder keys(String value) {
      keys = value;
      return this;
    }

    public Builder login(MqttLogin value) {
      login = value;
      return this;
    }

    public Builder tls(MqttTls value) {
      tls = value;
      return this;
    }

    public Builder clientId(String value) {
      clientId = value;
      return this;
    }

    public Builder prefix(String value) {
      prefix = value;
      return this;
    }

    public Builder keepAlive(Duration value) {
      keepAlive = value;
      return this;
    }

    public Builder sessionExpiry(Duration value) {
      sessionExpiry = value;
      return this;
    }

    public Builder reconnect(Duration first, Duration longest) {
      reconnectFirst = first;
      reconnectLongest = longest;
      return this;
    }

    public Builder offlineAfter(Duration value) {
      offlineAfter = value;
      return this;
    }

    public Builder receiveMaximum(int value) {
      receiveMaximum = value;
      return this;
    }

    public Builder maxPayload(int value) {
      maxPayload = value;
      return this;
    }

    /**
     * All of it.
     *
     * @throws IllegalArgumentException in one line when something does not fit
     */
    public MqttConfig build() {
      return new MqttConfig(
          keys,
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
          receiveMaximum,
          maxPayload);
    }
  }
}
