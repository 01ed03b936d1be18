package io.hearth.registry;

import static io.hearth.registry.RegistryFixture.LAMP;
import static io.hearth.registry.RegistryFixture.PLUG;
import static io.hearth.registry.RegistryFixture.START;
import static io.hearth.registry.RegistryFixture.await;
import static io.hearth.registry.RegistryFixture.plug;
import static io.hearth.registry.RegistryFixture.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hearth.model.HomeEvent;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Source;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that came by themselves in an earlier run. */
class KeptDevicesTest {

  @TempDir private Path folder;
  private RegistryFixture house;

  @BeforeEach
  void aPlugCameAndHearthWasStartedAgain() throws Exception {
    house = new RegistryFixture(folder);
    await(house.registry.announce(plug("outlet", "hall")));
    await(house.registry.report(report(PLUG, "on", Value.of(true), START)));
    house.restart();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatNothingDescribesAnyMoreIsNotTakenForReachable() {
    // Given
    assertThat(availability()).isEqualTo(Availability.UNKNOWN);

    // When
    house.registry.giveUpUndescribed();

    // Then
    assertThat(availability()).isEqualTo(Availability.OFFLINE);
    assertThat(house.events.of(HomeEvent.AvailabilityChanged.class).getLast().reason())
        .isEqualTo("nothing has described it since Hearth started");
  }

  @Test
  void whatIsDescribedAgainStays() throws Exception {
    // Given
    await(house.registry.announce(plug("outlet", "hall")));

    // When
    house.registry.giveUpUndescribed();

    // Then
    assertThat(house.registry.isUndescribed(PLUG)).isFalse();
    assertThat(availability()).isEqualTo(Availability.UNKNOWN);
  }

  @Test
  void whatReportsIsReachableWhateverDescribesIt() throws Exception {
    // Given
    house.registry.giveUpUndescribed();

    // When
    await(house.registry.report(report(PLUG, "on", Value.of(false), START)));

    // Then
    assertThat(availability()).isEqualTo(Availability.ONLINE);
  }

  @Test
  void itCanBeForgottenForGood() throws Exception {
    // When
    await(house.registry.forget(PLUG));
    house.restart();

    // Then
    assertThat(house.registry.home().device(PLUG)).isEmpty();
  }

  @Test
  void whatWouldComeBackAtOnceOrIsInTheHomeFileIsNotForgotten() throws Exception {
    // Given
    await(house.registry.announce(plug("outlet", "hall")));

    // When, Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> house.registry.forget(PLUG))
        .withMessageContaining("describes itself");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> house.registry.forget(LAMP))
        .withMessageContaining("is in the home file");
  }

  @Test
  void whatOnlyTheHomeFileSaysIsNotConfirmedUntilTheDeviceSaysIt() throws Exception {
    // Given
    var described = house.state(LAMP, "on");

    // When
    await(house.registry.report(report(LAMP, "on", Value.of(false), START)));

    // Then
    assertThat(described.source()).isEqualTo(Source.DESCRIBED);
    assertThat(described.stale()).isTrue();
    assertThat(house.state(LAMP, "on").stale()).isFalse();
    assertThat(house.state(LAMP, "on").since()).isEqualTo(START);
  }

  @Test
  void whatIsOutdatedKeepsItsValueAndIsConfirmedByTheNextReport() throws Exception {
    // Given
    await(house.registry.report(report(PLUG, "on", Value.of(true), START)));

    // When
    await(house.registry.outdated(PLUG, Set.of("on", "unheard of"), START));
    var outdated = house.state(PLUG, "on");
    await(house.registry.outdated(PLUG, Set.of("on"), START));
    await(house.registry.report(report(PLUG, "on", Value.of(true), START)));

    // Then
    assertThat(outdated.stale()).isTrue();
    assertThat(outdated.value()).isEqualTo(Value.of(true));
    assertThat(house.state(PLUG, "on").stale()).isFalse();
  }

  private Availability availability() {
    return house.registry.states().get(PLUG).availability();
  }
}
