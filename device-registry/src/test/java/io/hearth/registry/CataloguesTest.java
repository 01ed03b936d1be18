package io.hearth.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.model.device.Action;
import io.hearth.model.device.Catalogue;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Property;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CataloguesTest {

  private static final String VOCABULARY_TYPES =
      """
      light outlet switch fan cover lock valve thermostat oven cooktop refrigerator dishwasher
      washer dryer coffee_maker kettle microwave media_player vacuum mower alarm_panel alarm_clock
      siren camera sensor binary_sensor humidifier dehumidifier air_purifier water_heater sprinkler
      pet_feeder button scene script todo_list calendar weather timer person helper\
      """;

  private final Catalogue catalogue = Catalogues.builtIn();

  @Test
  void hasEveryTypeOfTheVocabularyWithAnEnglishName() {
    // Given
    List<String> words = Arrays.asList(VOCABULARY_TYPES.split("\\s+"));

    // When
    List<String> ids = catalogue.types().stream().map(DeviceType::id).toList();

    // Then
    assertThat(ids).containsExactlyInAnyOrderElementsOf(words);
    assertThat(catalogue.types())
        .allSatisfy(type -> assertThat(type.names().get("en")).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "light, TurnOn, turnOn",
    "light, AdjustColorTemperature, adjustColorTemperature",
    "coffee_maker, Start, start",
    "coffee_maker, TurnOn, start",
    "coffee_maker, StopOperation, stop",
    "coffee_maker, TurnOff, stop",
    "kettle, TurnOn, start",
    "vacuum, Start, start",
    "vacuum, Dock, dock",
    "vacuum, TurnOff, dock",
    "vacuum, Stop, stop",
    "vacuum, PauseOperation, pause",
    "vacuum, CleanArea, cleanArea",
    "oven, TurnOn, start",
    "oven, Start, start",
    "oven, TurnOff, stop",
    "oven, SetTemperature, setTemperature",
    "cooktop, TurnOff, stop",
    "media_player, Play, play",
    "media_player, Pause, pause",
    "media_player, TurnOff, stop",
    "media_player, Stop, stop",
    "lock, Lock, lock",
    "lock, Unlock, unlock",
    "cover, Open, open",
    "cover, Stop, stop",
    "valve, Open, open",
    "valve, TurnOff, close",
    "thermostat, TurnOff, turnOff",
    "thermostat, SetMode, setMode",
    "scene, ActivateScene, activate",
    "script, RunScript, activate",
    "alarm_clock, Snooze, snooze",
    "alarm_clock, TurnOff, cancelAlarm",
    "alarm_panel, Disarm, disarm",
    "timer, SetTimer, start",
    "todo_list, AddToList, add",
    "sprinkler, Start, turnOn",
    "helper, SetMode, activate",
  })
  void everyTypeServesTheVerbsPeopleUseForIt(String type, String intent, String action) {
    // Given
    Device device = device(type);

    // When
    String served = device.actionFor(intent).map(Action::name).orElse("none");

    // Then
    assertThat(served).isEqualTo(action);
  }

  @ParameterizedTest
  @CsvSource({
    "light, Open",
    "lock, TurnOff",
    "cover, TurnOff",
    "refrigerator, TurnOff",
    "sensor, TurnOn",
    "mower, CleanArea",
  })
  void noTypeServesWhatItCannotOrMustNotDo(String type, String intent) {
    assertThat(device(type).actionFor(intent)).isEmpty();
  }

  @Test
  void dangerousActionsAlwaysAskAndTheirSafeOppositesDoNot() {
    // Given
    Device garageDoor =
        Device.of(new DeviceId("d"), "d", type("cover")).kind("garage_door").build();

    // Then
    assertThat(garageDoor.mustConfirm("open")).isTrue();
    assertThat(garageDoor.riskOf("open")).isEqualTo(RiskClass.HIGH);
    assertThat(garageDoor.mustConfirm("close")).isFalse();
    assertThat(garageDoor.riskOf("close")).isEqualTo(RiskClass.MEDIUM);
    assertThat(device("lock").mustConfirm("unlock")).isTrue();
    assertThat(device("oven").mustConfirm("setTemperature")).isTrue();
    assertThat(device("oven").mustConfirm("stop")).isFalse();
    assertThat(device("siren").mustConfirm("turnOn")).isTrue();
    assertThat(device("alarm_panel").mustConfirm("disarm")).isTrue();
    assertThat(device("light").riskOf("turnOn")).isEqualTo(RiskClass.LOW);
  }

  @Test
  void propertiesCarryUnitAndRange() {
    // When
    Property brightness = device("light").property("brightness").orElseThrow();
    Property target = device("thermostat").property("targetTemperature").orElseThrow();

    // Then
    assertThat(brightness.unit()).isEqualTo(Unit.PERCENT);
    assertThat(brightness.problemWith(Value.of(101))).isPresent();
    assertThat(target.unit()).isEqualTo(Unit.CELSIUS);
    assertThat(target.problemWith(Value.of(80))).isPresent();
    assertThat(
            device("water_heater")
                .property("targetTemperature")
                .orElseThrow()
                .problemWith(Value.of(80)))
        .isEmpty();
    assertThat(device("fan").property("fanSpeed").orElseThrow().options())
        .containsExactly("low", "medium", "high");
  }

  @Test
  void aSensorHasOnlyWhatItsKindMeasures() {
    // Given
    Device motion = Device.of(new DeviceId("m"), "m", type("binary_sensor")).kind("motion").build();

    // Then
    assertThat(motion.properties()).extracting(Property::name).containsExactly("motion");
    assertThat(motion.hasCapability("OccupancySensing")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capabilities: {A: {color: red}} | key capabilities.A.color: unknown key 'color'; allowed are properties, actions",
        "capabilities: {A: {properties: {x: {type: colour}}}} | key capabilities.A.properties.x.type: 'colour' must be one of boolean, number",
        "types: {t: {risk: low, names: {}, capabilities: [B]}} | key types.t.capabilities[0]: no capability 'B'",
        "types: {t: {names: {}}} | key types.t: 'risk' is missing",
        "types: {t: {names: {}, risk: low, settle: 0}} | key types.t.settle: 0 is out of range",
        "capabilities: {A: {actions: {go: {intents: [Fly]}}}} | key capabilities.A.actions.go.intents[0]: no intent 'Fly'",
        "capabilities: {A: {actions: {go: {intents: [Start], sets: {on: true}}}}} | no property 'on'",
      })
  void aBadCatalogueIsRefusedNamingKeyAndLine(String yaml, String complaint) {
    assertThatThrownBy(() -> Catalogues.read("\n" + yaml, "mine.yaml"))
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith("mine.yaml:2: ")
        .hasMessageContaining(complaint);
  }

  private Device device(String type) {
    return Device.of(new DeviceId("d"), "d", type(type)).build();
  }

  private DeviceType type(String id) {
    return catalogue.type(id).orElseThrow();
  }
}
