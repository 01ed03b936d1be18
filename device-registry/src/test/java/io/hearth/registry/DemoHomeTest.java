package io.hearth.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Trait;
import io.hearth.model.device.Value;
import io.hearth.model.state.DeviceState;
import org.junit.jupiter.api.Test;

class DemoHomeTest {

  private final DescribedHome described = new HomeFiles(Catalogues.builtIn()).demo();

  @Test
  void isAHouseOfTwoFloorsEightAreasAndAboutThirtyDevices() {
    // When
    Home home = described.home();

    // Then
    assertThat(home.floors()).hasSize(2);
    assertThat(home.areas()).hasSize(8);
    assertThat(home.devices()).hasSizeBetween(28, 40);
    assertThat(home.devices())
        .allSatisfy(device -> assertThat(described.states()).containsKey(device.id()));
  }

  @Test
  void everyDescribedValueFitsAPropertyOfItsDevice() {
    for (DeviceState state : described.states().values()) {
      Device device = device(state.device().value());
      assertThat(state.properties())
          .allSatisfy((name, property) ->
              assertThat(device.property(name).orElseThrow().problemWith(property.value()))
                  .isEmpty());
    }
  }

  @Test
  void theGarageDoorAsksAndTheTelevisionHasAScreen() {
    assertThat(device("garage_door").mustConfirm("open")).isTrue();
    assertThat(device("tv.living_room").hasTrait(Trait.SCREEN)).isTrue();
    assertThat(described.states().get(new DeviceId("lock.front_door")).value("locked"))
        .contains(Value.of(true));
  }

  private Device device(String id) {
    return described.home().device(new DeviceId(id)).orElseThrow();
  }
}
