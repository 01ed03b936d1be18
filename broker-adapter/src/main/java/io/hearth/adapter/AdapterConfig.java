package io.hearth.adapter;

import io.hearth.adapter.binding.BoundDevices;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.BridgeConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.wot.ThingsConfig;
import java.time.Duration;
import java.util.Optional;

/**
 * How the adapter reaches devices.
 *
 * @param things where Thing Descriptions come from
 * @param commandTimeout how long a device may take to accept a command, unless its type says
 *     otherwise
 * @param conventions where devices are looked for
 * @param bridge to a second broker
 * @param queueAge how long a command may wait for a device that sleeps, over CoAP excepted
 */
public record AdapterConfig(
    MqttConfig mqtt,
    CoapConfig coap,
    ThingsConfig things,
    Duration commandTimeout,
    ConventionsConfig conventions,
    Optional<BridgeConfig> bridge,
    Duration queueAge) {

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

  /** With one broker only, and devices where they usually are. */
  public AdapterConfig(
      MqttConfig mqtt, CoapConfig coap, ThingsConfig things, Duration commandTimeout) {
    this(
        mqtt,
        coap,
        things,
        commandTimeout,
        ConventionsConfig.usual(),
        Optional.empty(),
        BoundDevices.KEPT);
  }

  /** With devices elsewhere. */
  public AdapterConfig with(ConventionsConfig elsewhere) {
    return new AdapterConfig(mqtt, coap, things, commandTimeout, elsewhere, bridge, queueAge);
  }

  /** With a bridge to a second broker, if there is one. */
  public AdapterConfig with(Optional<BridgeConfig> second) {
    return new AdapterConfig(mqtt, coap, things, commandTimeout, conventions, second, queueAge);
  }

  /** With commands that wait at most so long for a device that sleeps. */
  public AdapterConfig withQueueAge(Duration age) {
    return new AdapterConfig(mqtt, coap, things, commandTimeout, conventions, bridge, age);
  }
}
