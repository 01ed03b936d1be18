package io.hearth.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.registry.DescribedHome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.californium.core.WebLink;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoapDevicesTest {

  private static final String OVEN = "oven.kitchen";

  private ScriptedDirectory directory;
  private SimulatedHome home;

  @BeforeEach
  void start() throws Exception {
    Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    directory = ScriptedDirectory.start(0);
    home = startHome(Duration.ofSeconds(1));
    await().until(() -> directory.knows(OVEN));
  }

  private SimulatedHome startHome(Duration registrationLifetime) throws Exception {
    DescribedHome coap = TestHomes.coap();
    return SimulatedHome.start(
        coap.home(),
        coap.states(),
        SimulationConfig.at(URI.create("mqtt://127.0.0.1:" + TestBroker.freePort()))
            .resourceDirectory(directory.uri())
            .registrationLifetime(registrationLifetime)
            .speed(10)
            .build());
  }

  @AfterEach
  void end() {
    home.close();
    directory.close();
  }

  @Test
  void registersWithItsLinksAndItsAddress() {
    // Then
    assertThat(directory.registration(OVEN))
        .contains("</devices/oven.kitchen>")
        .contains("</devices/oven.kitchen/state>")
        .contains("</devices/oven.kitchen/command>");
    assertThat(directory.base(OVEN)).startsWith("coap://127.0.0.1:");
  }

  @Test
  void tellsWhereThingsAreToWhoeverAsks() throws Exception {
    // When
    List<WebLink> links = directory.discover(OVEN);

    // Then
    assertThat(links)
        .filteredOn(link -> link.getURI().startsWith("/devices"))
        .extracting(WebLink::getURI, link -> link.getAttributes().getResourceTypes())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("/devices/oven.kitchen", List.of("hearth.device")),
            org.assertj.core.groups.Tuple.tuple(
                "/devices/oven.kitchen/state", List.of("hearth.state")),
            org.assertj.core.groups.Tuple.tuple(
                "/devices/oven.kitchen/command", List.of("hearth.command")));
    assertThat(links)
        .filteredOn(link -> link.getURI().endsWith("/state"))
        .singleElement()
        .satisfies(link -> {
          assertThat(link.getAttributes().hasObservable()).isTrue();
          assertThat(link.getAttributes().getContentTypes()).containsExactly("50");
        });
  }

  @Test
  void describesItself() throws Exception {
    // When
    Map<String, Object> description = directory.get(OVEN, "");

    // Then
    assertThat(description)
        .containsEntry("name", "Oven")
        .containsEntry("type", "oven")
        .containsEntry("traits", List.of("heat"))
        .containsKey("options");
  }

  @Test
  void whoObservesItHearsOfEveryDegree() throws Exception {
    // Given
    directory.observe(OVEN);
    await().until(() -> directory.observed(OVEN, "temperature").equals(22));

    // When
    ResponseCode code = directory.command(OVEN, "{\"action\":\"start\",\"correlation\":\"1\"}");

    // Then
    assertThat(code).isEqualTo(ResponseCode.CHANGED);
    assertThat(directory.lastAnswer()).isEqualTo("{\"outcome\":\"accepted\"}");
    await().until(() -> (int) directory.observed(OVEN, "temperature") > 30);
    assertThat(directory.observed(OVEN, "on")).isEqualTo(true);
    assertThat(directory.maxAge(OVEN)).isEqualTo(30L);
  }

  @Test
  void aRepeatedCommandIsDoneOnce() throws Exception {
    // When
    String command =
        "{\"action\":\"adjustTemperature\",\"arguments\":{\"delta\":10},\"correlation\":\"twice\"}";
    ResponseCode first = directory.command(OVEN, command);
    ResponseCode again = directory.command(OVEN, command);

    // Then
    assertThat(List.of(first, again)).containsOnly(ResponseCode.CHANGED);
    assertThat(home.control().state(new DeviceId(OVEN)))
        .containsEntry("targetTemperature", Value.of(190));
  }

  @Test
  void refusesWhatIsWrongAndWhatIsImpossibleNow() throws Exception {
    // Given
    directory.command("kettle", "{\"action\":\"start\"}");

    // When
    ResponseCode unknown = directory.command(OVEN, "{\"action\":\"fly\"}");
    ResponseCode malformed = directory.command(OVEN, "{{");
    ResponseCode running = directory.command("kettle", "{\"action\":\"start\"}");

    // Then
    assertThat(unknown).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(malformed).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(running).isEqualTo(ResponseCode.CONFLICT);
    assertThat(directory.lastAnswer())
        .isEqualTo("{\"outcome\":\"rejected\",\"reason\":\"already running\"}");
  }

  @Test
  void aDeviceTakenOffTheNetworkIsGoneAloneAndComesBackAtItsAddress() throws Exception {
    // Given
    String before = directory.base(OVEN);

    // When
    home.control().offline(new DeviceId(OVEN));

    // Then
    assertThat(directory.isReachable(OVEN)).isFalse();
    assertThat(directory.isReachable("kettle")).isTrue();

    // When
    directory.forget();
    home.control().online(new DeviceId(OVEN));

    // Then
    await().until(() -> directory.knows(OVEN));
    assertThat(directory.base(OVEN)).isEqualTo(before);
    assertThat(directory.isReachable(OVEN)).isTrue();
  }

  @Test
  void aDeviceThatHangsAnswersNothing() throws Exception {
    // When
    home.control().silence(new DeviceId(OVEN), true);

    // Then
    assertThat(directory.isReachable(OVEN)).isFalse();
    home.control().silence(new DeviceId(OVEN), false);
    assertThat(directory.isReachable(OVEN)).isTrue();
  }

  @Test
  void registersAgainBeforeItsRegistrationEnds() {
    // When
    directory.forget();

    // Then
    await().until(() -> directory.knows(OVEN));
  }

  @Test
  void registersAtOnceWithADirectoryThatWasStartedAnew() throws Exception {
    // Given
    home.close();
    directory.forget();
    try (SimulatedHome patient = startHome(Duration.ofHours(1))) {
      await().until(() -> directory.knows(OVEN));
      directory.observe(OVEN);
      await().until(() -> directory.observed(OVEN, "on").equals(false));
      int port = directory.uri().getPort();
      directory.close();

      // When
      directory = ScriptedDirectory.start(port);
      patient.control().press(new DeviceId(OVEN), "targetTemperature", Value.of(150));

      // Then
      await().atMost(Duration.ofSeconds(15)).until(() -> directory.knows(OVEN));
      assertThat(directory.knows("kettle")).isFalse(); // nobody observed it
    }
  }

  @Test
  void keepsTryingUntilItIsAccepted() throws Exception {
    // Given
    directory.refuse(true);
    directory.forget();
    await().until(() -> directory.refusals() > 1);

    // When
    directory.refuse(false);

    // Then
    await().until(() -> directory.knows(OVEN));
  }
}
