package io.hearth.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.FloorId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Property;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeFilesTest {

  private static final String HOME =
      """
      home: {id: demo, name: Demo home, timezone: Europe/Stockholm, latitude: 59.33, longitude: 18.06}
      floors:  [{id: ground, name: Ground floor, aliases: [downstairs], level: 0}]
      areas:   [{id: kitchen, name: Kitchen, aliases: [], floor: ground}]
      people:  [{id: ann, name: Ann, aliases: [mum], preferences: {music.genre: jazz}}]
      devices:
        - id: oven.kitchen            # any unique id
          name: Oven
          aliases: [stove]
          area: kitchen
          type: oven
          capabilities: [OnOff]
          without: [setMode]
          traits: [heat]
          options: {cookMode: [bake, grill], targetTemperature: {min: 50, max: 250}}
          state: {on: true, temperature: 180, cookMode: bake, mood: off}
        - {id: sensor.door, type: binary_sensor, kind: door, area: kitchen, available: false}
        - {id: sensor.noise, type: sensor, kind: loudness, state: {loudness: 42}}
        - {id: tv, name: TV, type: media_player, state: {on: false, playback: idle}}
      """;

  private final HomeFiles files = new HomeFiles(Catalogues.builtIn());

  @Test
  void readsTheHomeOfTheContract() {
    // When
    DescribedHome described = files.read(HOME, "home.yaml");

    // Then
    Device oven = device(described, "oven.kitchen");
    assertThat(described.home().timezone()).isEqualTo(ZoneId.of("Europe/Stockholm"));
    assertThat(described.home().floorOf(oven)).contains(new FloorId("ground"));
    assertThat(oven.actionFor("TurnOn").orElseThrow().name()).isEqualTo("turnOn");
    assertThat(oven.mustConfirm("turnOn")).isTrue();
    assertThat(described.home().devices())
        .extracting(device -> device.id().value())
        .containsExactly("oven.kitchen", "sensor.door", "sensor.noise", "tv", "person.ann");
  }

  @Test
  void keepsDescribedStateAndItsMeaning() {
    // When
    DescribedHome described = files.read(HOME, "home.yaml");

    // Then
    Device oven = device(described, "oven.kitchen");
    DeviceState state = described.states().get(oven.id());
    assertThat(state.value("temperature")).contains(Value.of(180));
    assertThat(state.property("temperature").orElseThrow().source()).isEqualTo(Source.DESCRIBED);
    assertThat(state.value("mood")).contains(Value.of("off"));
    assertThat(oven.property("temperature").orElseThrow().unit()).isEqualTo(Unit.CELSIUS);
    assertThat(oven.property("cookMode").orElseThrow().options()).containsExactly("bake", "grill");
    assertThat(oven.property("mood").orElseThrow().kind()).isEqualTo(Property.Kind.TEXT);
  }

  @Test
  void restrictedCapabilitiesGainNoActionsFromDescribedState() {
    // When
    Device oven = device(files.read(HOME, "home.yaml"), "oven.kitchen");

    // Then
    assertThat(oven.actions())
        .extracting(action -> action.name())
        .containsExactly("turnOn", "turnOff", "toggle");
  }

  @Test
  void aDescribedOnShowsThatADeviceCanBeSwitched() {
    // When
    DescribedHome described = files.read(HOME, "home.yaml");

    // Then
    assertThat(device(described, "tv").actionFor("TurnOff").orElseThrow().name())
        .isEqualTo("turnOff");
  }

  @Test
  void unavailableMeansOfflineAndSilenceMeansUnknown() {
    // When
    DescribedHome described = files.read(HOME, "home.yaml");

    // Then
    assertThat(described.states().get(new DeviceId("sensor.door")).availability())
        .isEqualTo(Availability.OFFLINE);
    assertThat(described.states().get(new DeviceId("tv")).availability())
        .isEqualTo(Availability.UNKNOWN);
  }

  @Test
  void aSensorMayMeasureWhatTheCatalogueDoesNotKnow() {
    // When
    DescribedHome described = files.read(HOME, "home.yaml");

    // Then
    assertThat(device(described, "sensor.noise").property("loudness").orElseThrow().kind())
        .isEqualTo(Property.Kind.NUMBER);
    assertThat(device(described, "sensor.door").property("open")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour: red | 2: key colour: unknown key 'colour'; allowed are home, floors, areas, people, devices",
        "devices: [{id: a, type: light, colour: red}] | 2: key devices[0].colour: unknown key 'colour'; allowed are id, name",
        "devices: [{id: a, type: light, name: 7}] | 2: key devices[0].name: must be text",
        "devices: [{id: a, type: light, available: maybe}] | 2: key devices[0].available: must be true or false",
        "devices: [{id: a, type: lite}] | 2: key devices[0].type: no device type 'lite'; known are light, outlet",
        "devices: [{id: a, type: cover, kind: roof}] | 2: key devices[0].kind: type cover has no kind 'roof'; known are awning, blind",
        "devices: [{id: a, type: light, area: attic}] | 2: key devices[0].area: no area 'attic'; the file has none",
        "areas: [{id: attic, floor: top}] | 2: key areas[0].floor: no floor 'top'; the file has none",
        "devices: [{id: a, type: person, person: bob}] | 2: key devices[0].person: no person 'bob'",
        "devices: [{id: a, type: light, capabilities: [OnOff, Fly]}] | 2: key devices[0].capabilities[1]: no capability 'Fly'; known are OnOff",
        "devices: [{id: a, type: light, traits: [loud]}] | 2: key devices[0].traits[0]: unknown trait 'loud'",
        "devices: [{id: a, type: light, without: [fly]}] | 2: key devices[0].without[0]: no capability has an action 'fly'",
        "devices: [{id: a, type: light}, {id: a, type: fan}] | 2: key devices[1].id: 'a' is already the id in line 2",
        "devices: [{id: a/b, type: light}] | 2: key devices[0].id: DeviceId 'a/b' has a character that is not allowed",
        "devices: [{id: a, type: light, state: {brightness: 140}}] | 2: key devices[0].state.brightness: brightness must be 0 to 100% but is 140",
        "devices: [{id: a, type: light, state: {on: on}}] | 2: key devices[0].state.on: on must be true or false",
        "devices: [{id: a, type: light, capabilities: [OnOff], state: {brightness: 140}}] | brightness must be 0 to 100%",
        "devices: [{id: a, type: oven, options: {targetTemperature: {min: 9, max: 1}}}] | 2: key devices[0].options",
        "devices: [{type: light}] | 2: key devices[0]: 'id' is missing",
        "devices: [{id: a, id: b, type: light}] | 2: key devices[0].id: is already there in line 2",
        "devices: {a: b} | 2: key devices: must be a list",
        "devices: [ | is not YAML or JSON",
      })
  void aBadHomeFileIsRefusedNamingLineKeyAndWhatIsAllowed(String yaml, String complaint) {
    assertThatThrownBy(() -> files.read("home: {id: h}\n" + yaml, "bad.yaml"))
        .isInstanceOf(HomeFileException.class)
        .hasMessageStartingWith("bad.yaml:")
        .hasMessageContaining(complaint)
        .hasMessageNotContaining("\n");
  }

  @Test
  void readsJsonIndentedWithTabs() {
    // When
    DescribedHome described =
        files.read(
            "{\n\t\"home\": {\"id\": \"h\"},\n\t\"areas\": null,\n\t\"devices\":"
                + " [{\"id\": \"a\", \"type\": \"light\", \"state\": {\"on\": true}}]\n}",
            "home.json");

    // Then
    assertThat(described.states().get(new DeviceId("a")).value("on")).contains(Value.of(true));
  }

  @Test
  void aHomeNeedsOnlyAnId() {
    // When
    Home home = files.read("home: {id: my_home}", "home.yaml").home();

    // Then
    assertThat(home.name()).isEqualTo("my home");
    assertThat(home.timezone()).isEqualTo(ZoneOffset.UTC);
    assertThat(home.devices()).isEmpty();
  }

  @Test
  void aMappingInsideItselfIsRefused() {
    assertThatThrownBy(() -> files.read("home: &a\n  id: h\n  again: *a", "loop.yaml"))
        .isInstanceOf(HomeFileException.class)
        .hasMessageContaining("nested deeper than 64 levels");
  }

  @Test
  void aFolderIsReadInTheOrderOfItsFileNames(@TempDir Path folder) throws IOException {
    // Given
    Files.writeString(folder.resolve("b.json"), "{\"home\": {\"id\": \"second\"}}");
    Files.writeString(folder.resolve("a.yaml"), "home: {id: first}");
    Files.writeString(folder.resolve("notes.txt"), "not a home");

    // When
    List<DescribedHome> homes = files.readFolder(folder);

    // Then
    assertThat(homes)
        .extracting(described -> described.home().id().value())
        .containsExactly("first", "second");
  }

  @Test
  void twoFilesOfAFolderMustNotDescribeTheSameHome(@TempDir Path folder) throws IOException {
    // Given
    Files.writeString(folder.resolve("a.yaml"), "home: {id: h}");
    Files.writeString(folder.resolve("b.yaml"), "home: {id: h}");

    // Then
    assertThatThrownBy(() -> files.readFolder(folder))
        .isInstanceOf(HomeFileException.class)
        .hasMessageContaining("home 'h' is already in " + folder.resolve("a.yaml"));
  }

  @Test
  void aFileThatIsNotThereIsOneClearLine(@TempDir Path folder) {
    assertThatThrownBy(() -> files.read(folder.resolve("none.yaml")))
        .isInstanceOf(HomeFileException.class)
        .hasMessageEndingWith("none.yaml: there is no such file");
  }

  private static Device device(DescribedHome described, String id) {
    return described.home().device(new DeviceId(id)).orElseThrow();
  }
}
