package io.hearth.adapter;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the embedded broker runs.
 *
 * @param port on loopback; 0 for any free one
 * @param journal folder in which retained messages survive a restart; empty for memory only
 */
public record EmbeddedBrokerConfig(int port, Optional<Path> journal) {

  public EmbeddedBrokerConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("mqtt.port must be 0 to 65535 but is " + port);
    }
  }

  /** At a port, keeping nothing on disk. */
  public static EmbeddedBrokerConfig inMemory(int port) {
    return new EmbeddedBrokerConfig(port, Optional.empty());
  }

  /** At a port, with what is retained in a folder. */
  public static EmbeddedBrokerConfig journaled(int port, Path folder) {
    return new EmbeddedBrokerConfig(port, Optional.of(folder));
  }
}
