package io.hearth.adapter.broker;

import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;

/** Puts our own handler in front of Artemis' MQTT. */
final class GuardedMqttFactory extends MQTTProtocolManagerFactory {

  private final RetainedMessages retained;
  private final BrokerLimits limits;
  private final Refusals refusals;

  GuardedMqttFactory(RetainedMessages retained, BrokerLimits limits, Refusals refusals) {
    this.retained = retained;
    this.limits = limits;
    this.refusals = refusals;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Artemis declares it
  public ProtocolManager createProtocolManager(
      ActiveMQServer server,
      Map<String, Object> parameters,
      List<BaseInterceptor> incomingInterceptors,
      List<BaseInterceptor> outgoingInterceptors)
      throws Exception {
    MQTTProtocolManager mqtt =
        (MQTTProtocolManager)
            super.createProtocolManager(
                server, parameters, incomingInterceptors, outgoingInterceptors);
    return new GuardedMqtt(
        mqtt, () -> new GuardedHandler(server, mqtt, retained, limits, refusals));
  }
}
