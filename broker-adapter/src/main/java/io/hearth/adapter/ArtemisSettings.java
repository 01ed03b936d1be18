package io.hearth.adapter;

import io.netty.util.internal.PlatformDependent;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final int LARGEST_PACKET = 400 * 1024; // fits into one write of the journal

  private ArtemisSettings() {}

  /**
   * Whether this JVM lets Artemis release the buffers of its journal: from JDK 24 on, Netty does so
   * only where it may use {@code sun.misc.Unsafe}.
   */
  static boolean canKeep() {
    return PlatformDependent.hasUnsafe();
  }

  static ActiveMQServer server(int port, Optional<Path> journal) {
    Configuration configuration =
        new ConfigurationImpl()
            .setName("hearth")
            .setSecurityEnabled(false)
            .setJMXManagementEnabled(false)
            .setMessageCounterEnabled(false)
            .setPersistenceEnabled(journal.isPresent())
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
            .setAcceptorConfigurations(Set.of(acceptor(port)));
    configuration.setSuppressSessionNotifications(true);
    configuration.addAddressSetting("#", addresses());
    journal.ifPresent(folder -> keepIn(folder, configuration));
    return new ActiveMQServerImpl(configuration);
  }

  /** The same signs as MQTT has, so that topics are addresses without translation. */
  private static WildcardConfiguration mqttWildcards() {
    return new WildcardConfiguration().setDelimiter('/').setSingleWord('+').setAnyWords('#');
  }

  private static TransportConfiguration acceptor(int port) {
    return new TransportConfiguration(
        NettyAcceptorFactory.class.getName(),
        Map.of(
            TransportConstants.HOST_PROP_NAME,
            "127.0.0.1",
            TransportConstants.PORT_PROP_NAME,
            port,
            TransportConstants.PROTOCOLS_PROP_NAME,
            "MQTT",
            TransportConstants.REMOTING_THREADS_PROPNAME,
            2,
            TransportConstants.USE_EPOLL_PROP_NAME,
            false,
            TransportConstants.TCP_NODELAY_PROPNAME,
            true,
            "maximumPacketSize",
            LARGEST_PACKET),
        "mqtt");
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

  /** What is acknowledged survives a crash of Hearth; not waiting for the disk spares the card. */
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
        .setJournalSyncTransactional(false)
        .setJournalSyncNonTransactional(false);
  }
}
