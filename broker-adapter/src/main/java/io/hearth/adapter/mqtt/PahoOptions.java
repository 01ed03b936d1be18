package io.hearth.adapter.mqtt;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;

/** How Paho is told to connect. */
final class PahoOptions {

  private static final int HEADERS = 64 * 1024;

  private PahoOptions() {}

  static MqttConnectionOptions of(MqttConfig config, int connectSeconds) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setCleanStart(config.sessionExpiry().isZero());
    options.setSessionExpiryInterval(config.sessionExpiry().toSeconds());
    options.setReceiveMaximum(config.receiveMaximum());
    // Twice what we read, so that what is a little too large is counted rather than silently kept.
    options.setMaximumPacketSize(2L * config.maxPayload() + HEADERS);
    options.setKeepAliveInterval((int) config.keepAlive().toSeconds());
    options.setConnectionTimeout(connectSeconds);
    options.setUseSubscriptionIdentifiers(false);
    config.user().ifPresent(options::setUserName);
    config
        .password()
        .ifPresent(password -> options.setPassword(password.getBytes(StandardCharsets.UTF_8)));
    return options;
  }
}
