package io.hearth.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {

  @TempDir Path folder;

  private final ConfigLoader loader = new ConfigLoader();

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("hearth.yaml"), text);
  }

  @Test
  void withoutAnythingTheDefaultsHold() {
    AppConfig config = loader.load(Optional.empty(), Map.of(), Map.of()).config();

    assertThat(config.data()).isEqualTo("./data");
    assertThat(config.home()).isNull();
    assertThat(config.simulators()).isTrue();
    assertThat(config.http()).isEqualTo(new AppConfig.Http("127.0.0.1", 8080, null));
    assertThat(config.mqtt().external()).isEmpty();
    assertThat(config.coap().peers()).isEmpty();
  }

  @Test
  void theFileOverridesDefaultsAndTheEnvironmentOverridesTheFile() throws IOException {
    // Given
    Path file =
        file(
            "http: {port: 8099}\nmqtt: {port: 2000}\ncoap: {peers: ['coap://127.0.0.1:9']}\n"
                + "things: {urls: ['coap://127.0.0.1:9/td']}\n");
    Map<String, String> environment =
        Map.of("HEARTH_MQTT_PORT", "3000", "HEARTH_JOURNAL_RETENTION_DAYS", "7", "HEARTH_DATA", "");

    // When
    EffectiveConfig effective =
        loader.load(Optional.of(file), environment, Map.of("simulators", "false"));

    // Then
    AppConfig config = effective.config();
    assertThat(config.http().port()).isEqualTo(8099);
    assertThat(config.mqtt().port()).isEqualTo(3000);
    assertThat(config.coap().peers()).containsExactly("coap://127.0.0.1:9");
    assertThat(config.things().urls()).containsExactly("coap://127.0.0.1:9/td");
    assertThat(config.commands().queueSeconds()).isEqualTo(600);
    assertThat(config.journal().retentionDays()).isEqualTo(7);
    assertThat(config.simulators()).isFalse();
    assertThat(config.data()).as("an empty variable counts as not set").isEqualTo("./data");
    assertThat(effective.origins())
        .containsEntry("http.port", file.toString())
        .containsEntry("mqtt.port", "HEARTH_MQTT_PORT")
        .containsEntry("simulators", "command line")
        .containsEntry("data", "default");
  }

  @Test
  void anUnknownKeyIsNamedWithItsFile() throws IOException {
    Path file = file("mqtt: {prot: 1}\n");

    assertThatThrownBy(() -> loader.load(Optional.of(file), Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(file + ": unknown key mqtt.prot; known are ");
  }

  @Test
  void aValueOutOfRangeIsNamedWithItsOrigin() {
    assertThatThrownBy(
            () -> loader.load(Optional.empty(), Map.of("HEARTH_HTTP_PORT", "99999"), Map.of()))
        .hasMessage("HEARTH_HTTP_PORT: http.port must be 0 to 65535 but is 99999");
  }

  @Test
  void aValueOfTheWrongKindIsNamedWithItsOrigin() {
    assertThatThrownBy(
            () -> loader.load(Optional.empty(), Map.of("HEARTH_HTTP_PORT", "soon"), Map.of()))
        .hasMessage("HEARTH_HTTP_PORT: http.port has a value of the wrong kind: soon");
  }

  @Test
  void aVariableForAListIsAListOrItsOnlyMember() {
    Map<String, String> environment =
        Map.of(
            "HEARTH_COAP_PEERS", "coap://127.0.0.1:5690#Porch%20lantern",
            "HEARTH_THINGS_TOPICS", "#",
            "HEARTH_CONVENTIONS_HOMIE_DOMAINS", "[\"homie\", garden]");

    AppConfig config = loader.load(Optional.empty(), environment, Map.of()).config();

    assertThat(config.coap().peers()).containsExactly("coap://127.0.0.1:5690#Porch%20lantern");
    assertThat(config.things().topics()).containsExactly("#");
    assertThat(config.conventions().homieDomains()).containsExactly("homie", "garden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tulip #7", "1e5", "0x1F", "a: b", "[x", "null", "'"})
  void aPasswordInAVariableIsTakenAsItIs(String password) {
    Map<String, String> environment = Map.of("HEARTH_MQTT_PASSWORD", password);

    AppConfig config = loader.load(Optional.empty(), environment, Map.of()).config();

    assertThat(config.mqtt().password()).isEqualTo(password);
  }

  @Test
  void brokenYamlIsNamedWithItsLine() throws IOException {
    Path file = file("http:\n  port: [1\n");

    assertThatThrownBy(() -> loader.load(Optional.of(file), Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(file + ":");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(
            () -> loader.load(Optional.of(Path.of("/nowhere/hearth.yaml")), Map.of(), Map.of()))
        .hasMessageContaining("/nowhere/hearth.yaml");
  }

  @Test
  void secretsAreHiddenWhenShown() {
    EffectiveConfig effective =
        loader.load(Optional.empty(), Map.of("HEARTH_MQTT_PASSWORD", "tulip"), Map.of());

    assertThat(effective.config().mqtt().password()).isEqualTo("tulip");
    assertThat(effective.shown().toString()).doesNotContain("tulip").contains("(hidden)");
  }

  @Test
  void aBridgeIsConfiguredByVariablesAsByAFileAndItsPasswordIsHidden() {
    EffectiveConfig effective =
        loader.load(
            Optional.empty(),
            Map.of(
                "HEARTH_BROKER_BRIDGE_URL", "mqtts://broker.example",
                "HEARTH_BROKER_BRIDGE_PASSWORD", "tulip",
                "HEARTH_BROKER_BRIDGE_OUT", "[\"hearth/#\"]",
                "HEARTH_BROKER_BRIDGE_OTHER_PREFIX", "house-1/"),
            Map.of());

    AppConfig.Broker.Bridge bridge = effective.config().broker().bridge();
    assertThat(bridge.out()).containsExactly("hearth/#");
    assertThat(bridge.otherPrefix()).isEqualTo("house-1/");
    assertThat(bridge.password()).isEqualTo("tulip");
    assertThat(effective.shown().toString()).doesNotContain("tulip");
  }

  @Test
  void aBridgeThatLeadsNowhereIsRefused() {
    assertThatThrownBy(() ->
            loader.load(Optional.empty(), Map.of("HEARTH_BROKER_BRIDGE_IN", "[\"a/#\"]"), Map.of()))
        .hasMessage("HEARTH_BROKER_BRIDGE_IN: broker.bridge.in is given without broker.bridge.url");
    assertThatThrownBy(() ->
            loader.load(
                Optional.empty(),
                Map.of("HEARTH_BROKER_BRIDGE_URL", "mqtt://ann:tulip@"),
                Map.of()))
        .hasMessageStartingWith("HEARTH_BROKER_BRIDGE_URL: broker.bridge.url must look like")
        .hasMessageNotContaining("tulip");
  }

  @Test
  void variablesThatLookLikeOursButAreNotAreTold() {
    EffectiveConfig effective =
        loader.load(Optional.empty(), Map.of("HEARTH_MQTT_PROT", "1", "PATH", "x"), Map.of());

    assertThat(effective.unknownVariables()).containsExactly("HEARTH_MQTT_PROT");
  }

  @Test
  void everyConfigurationInTheHandbookAndBesideTheContainersParses() throws IOException {
    Path root = Path.of("..");
    try (Stream<Path> files =
        Stream.of(root.resolve("docs/examples/hearth.yaml"), root.resolve("docker/hearth.yaml"))
            .filter(Files::exists)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(file -> loader.load(Optional.of(file), Map.of(), Map.of()));
    }
  }

  @Test
  void theHandbookNamesEveryKeyAndItsVariable() throws IOException {
    String handbook = Files.readString(Path.of("../docs/configuration.md"));

    assertThat(loader.load(Optional.empty(), Map.of(), Map.of()).shown())
        .allSatisfy(shown ->
            assertThat(handbook).contains("`" + shown.key() + "`", "`" + shown.variable() + "`"));
  }
}
