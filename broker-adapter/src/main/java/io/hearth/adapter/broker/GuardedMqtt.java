package io.hearth.adapter.broker;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTRoutingHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.Connection;

/** Artemis' MQTT, except that packets are bounded and pass a handler of ours. */
final class GuardedMqtt implements ProtocolManager<MQTTInterceptor, MQTTRoutingHandler> {

  private static final int HEADERS = 128 * 1024;

  private final MQTTProtocolManager mqtt;
  private final Supplier<ChannelHandler> handlers;

  GuardedMqtt(MQTTProtocolManager mqtt, Supplier<ChannelHandler> handlers) {
    this.mqtt = mqtt;
    this.handlers = handlers;
  }

  /**
   * Twice the largest packet is read, so that one a little too large is answered in MQTT's own
   * words; what is larger ends the connection before it fills the memory.
   */
  @Override
  public void addChannelHandlers(ChannelPipeline pipeline) {
    pipeline.addLast(MqttEncoder.INSTANCE);
    pipeline.addLast(new MqttDecoder(2 * mqtt.getMaximumPacketSize() + HEADERS));
    pipeline.addLast(handlers.get());
  }

  @Override
  @SuppressWarnings("unchecked") // as Artemis declares it
  public ProtocolManagerFactory<MQTTInterceptor> getFactory() {
    return mqtt.getFactory();
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"}) // as Artemis declares it
  public void updateInterceptors(List<BaseInterceptor> incoming, List<BaseInterceptor> outgoing) {
    mqtt.updateInterceptors(incoming, outgoing);
  }

  @Override
  public ConnectionEntry createConnectionEntry(Acceptor acceptor, Connection connection) {
    return mqtt.createConnectionEntry(acceptor, connection);
  }

  @Override
  public void removeHandler(String name) {
    mqtt.removeHandler(name);
  }

  @Override
  public void handleBuffer(RemotingConnection connection, ActiveMQBuffer buffer) {
    mqtt.handleBuffer(connection, buffer);
  }

  @Override
  public boolean isProtocol(byte[] array) {
    return mqtt.isProtocol(array);
  }

  @Override
  public boolean acceptsNoHandshake() {
    return mqtt.acceptsNoHandshake();
  }

  @Override
  public void handshake(NettyServerConnection connection, ActiveMQBuffer buffer) {
    mqtt.handshake(connection, buffer);
  }

  @Override
  public List<String> websocketSubprotocolIdentifiers() {
    return mqtt.websocketSubprotocolIdentifiers();
  }

  @Override
  public void setAnycastPrefix(String anycastPrefix) {
    mqtt.setAnycastPrefix(anycastPrefix);
  }

  @Override
  public void setMulticastPrefix(String multicastPrefix) {
    mqtt.setMulticastPrefix(multicastPrefix);
  }

  @Override
  public Map<SimpleString, RoutingType> getPrefixes() {
    return mqtt.getPrefixes();
  }

  @Override
  public void setSecurityDomain(String securityDomain) {
    mqtt.setSecurityDomain(securityDomain);
  }

  @Override
  public String getSecurityDomain() {
    return mqtt.getSecurityDomain();
  }

  @Override
  public MQTTRoutingHandler getRoutingHandler() {
    return mqtt.getRoutingHandler();
  }
}
