package io.hearth.adapter.broker;

import io.netty.util.internal.PlatformDependent;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** Artemis made small: a home has some hundred topics, a Raspberry Pi some hundred megabytes. */
final class ArtemisSettings {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int THREADS = 8;
  private static final int RETAINED_PART_OF_HEAP = 4;
  static final int HAND_OVER_NANOS = 300_000;
  static final int HEADERS = 144 * 1024;

  private ArtemisSettings() {}

  /**
   * Whether this JVM lets Artemis release the buffers of its journal: from JDK 24 on, Netty does so
   * only where it may use {@code sun.misc.Unsafe}.
   */
  static boolean canKeep() {
    return PlatformDependent.hasUnsafe();
  }

  static ActiveMQServer server(
      EmbeddedBrokerConfig config, Listeners listeners, Gate gate, Refusals refusals) {
    Configuration configuration =
        new ConfigurationImpl()
            .setName("hearth")
            .setSecurityEnabled(true)
            .setAuthenticationCacheSize(0) // the gate remembers by itself, for each connection
            .setAuthorizationCacheSize(0)
            .setResolveProtocols(false)
            .setJMXManagementEnabled(false)
            .setMessageCounterEnabled(false)
            .setPersistenceEnabled(config.journal().isPresent())
            .setJournalType(JournalType.NIO)
            .setThreadPoolMaxSize(THREADS)
            .setScheduledThreadPoolMaxSize(2)
            .setGlobalMaxSize(32L * MEGABYTE)
            .setMaxDiskUsage(-1)
            .setCriticalAnalyzer(false)
            .setGracefulShutdownEnabled(false)
            .setMessageExpiryScanPeriod(5_000)
            .setAddressQueueScanPeriod(30_000)
            .setWildCardConfiguration(mqttWildcards())
            .setAcceptorConfigurations(acceptors(config, listeners));
    configuration.setSuppressSessionNotifications(true);
    configuration.addAddressSetting("#", addresses());
    config.journal().ifPresent(folder -> keepIn(folder, configuration));
    ActiveMQServer server = new ActiveMQServerImpl(configuration, gate);
    RetainedMessages retained =
        new RetainedMessages(Runtime.getRuntime().maxMemory() / RETAINED_PART_OF_HEAP);
    RetainedKeeper keeper =
        new RetainedKeeper(
            server,
            retained,
            refusals,
            config.journal().map(folder -> folder.resolve("retained")),
            config.limits());
    server.registerBrokerPlugin(keeper);
    server.registerBrokerPlugin(new Overflow(server, refusals));
    server.registerActivateCallback(keeper);
    server.addProtocolManagerFactory(new GuardedMqttFactory(retained, config.limits(), refusals));
    return server;
  }

  /** The same signs as MQTT has, so that topics are addresses without translation. */
  private static WildcardConfiguration mqttWildcards() {
    return new WildcardConfiguration().setDelimiter('/').setSingleWord('+').setAnyWords('#');
  }

  /**
   * Ports that are known to be free.
   *
   * @param plain of the listener without TLS
   * @param tls of the one with TLS; 0 where there is none
   */
  record Listeners(int plain, int tls) {}

  private static Set<TransportConfiguration> acceptors(
      EmbeddedBrokerConfig config, Listeners listeners) {
    Set<TransportConfiguration> acceptors = new HashSet<>();
    InetAddress address = EmbeddedBrokerConfig.address("broker.host", config.host());
    acceptors.add(acceptor("mqtt", config.host(), listeners.plain(), config.limits(), Map.of()));
    if (!address.isLoopbackAddress() && !address.isAnyLocalAddress()) {
      acceptors.add(
          acceptor(
              "mqtt-here",
              EmbeddedBrokerConfig.LOOPBACK,
              listeners.plain(),
              config.limits(),
              Map.of()));
    }
    config
        .tls()
        .ifPresent(tls ->
            acceptors.add(
                acceptor("mqtts", tls.host(), listeners.tls(), config.limits(), secured(tls))));
    return acceptors;
  }

  private static Map<String, Object> secured(BrokerTls tls) {
    SSLContext context = new PemTls(tls).context();
    return Map.of(
        TransportConstants.SSL_ENABLED_PROP_NAME,
        true,
        TransportConstants.SSL_CONTEXT_PROP_NAME,
        "hearth",
        TransportConstants.ENABLED_PROTOCOLS_PROP_NAME,
        "TLSv1.2,TLSv1.3",
        TransportConstants.WANT_CLIENT_AUTH_PROP_NAME,
        tls.clientCa().isPresent(),
        BrokerTlsContexts.CONTEXT,
        context);
  }

  private static TransportConfiguration acceptor(
      String name, String host, int port, BrokerLimits limits, Map<String, Object> more) {
    Map<String, Object> parameters = new HashMap<>(more);
    parameters.put(TransportConstants.HOST_PROP_NAME, host);
    parameters.put(TransportConstants.PORT_PROP_NAME, port);
    parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
    parameters.put(TransportConstants.REMOTING_THREADS_PROPNAME, 2);
    parameters.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
    parameters.put(TransportConstants.TCP_NODELAY_PROPNAME, true);
    parameters.put(TransportConstants.CONNECTIONS_ALLOWED, (long) limits.connections());
    parameters.put("maximumPacketSize", limits.payload() + HEADERS);
    parameters.put("defaultMqttSessionExpiryInterval", (int) limits.willDelay().toSeconds());
    // As other brokers do: what an older client may not publish is dropped, its link goes on.
    parameters.put("closeMqttConnectionOnPublishAuthorizationFailure", false);
    return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, name);
  }

  private static AddressSettings addresses() {
    AddressSettings settings = new AddressSettings();
    settings.setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP);
    settings.setMaxSizeBytes(8L * MEGABYTE);
    settings.setAutoDeleteAddresses(true);
    settings.setAutoDeleteQueues(true);
    settings.setEnableMetrics(false);
    settings.setInitialQueueBufferSize(16);
    return settings;
  }

  /**
   * What is acknowledged is handed to the operating system within {@link #HAND_OVER_NANOS}, and the
   * disk is not waited for, which spares the card. Waiting for the hand-over before each
   * acknowledgement was tried: Artemis then delivers messages of one device in another order.
   */
  private static void keepIn(Path folder, Configuration configuration) {
    configuration
        .setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setPagingDirectory(folder.resolve("paging").toString())
        .setLargeMessagesDirectory(folder.resolve("large").toString())
        .setNodeManagerLockDirectory(folder.resolve("journal").toString())
        .setJournalFileSize(MEGABYTE)
        .setJournalMinFiles(2)
        .setJournalPoolFiles(2)
        .setJournalDatasync(false)
        .setJournalBufferTimeout_NIO(HAND_OVER_NANOS)
        .setJournalSyncTransactional(false)
        .setJournalSyncNonTransactional(false);
  }
}
