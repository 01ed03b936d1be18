package io.hearth.sim;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;

/** A real MQTT 5 broker on a free port of loopback, which forgets everything when it is stopped. */
final class TestBroker implements AutoCloseable {

  private final int port;
  private ActiveMQServer server;

  private TestBroker(int port) {
    this.port = port;
  }

  static TestBroker start() throws Exception {
    TestBroker broker = new TestBroker(freePort());
    broker.begin();
    return broker;
  }

  /** A port where nobody listens. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  URI uri() {
    return URI.create("mqtt://127.0.0.1:" + port);
  }

  void begin() throws Exception {
    Configuration configuration =
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .setJMXManagementEnabled(false)
            .setGracefulShutdownEnabled(false)
            .setMaxDiskUsage(-1)
            .setWildCardConfiguration(
                new WildcardConfiguration().setDelimiter('/').setSingleWord('+').setAnyWords('#'))
            .setAcceptorConfigurations(
                Set.of(
                    new TransportConfiguration(
                        NettyAcceptorFactory.class.getName(),
                        Map.of(
                            TransportConstants.HOST_PROP_NAME,
                            "127.0.0.1",
                            TransportConstants.PORT_PROP_NAME,
                            port,
                            TransportConstants.PROTOCOLS_PROP_NAME,
                            "MQTT"),
                        "mqtt")));
    server = new ActiveMQServerImpl(configuration);
    server.start();
  }

  void stop() throws Exception {
    server.stop();
  }

  @Override
  public void close() throws Exception {
    stop();
  }
}
