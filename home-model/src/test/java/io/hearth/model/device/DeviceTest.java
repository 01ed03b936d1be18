package io.hearth.model.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceTest {

  private static final Capability ON_OFF =
      new Capability(
          "OnOff",
          List.of(io.hearth.model.device.Property.bool("on")),
          List.of(
              action("turnOn", List.of("TurnOn"), new Effect.SetTo("on", Value.of(true))),
              action("turnOff", List.of("TurnOff"), new Effect.SetTo("on", Value.of(false)))));

  private static final Capability COVERING =
      new Capability(
          "WindowCovering",
          List.of(io.hearth.model.device.Property.number("position", Unit.PERCENT)),
          List.of(
              action("open", List.of("Open"), new Effect.SetTo("position", Value.of(100))),
              action("close", List.of("Close"), new Effect.SetTo("position", Value.of(0)))));

  private static final DeviceType COVER =
      new DeviceType(
          "cover",
          Map.of("en", List.of("cover")),
          Map.of(),
          List.of(COVERING),
          RiskClass.MEDIUM,
          Set.of(),
          Set.of(),
          Map.of(
              "garage_door",
              new DeviceType.Kind(
                  Map.of("en", List.of("garage door")),
                  Map.of(),
                  List.of(),
                  Optional.of(RiskClass.HIGH),
                  Set.of("open"),
                  Set.of(Trait.SECURITY))),
          2,
          30);

  private static final DeviceType SWITCH =
      new DeviceType(
          "switch",
          Map.of("en", List.of("switch")),
          Map.of(),
          List.of(ON_OFF),
          RiskClass.LOW,
          Set.of(),
          Set.of(),
          Map.of(),
          2,
          2);

  private static Action action(String name, List<String> intents, Effect effect) {
    return new Action(name, List.of(), List.of(effect), intents, true);
  }

  @Test
  void openingAGarageDoorIsHighRiskAndClosingItIsNot() {
    Device door =
        Device.of(new DeviceId("garage_door"), "Garage door", COVER).kind("garage_door").build();

    assertThat(door.riskOf("open")).isEqualTo(RiskClass.HIGH);
    assertThat(door.mustConfirm("open")).isTrue();
    assertThat(door.riskOf("close")).isEqualTo(RiskClass.MEDIUM);
    assertThat(door.mustConfirm("close")).isFalse();
  }

  @Test
  void whatADeviceIsWithoutItCannotBeTold() {
    Device lamp =
        Device.of(new DeviceId("lamp"), "Lamp", SWITCH).without(Set.of("turnOff")).build();

    assertThat(lamp.actionFor("TurnOn")).map(Action::name).contains("turnOn");
    assertThat(lamp.actionFor("TurnOff")).isEmpty();
  }

  @Test
  void listedCapabilitiesReplaceThoseOfTheType() {
    Device odd =
        Device.of(new DeviceId("odd"), "Odd", SWITCH).capabilities(List.of(COVERING)).build();

    assertThat(odd.hasCapability("OnOff")).isFalse();
    assertThat(odd.property("position")).isPresent();
  }

  @Test
  void itsOwnLimitsNarrowThoseOfTheCatalogue() {
    Device blind =
        Device.of(new DeviceId("blind"), "Blind", COVER)
            .options(Map.of("position", Value.ofRaw(Map.of("min", 10, "max", 400))))
            .build();

    assertThat(blind.property("position").orElseThrow().range()).isEqualTo(new Range(10, 100));
    assertThat(blind.property("position").orElseThrow().problemWith(Value.of(5)))
        .contains("position must be 10 to 100% but is 5");
  }

  @Test
  void idsMustSurviveInATopic() {
    for (String bad : List.of("", " ", "a b", "a/b", "a+b", "a#", "a\nb", "x".repeat(129))) {
      assertThatThrownBy(() -> new DeviceId(bad)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new DeviceId("oven.kitchen-2_ä").value()).isEqualTo("oven.kitchen-2_ä");
  }

  @Test
  void aHomeRefusesDevicesInAreasItHasNot() {
    Device lost = Device.of(new DeviceId("lost"), "Lost", SWITCH).area(new AreaId("attic")).build();

    assertThatThrownBy(() -> home(List.of(lost)))
        .hasMessage("device lost refers to area attic, which is not in the home");
  }

  @Test
  void aHomeRefusesAnIdUsedTwice() {
    Device one = Device.of(new DeviceId("one"), "One", SWITCH).build();

    assertThatThrownBy(() -> home(List.of(one, one))).hasMessage("device one is there twice");
  }

  private static Home home(List<Device> devices) {
    return new Home(
        new HomeId("h"), "H", ZoneId.of("UTC"), 0, 0, List.of(), List.of(), List.of(), devices);
  }
}
