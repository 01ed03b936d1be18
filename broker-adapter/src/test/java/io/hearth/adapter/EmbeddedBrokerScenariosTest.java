package io.hearth.adapter;

import io.hearth.adapter.broker.EmbeddedBroker;
import io.hearth.adapter.broker.EmbeddedBrokerConfig;
import java.net.URI;

/** The scenarios over the embedded broker. */
class EmbeddedBrokerScenariosTest extends MqttScenarios {

  private EmbeddedBroker broker;
  private int port;

  @Override
  URI startBroker() {
    broker = EmbeddedBroker.start(EmbeddedBrokerConfig.inMemory(port));
    port = broker.port();
    return broker.uri();
  }

  @Override
  void killBroker() {
    broker.close();
  }
}
