package io.hearth.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hearth.model.device.Catalogue;
import io.hearth.model.device.DeviceId;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.state.Announcement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceTypeFolderTest {

  private static final Path DOCS = Path.of("..", "docs");

  @TempDir private Path folder;
  private DeviceTypeFolder types;
  private long stamp = 1_000_000_000_000L;

  @BeforeEach
  void look() {
    types = new DeviceTypeFolder(folder, new DeviceTypeFiles(Catalogues.builtIn()));
  }

  private static String described(String id, String name) {
    return """
    id: %s
    names: {en: [%s]}
    risk: low
    capabilities: [OnOff]
    devices: {found: "x/{id}/state", id: "%s.{id}", name: X}
    state:
      - topic: x/{id}/state
        properties: {on: $.on}
    commands:
      turnOn: {topic: "x/{id}/set", payload: "1"}
    """
        .formatted(id, name, id);
  }

  private Path write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(stamp += 1000));
    return file;
  }

  @Test
  void newChangedAndRemovedFilesTakeEffect() throws IOException {
    // Given
    Path file = write("gadget.yaml", described("gadget", "gadget"));
    assertThat(types.refresh()).isTrue();

    // When
    write("gadget.yaml", described("gadget", "gizmo"));

    // Then
    assertThat(types.refresh()).isTrue();
    assertThat(types.types().getFirst().type().names()).containsEntry("en", List.of("gizmo"));
    assertThat(types.refresh()).isFalse();
    Files.delete(file);
    assertThat(types.refresh()).isTrue();
    assertThat(types.types()).isEmpty();
  }

  @Test
  void aDeviceIsAwakeUnlessItIsSaidToBeSleepy() throws IOException {
    // When
    write("gadget.yaml", described("gadget", "gadget"));
    write("dozer.yaml", described("dozer", "dozer") + "sleepy: true\n");
    write("odd.yaml", described("odd", "odd") + "sleepy: often\n");
    types.refresh();
    // Then
    assertThat(types.types())
        .extracting(OwnType::id, OwnType::sleepy)
        .containsExactlyInAnyOrder(tuple("gadget", false), tuple("dozer", true));
    assertThat(types.problems().values()).singleElement().asString().contains("odd.yaml:11");
  }

  @Test
  void aFileThatTurnsBadIsRefusedWithLineAndHintAndLeavesTheOldOneInForce() throws IOException {
    // Given
    Path file = write("gadget.yaml", described("gadget", "gadget"));
    types.refresh();

    // When
    write("gadget.yaml", described("gadget", "gadget").replace("{on: $.on}", "{onn: $.on}"));
    types.refresh();

    // Then
    assertThat(types.types()).extracting(OwnType::id).containsExactly("gadget");
    assertThat(types.problems().get(file))
        .contains("gadget.yaml:8", "no property 'onn'", "did you mean 'on'?");
  }

  @Test
  void ofTwoFilesWithOneIdTheFirstKeepsItUntilItIsGone() throws IOException {
    // Given
    Path first = write("b.yaml", described("gadget", "first"));
    types.refresh();
    Path second = write("a.yaml", described("gadget", "second"));

    // When
    types.refresh();

    // Then
    assertThat(types.types().getFirst().type().names()).containsEntry("en", List.of("first"));
    assertThat(types.problems().get(second)).contains("is described in " + first);
    Files.delete(first);
    types.refresh();
    assertThat(types.types().getFirst().type().names()).containsEntry("en", List.of("second"));
    assertThat(types.problems()).isEmpty();
  }

  @Test
  void aTypeOfTheCatalogueCannotBeTaken() {
    DeviceTypeFiles files = new DeviceTypeFiles(Catalogues.builtIn());

    assertThatThrownBy(() -> files.read(described("lamp", "x").replace("lamp", "light"), "l.yaml"))
        .isInstanceOf(DeviceTypeFileException.class)
        .hasMessageStartingWith("l.yaml:1: key id: 'light' is a type of the catalogue");
  }

  @Test
  void aMistakeIsShownWithItsLineAndWhatWasMeant() {
    DeviceTypeFiles files = new DeviceTypeFiles(Catalogues.builtIn());
    String good = described("gadget", "gadget");

    assertThatThrownBy(() -> files.read(good.replace("commands:", "comands:"), "g.yaml"))
        .hasMessageContaining("g.yaml:9")
        .hasMessageContaining("did you mean 'commands'?");
    assertThatThrownBy(() -> files.read(good.replace("turnOn:", "turnOnn:"), "g.yaml"))
        .hasMessageContaining("did you mean 'turnOn'?");
    assertThatThrownBy(() -> files.read(good.replace("OnOff", "OnOf"), "g.yaml"))
        .hasMessageContaining("did you mean 'OnOff'?");
    assertThatThrownBy(() -> files.read(good.replace("x/{id}/set", "x/{ids}/set"), "g.yaml"))
        .hasMessageContaining("did you mean 'id'?");
    assertThatThrownBy(() -> files.read(good.replace("id: \"gadget.{id}\"", "id: one"), "g.yaml"))
        .hasMessageContaining("must have every name");
  }

  @Test
  void anUnknownKeyIsShownBeforeTheOneThatIsMissingForIt() {
    DeviceTypeFiles files = new DeviceTypeFiles(Catalogues.builtIn());

    assertThatThrownBy(
            () -> files.read(described("gadget", "x").replace("risk:", "risks:"), "g.yaml"))
        .hasMessageContaining("g.yaml:3")
        .hasMessageContaining("did you mean 'risk'?");
  }

  @Test
  void aNameThatNobodyCanSayIsNone() {
    DeviceTypeFiles files = new DeviceTypeFiles(Catalogues.builtIn());

    assertThatThrownBy(() -> files.read(described("gadget", "x").replace("[x]", "[]"), "g.yaml"))
        .hasMessageContaining("g.yaml:2");
  }

  @Test
  void wrongYamlIsShownWithWhatIsUsuallyBehindIt() {
    DeviceTypeFiles files = new DeviceTypeFiles(Catalogues.builtIn());
    String good = described("gadget", "gadget");

    assertThatThrownBy(() -> files.read(good.replace("  turnOn", "\tturnOn"), "g.yaml"))
        .hasMessageContaining("g.yaml:10")
        .hasMessageContaining("indent with spaces");
    assertThatThrownBy(() -> files.read(good.replace("\"x/{id}/set\"", "x/{id}/set"), "g.yaml"))
        .hasMessageContaining("g.yaml:10")
        .hasMessageContaining("needs quotes");
    assertThatThrownBy(() -> files.read(good.replace("    properties", "   properties"), "g.yaml"))
        .hasMessageContaining("g.yaml:8")
        .hasMessageContaining("indented like its neighbours?");
  }

  @Test
  void aTemplateWithAMistakeIsNotSentToADevice() {
    DeviceTypeFiles files = new DeviceTypeFiles(Catalogues.builtIn());
    String dim =
        described("gadget", "gadget").replace("[OnOff]", "[OnOff, LevelControl]")
            + "  setBrightness: {topic: \"x/{id}/set\", payload: '{\"b\":{{ brightness }}}'}\n";

    assertThat(files.read(dim, "g.yaml").orders()).containsKey("setBrightness");
    assertThatThrownBy(() -> files.read(dim.replace("{{ bright", "{{ brigth"), "g.yaml"))
        .hasMessageContaining("'brigthness' is not known here")
        .hasMessageContaining("did you mean 'brightness'?");
    assertThatThrownBy(() -> files.read(dim.replace("brightness }}}", "brightness }"), "g.yaml"))
        .hasMessageContaining("a '{{' has no '}}' after it");
  }

  @Test
  void wordsOfADeviceAreNotTakenForValues() {
    DeviceTypeFiles files = new DeviceTypeFiles(Catalogues.builtIn());
    String mode =
        described("gadget", "gadget").replace("[OnOff]", "[OnOff, ModeSelect]")
            + """
            own:
              Wash:
                properties: {program: {type: option, options: [wool, silk]}}
                actions: {setProgram: {intents: [SetMode], arguments: [program]}}
            """;
    String order =
        "  setProgram: {topic: \"x/{id}/set\", payload: \"{{ program }}\", values: {program: %s}}\n";
    int at = mode.indexOf("own:");

    assertThatThrownBy(() ->
            files.read(
                mode.substring(0, at) + order.formatted("{1: wool, 2: silk}") + mode.substring(at),
                "g.yaml"))
        .hasMessageContaining("program must be one of [wool, silk] but is 1")
        .hasMessageContaining("the value of the catalogue comes first");
  }

  @Test
  void thePublishedSchemaIsTheOneInUse() throws IOException {
    assertThat(Files.readString(DOCS.resolve("device-type.schema.json")))
        .isEqualTo(FileSchema.resource("device-type.schema.json"));
  }

  @Test
  void theRegistryDescribesDevicesAnewWhenTheirTypeChangesAndTakesThemBackWithIt(
      @TempDir Path data) {
    // Given
    DeviceTypeFiles files = new DeviceTypeFiles(Catalogues.builtIn());
    Catalogue first =
        Catalogues.builtIn()
            .with(List.of(files.read(described("gadget", "gadget"), "g.yaml").type()));
    DeviceId id = new DeviceId("gadget.1");
    try (RegistryFixture house = new RegistryFixture(data)) {
      house.registry.exchange(first, house.registry.home());
      house.registry.announce(
          new Announcement(
              id,
              "Gadget",
              List.of(),
              Optional.empty(),
              "gadget",
              Optional.empty(),
              List.of(),
              List.of("turnOff", "toggle"),
              List.of(),
              Map.of()));

      // When
      house.registry.exchange(Catalogues.builtIn(), house.registry.home());

      // Then
      assertThat(house.registry.home().device(id)).isEmpty();
      Catalogue changed =
          Catalogues.builtIn()
              .with(List.of(files.read(described("gadget", "gizmo"), "g.yaml").type()));
      house.registry.exchange(changed, house.registry.home());
      assertThat(house.registry.home().device(id).orElseThrow().typeNames("en"))
          .containsExactly("gizmo");
    }
  }
}
