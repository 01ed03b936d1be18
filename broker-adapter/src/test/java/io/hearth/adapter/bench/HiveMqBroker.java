package io.hearth.adapter.bench;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** HiveMQ CE inside this process, as tuned as its documentation allows. */
final class HiveMqBroker implements BenchBroker {

  private final Path folder;
  private EmbeddedHiveMQ broker;

  HiveMqBroker(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "embedded HiveMQ CE";
  }

  @Override
  public URI start() throws IOException {
    int port = freePort();
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        conf.resolve("config.xml"),
        """
        <hivemq>
          <listeners>
            <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
          </listeners>
          <mqtt>
            <receive-maximum>
              <server-receive-maximum>65535</server-receive-maximum>
            </receive-maximum>
          </mqtt>
          <persistence><mode>in-memory</mode></persistence>
          <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
        </hivemq>
        """
            .formatted(port));
    broker =
        EmbeddedHiveMQ.builder()
            .withConfigurationFolder(conf)
            .withDataFolder(Files.createDirectories(folder.resolve("data")))
            .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
            .withoutLoggingBootstrap()
            .build();
    broker.start().join();
    return URI.create("mqtt://127.0.0.1:" + port);
  }

  @Override
  public void stop() throws Exception {
    broker.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
