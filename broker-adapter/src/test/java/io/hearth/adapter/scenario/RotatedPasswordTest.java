package io.hearth.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.bench.MosquittoProcess;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.mqtt.MqttLogin;
import io.hearth.model.RecordedEvents;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords are exchanged while Hearth runs. */
class RotatedPasswordTest {

  @TempDir private Path folder;

  @Test
  void aPasswordThatWasExchangedOnBothSidesHoldsWithoutARestart() throws Exception {
    assumeTrue(ScenarioBroker.hasMosquitto(), "Mosquitto is not installed: skipped");
    // Given
    Path secret = folder.resolve("secret");
    write(secret, "first");
    known("first");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (MosquittoProcess broker =
            new MosquittoProcess(
                folder,
                List.of("allow_anonymous false", "password_file " + folder.resolve("passwords")));
        BrokerAdapter hearth = hearth(broker, secret)) {
      await().until(() -> hearth.health().isConnected());
      // When the broker knows another one
      broker.kill();
      known("second");
      broker.start();
      // Then
      await().until(() -> hearth.health().links().getFirst().trouble().isPresent());

      assertThat(hearth.health().isConnected()).isFalse();
      // When
      write(secret, "second");
      // Then
      await().atMost(Duration.ofSeconds(10)).until(() -> hearth.health().isConnected());
    }
  }

  private static BrokerAdapter hearth(MosquittoProcess broker, Path secret) {
    return BrokerAdapter.start(
        new AdapterConfig(
            MqttConfig.to(broker.uri())
                .login(new MqttLogin(Optional.of("hearth"), Optional.empty(), Optional.of(secret)))
                .build(),
            CoapConfig.disabled()),
        LampHome::home,
        DeviceState::unknown,
        new RecordedReports(),
        new RecordedEvents(),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }

  private void known(String password) throws Exception {
    Path passwords = folder.resolve("passwords");
    Process made =
        new ProcessBuilder("mosquitto_passwd", "-b", "-c", passwords.toString(), "hearth", password)
            .start();
    assertThat(made.waitFor()).isZero();
    Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static void write(Path secret, String password) throws Exception {
    Files.writeString(secret, password);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
  }
}
