package io.hearth.registry;

import static io.hearth.registry.RegistryFixture.LAMP;
import static io.hearth.registry.RegistryFixture.START;
import static io.hearth.registry.RegistryFixture.await;
import static io.hearth.registry.RegistryFixture.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.model.FakeClock;
import io.hearth.model.HomeEvent;
import io.hearth.model.RecordedEvents;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFailureTest {

  @TempDir private Path folder;

  @Test
  void aFolderThatCannotBeMadeIsOneClearLine() throws Exception {
    // Given
    Path file = Files.createFile(folder.resolve("taken"));

    // Then
    assertThatThrownBy(() -> new RegistryFixture(file))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("cannot be read or written: check that its folder is there")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aDamagedDatabaseIsOneClearLine() throws Exception {
    // Given
    Files.writeString(folder.resolve("registry.mv.db"), "x".repeat(20_000), StandardCharsets.UTF_8);

    // Then
    assertThatThrownBy(() -> new RegistryFixture(folder))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("is damaged: move its file away")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aDatabaseThatMayOnlyBeReadIsOneClearLine() {
    // Given
    new RegistryFixture(folder).close();
    String url = RegistryConfig.inFolder(folder).jdbcUrl() + ";ACCESS_MODE_DATA=r";
    RegistryConfig config = new RegistryConfig(url, "", "");

    // Then
    assertThatThrownBy(
            () -> RegistryFixture.open(config, new RecordedEvents(), new FakeClock(START)))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("cannot be read or written");
  }

  @Test
  void aDatabaseOfALaterVersionIsNotTouched() throws Exception {
    // Given
    new RegistryFixture(folder).close();
    sql(
        "INSERT INTO \"registry_migrations\" SELECT 99, '99', 'later', \"type\", 'V99', 1,"
            + " \"installed_by\", \"installed_on\", 1, TRUE FROM \"registry_migrations\""
            + " WHERE \"version\" = '1'");

    // Then
    assertThatThrownBy(() -> new RegistryFixture(folder))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("has tables that this version cannot use");
  }

  @Test
  void whenTheDiskFailsTheHouseStillSeesAndNothingIsAcknowledged() throws Exception {
    try (RegistryFixture house = new RegistryFixture(folder)) {
      // Given
      sql("ALTER TABLE device_state RENAME TO hidden");

      // When
      var stage = house.registry.report(report(LAMP, "brightness", Value.of(44), START));

      // Then
      assertThatThrownBy(() -> await(stage))
          .hasCauseInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("could not be written");
      assertThat(house.value(LAMP, "brightness")).isEqualTo(Value.of(44));
      assertThat(house.events.of(HomeEvent.StateChanged.class)).hasSize(1);
    }
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenWhenTheDiskWorksAgain() throws Exception {
    try (RegistryFixture house = new RegistryFixture(folder)) {
      // Given
      sql("ALTER TABLE device_state RENAME TO hidden");
      var lost = house.registry.report(report(LAMP, "brightness", Value.of(44), START));
      assertThatThrownBy(() -> await(lost)).hasCauseInstanceOf(RegistryUnavailableException.class);
      sql("ALTER TABLE hidden RENAME TO device_state");

      // When
      await(house.registry.report(report(new DeviceId("door"), "position", Value.of(1), START)));
      house.restart();

      // Then
      assertThat(house.value(LAMP, "brightness")).isEqualTo(Value.of(44));
    }
  }

  @Test
  void aConfigurationThatIsNoDatabaseNamesTheKey() {
    assertThatThrownBy(() -> new RegistryConfig("mysql", "", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("registry.jdbcUrl must begin with jdbc:");
  }

  private void sql(String statement) throws Exception {
    RegistryConfig config = RegistryConfig.inFolder(folder);
    try (Connection connection = DriverManager.getConnection(config.jdbcUrl(), "", "");
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
