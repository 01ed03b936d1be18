package io.hearth.app.bench.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageBenchTest {

  @TempDir private Path data;

  @Test
  void aSetThatIsAbsentIsToldSo() throws Exception {
    // Given an empty folder

    // When
    List<Row> rows = measure(Set.of("slurp"), Optional.empty());

    // Then
    assertThat(rows).singleElement().extracting(Row::verdict).isEqualTo("not present");
    assertThat(rows.getFirst().result()).contains(Slurp.GOLD);
  }

  @Test
  void rightIntentsAreCountedAndMissesWrittenWithTheirConfusion() throws Exception {
    // Given
    write(
        Slurp.GOLD,
        "slurp_id\tscenario\taction\tsentence\tentities_json",
        "1\tiot\thue_lightoff\tturn off the light in the office\t"
            + quoted("[{\"type\": \"house_place\", \"filler\": \"office\"}]"),
        "2\tiot\thue_lightoff\tturn on the light in the office\t[]",
        "3\tnews\tquery\twhat happened in parliament\t[]");
    Path failures = data.resolve("failures.ndjson");

    // When
    List<Row> rows = measure(Set.of("slurp", "frame"), Optional.of(failures));

    // Then
    assertThat(rows).extracting(Row::result).containsOnly("50.0 % (1 of 2)");
    assertThat(rows.getFirst().details()).containsExactly("   1  iot_hue_lightoff → TurnOn (act)");
    assertThat(Files.readString(failures)).hasLineCount(2).contains("\"row\":\"frame\"");
  }

  @Test
  void onlyWhatWouldBeDoneOrAnsweredIsAFalseAccept() throws Exception {
    // Given
    write(
        Clinc.FILE,
        "{\"val\": [[\"turn off the lights\", \"freeze_account\"],",
        " [\"freeze my account please\", \"freeze_account\"],",
        " [\"turn on the lights\", \"smart_home\"]]}");

    // When
    List<Row> rows = measure(Set.of("false-accepts"), Optional.empty());

    // Then
    assertThat(rows.getFirst().result()).isEqualTo("all: 50.00 % (1 of 2)");
  }

  @Test
  void testsOfHomeAssistantAreSaidToOneHomeWithAllThatTheyTakeForGranted() throws Exception {
    // Given
    write(
        HaTests.FOLDER + "/_fixtures.yaml",
        "areas: [{name: Study, id: study_id}, {name: Living Room, id: living_room_id}]",
        "entities: [{name: Desk Light, id: light.desk, area: study_id}]");
    write(
        HaTests.FOLDER + "/HassTurnOff/some.yaml",
        "entities: [{name: Old Fan, domain: fan}]",
        "tests:",
        "  - {sentences: [turn off the old fan in the study], slots: {name: Old Fan, area: Study}}",
        "  - {sentences: [turn off the desk light], slots: {name: Old Fan}}",
        "  - {sentences: [turn on the desk light], slots: {name: Desk Light}}");

    // When
    Row row = measure(Set.of("home-assistant"), Optional.empty()).getFirst();

    // Then
    assertThat(row.result()).isEqualTo("33.3 % (1 of 3)");
    assertThat(row.details()).contains("intent alone: 66.7 % (2 of 3)");
  }

  @Test
  void aSmallHomeMustBeAsExpectedAfterwardsAndNothingElseTouched() throws Exception {
    // Given
    write(
        AssistMini.FOLDER + "/one/_fixtures.yaml",
        "areas: [{name: Porch, id: porch}]",
        "entities:",
        "  - {name: Porch Light, id: light.porch, area: porch}",
        "  - {name: Back Lock, id: lock.back, area: porch}");
    write(
        AssistMini.FOLDER + "/one/tests.yaml",
        "tests:",
        "  - sentences: [switch the porch light off, switch the porch light on]",
        "    setup: {light.porch: {state: 'on'}}",
        "    expect_changes: {light.porch: {state: 'off'}}",
        "  - sentences: [unlock the back lock]",
        "    setup: {lock.back: {state: locked}}",
        "    expect_changes: {lock.back: {state: unlocked}}");

    // When
    Row row = measure(Set.of("assist-mini"), Optional.empty()).getFirst();

    // Then
    assertThat(row.result()).isEqualTo("66.7 % (2 of 3)");
  }

  @Test
  void howTrueProbabilitiesAreIsDrawn() throws Exception {
    // Given
    write(Clinc.FILE, "{\"val\": [[\"freeze my account please\", \"freeze_account\"]]}");

    // When
    measure(Set.of("ece"), Optional.empty());

    // Then
    assertThat(Files.readString(data.resolve("plot.svg"))).startsWith("<svg").contains("<circle");
  }

  private List<Row> measure(Set<String> only, Optional<Path> failures) throws IOException {
    List<Row> rows = new ArrayList<>();
    new LanguageBench(
            new LanguageOptions(data, only, failures, Optional.of(data.resolve("plot.svg"))),
            rows::add,
            message -> {})
        .run();
    return rows;
  }

  private void write(String file, String... lines) throws IOException {
    Path path = data.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, String.join("\n", lines) + "\n");
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}
