package io.hearth.adapter;

import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.wot.ThingsConfig;
import java.time.Duration;

/**
 * How the adapter reaches devices.
 *
 * @param things where Thing Descriptions come from
 * @param commandTimeout how long a device may take to accept a command, unless its type says
 *     otherwise
 */
public record AdapterConfig(
    MqttConfig mqtt, CoapConfig coap, ThingsConfig things, Duration commandTimeout) {

  public static final Duration DEFAULT_COMMAND_TIMEOUT = Duration.ofSeconds(2);

  public AdapterConfig {
    if (commandTimeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "commands.timeout must be at least 1 ms but is " + commandTimeout);
    }
  }

  /** With the usual command timeout. */
  public AdapterConfig(MqttConfig mqtt, CoapConfig coap) {
    this(mqtt, coap, DEFAULT_COMMAND_TIMEOUT);
  }

  /** With things that describe themselves at the broker only. */
  public AdapterConfig(MqttConfig mqtt, CoapConfig coap, Duration commandTimeout) {
    this(mqtt, coap, ThingsConfig.usual(), commandTimeout);
  }
}
