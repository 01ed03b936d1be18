package io.hearth.app.home;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.hivemq.HiveMQContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.DockerImageName;

/** The scenes with HiveMQ CE in a container; skipped where no Docker engine answers. */
@Testcontainers(disabledWithoutDocker = true)
class HiveMqContainerScenesIT extends Scenes {

  @Container
  private static final HiveMQContainer HIVEMQ =
      new HiveMQContainer(DockerImageName.parse("hivemq/hivemq-ce:2025.5"));

  @Override
  Optional<URI> broker() {
    return Optional.of(URI.create("mqtt://" + HIVEMQ.getHost() + ":" + HIVEMQ.getMqttPort()));
  }
}
