package io.hearth.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.registry.DescribedHome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MqttDevicesTest {

  private static final String ACCEPTED = "{\"outcome\":\"accepted\"}";

  private static TestBroker broker;
  private static SimulatedHome home;
  private static ScriptedHearth hearth;

  @BeforeAll
  static void start() throws Exception {
    Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    broker = TestBroker.start();
    hearth = ScriptedHearth.connect(broker.uri());
    DescribedHome described = TestHomes.deviceOfEachTest();
    home =
        SimulatedHome.start(
            described.home(),
            described.states(),
            SimulationConfig.at(broker.uri()).speed(10).build());
    home.ready().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @AfterAll
  static void end() throws Exception {
    home.close();
    hearth.close();
    broker.close();
  }

  @Test
  void everyDeviceButPeopleIntroducesItself() {
    // Then
    await().until(() -> hearth.availability("lamp.introduced").equals("online"));
    assertThat(hearth.description("lamp.introduced"))
        .containsEntry("name", "Lamp")
        .containsEntry("aliases", List.of("light"))
        .containsEntry("area", "hall")
        .containsEntry("type", "light")
        .containsEntry("capabilities", List.of("OnOff", "LevelControl", "ColorControl"))
        .doesNotContainKey("kind");
    assertThat(hearth.said("lamp.introduced", "brightness")).isEqualTo(50);
    assertThat(hearth.said("lamp.introduced", "at").toString()).endsWith("Z");
    assertThat(home.devices()).hasSize(19).doesNotContain(new DeviceId("person.ann"));
  }

  @Test
  void whatItSaidIsKeptForWhoComesLater() throws Exception {
    // When
    try (ScriptedHearth late = ScriptedHearth.connect(broker.uri())) {

      // Then
      await().until(() -> late.availability("door.kept").equals("online"));
      await().until(() -> late.said("door.kept", "position").equals(0));
      assertThat(late.heard())
          .filteredOn(m -> m.topic().contains("door.kept"))
          .isNotEmpty()
          .allMatch(ScriptedHearth.Heard::retained);
    }
  }

  @Test
  void introducesItselfTwiceForABrokerThatLostTheFirst() {
    // When
    String topic = "hearth/lamp.introduced/description";

    // Then
    await()
        .until(() ->
            hearth.heard().stream().filter(m -> m.topic().equals(topic) && !m.retained()).count()
                >= 2);
  }

  @Test
  void aCommandIsAnsweredAtOnceAndItsEffectTold() {
    // When
    String sent = hearth.command("lamp.answered", "setBrightness", Map.of("brightness", 40));

    // Then
    await().until(() -> hearth.said("lamp.answered", "brightness").equals(40));
    assertThat(hearth.replies(sent)).containsExactly(ACCEPTED);
    assertThat(hearth.said("lamp.answered", "on")).isEqualTo(true);
    List<String> order = hearth.heard().stream().map(ScriptedHearth.Heard::topic).toList();
    assertThat(order.indexOf("hearth/reply/scripted"))
        .isLessThan(order.lastIndexOf("hearth/lamp.answered/state"));
  }

  @Test
  void aDoorReportsItsWay() {
    // When
    hearth.command("door.travelling", "open", Map.of());

    // Then
    await().until(() -> hearth.said("door.travelling", "position").equals(100));
    await().until(() -> hearth.said("door.travelling", "moving").equals("stopped"));
    assertThat(hearth.allSaid("door.travelling", "moving"))
        .containsExactly("stopped", "opening", "stopped");
    assertThat(hearth.allSaid("door.travelling", "position")).hasSizeGreaterThan(3);
  }

  @Test
  void anObstructedDoorAcceptsAndReportsThatItStopped() {
    // Given
    home.control().obstruct(new DeviceId("door.obstructed"), true);

    // When
    String first = hearth.command("door.obstructed", "open", Map.of());
    await().until(() -> hearth.said("door.obstructed", "obstructed").equals(true));
    String second = hearth.command("door.obstructed", "open", Map.of());

    // Then
    await().until(() -> !hearth.replies(second).isEmpty());
    assertThat(hearth.replies(first)).containsExactly(ACCEPTED);
    assertThat(hearth.replies(second))
        .containsExactly("{\"outcome\":\"rejected\",\"reason\":\"obstructed\"}");
    assertThat(hearth.said("door.obstructed", "position")).isEqualTo(35);
    assertThat(hearth.said("door.obstructed", "moving")).isEqualTo("stopped");
  }

  @Test
  void aRepeatedCommandIsAnsweredAgainButDoneOnce() {
    // When
    String text = "{\"action\":\"toggle\"}";
    hearth.command("lamp.repeated", text, "c-1", false);
    hearth.command("lamp.repeated", text, "c-1", false);

    // Then
    await().until(() -> hearth.replies("c-1").size() == 2);
    assertThat(hearth.replies("c-1")).containsOnly(ACCEPTED);
    assertThat(home.control().state(new DeviceId("lamp.repeated")))
        .containsEntry("on", Value.of(true));
  }

  @Test
  void badCommandsAreRejectedWithAReasonAndHarmNothing() {
    // When
    hearth.command("lamp.misled", "{\"action\":\"fly\"}", "unknown", false);
    hearth.command(
        "lamp.misled",
        "{\"action\":\"setBrightness\",\"arguments\":{\"brightness\":900}}",
        "range",
        false);
    hearth.command("lamp.misled", "no json {", "text", false);
    hearth.command("lamp.misled", "[1]", "list", false);
    hearth.command("lamp.misled", "{\"action\":3}", "number", false);
    hearth.command("lamp.misled", "", "empty", false);
    hearth.command("lamp.misled", "{\"action\":\"turnOn\"}", "good", false);

    // Then
    await().until(() -> !hearth.replies("good").isEmpty());
    assertThat(hearth.replies("unknown")).singleElement().asString().contains("unknown action fly");
    assertThat(hearth.replies("range")).singleElement().asString().contains("0 to 100%");
    assertThat(List.of("text", "list", "number", "empty"))
        .allSatisfy(c ->
            assertThat(hearth.replies(c))
                .singleElement()
                .asString()
                .contains("rejected", "malformed command"));
    assertThat(hearth.replies("good")).containsExactly(ACCEPTED);
  }

  @Test
  void aRetainedCommandIsIgnored() {
    // Given
    home.control().offline(new DeviceId("lamp.retained"));
    await().until(() -> hearth.availability("lamp.retained").equals("offline"));
    hearth.command("lamp.retained", "{\"action\":\"turnOn\"}", "kept", true);

    // When
    home.control().online(new DeviceId("lamp.retained"));
    await().until(() -> hearth.availability("lamp.retained").equals("online"));
    String fresh = hearth.command("lamp.retained", "setBrightness", Map.of("brightness", 0));

    // Then
    await().until(() -> !hearth.replies(fresh).isEmpty());
    assertThat(hearth.replies("kept")).isEmpty();
    assertThat(hearth.allSaid("lamp.retained", "on")).containsExactly(false);
    hearth.publishRetained("hearth/lamp.retained/command", "");
  }

  @Test
  void aDeviceTakenOffTheNetworkIsReportedByItsWillAndComesBackWithItsState() {
    // When
    home.control().offline(new DeviceId("lamp.lost"));
    await().until(() -> hearth.availability("lamp.lost").equals("offline"));
    String lost = hearth.command("lamp.lost", "turnOn", Map.of());
    home.control().press(new DeviceId("lamp.lost"), "on", Value.of(true));
    home.control().online(new DeviceId("lamp.lost"));

    // Then
    await().until(() -> hearth.availability("lamp.lost").equals("online"));
    assertThat(hearth.said("lamp.lost", "on")).isEqualTo(true);
    assertThat(hearth.replies(lost)).isEmpty();
    assertThat(hearth.availability("door.kept")).isEqualTo("online");
  }

  @Test
  void aDeviceThatHangsNeitherAnswersNorTells() {
    // Given
    home.control().silence(new DeviceId("door.hanging"), true);

    // When
    String unheard = hearth.command("door.hanging", "open", Map.of());
    String other = hearth.command("lamp.other", "turnOn", Map.of());
    await().until(() -> !hearth.replies(other).isEmpty());
    home.control().silence(new DeviceId("door.hanging"), false);
    String heard = hearth.command("door.hanging", "stop", Map.of());

    // Then
    await().until(() -> !hearth.replies(heard).isEmpty());
    assertThat(hearth.replies(unheard)).isEmpty();
    assertThat(hearth.availability("door.hanging")).isEqualTo("online");
    assertThat(hearth.said("door.hanging", "position")).isEqualTo(0);
  }

  @Test
  void somebodyAtTheDeviceChangesItByHand() {
    // When
    home.control().press(new DeviceId("lamp.touched"), "on", Value.of(true));
    home.control().set(new DeviceId("motion.touched"), "motion", Value.of(true));
    home.control().ring(new DeviceId("alarm.touched"));

    // Then
    await().until(() -> hearth.said("lamp.touched", "on").equals(true));
    await().until(() -> hearth.said("motion.touched", "motion").equals(true));
    await().until(() -> hearth.said("alarm.touched", "ringing").equals(true));
  }

  @Test
  void aPersonWithAClientDoesTheSameOverTheWire() {
    // When
    hearth.publish("hearth-sim/motion.remote/control", "{\"set\":{\"motion\":true}}");
    hearth.publish("hearth-sim/lamp.remote/control", "{\"press\":{\"on\":true}}");
    hearth.publish("hearth-sim/lamp.remote/control", "not json");
    hearth.publish("hearth-sim/lamp.remote/control", "{\"explode\":true}");
    hearth.publish("hearth-sim/nobody/control", "{\"offline\":true}");
    hearth.publish("hearth-sim/door.remote/control", "{\"obstructed\":true}");
    hearth.command("door.remote", "open", Map.of());

    // Then
    await().until(() -> hearth.said("motion.remote", "motion").equals(true));
    await().until(() -> hearth.said("lamp.remote", "on").equals(true));
    await().until(() -> hearth.said("door.remote", "obstructed").equals(true));
  }

  @Test
  void aPlugIsPulledForAWhile() {
    // When
    hearth.publish("hearth-sim/lamp.pulled/control", "{\"offline\":true,\"for\":0.5}");

    // Then
    await().until(() -> hearth.availability("lamp.pulled").equals("offline"));
    await().until(() -> hearth.availability("lamp.pulled").equals("online"));
  }

  @Test
  void aWillThatComesLateIsCorrected() {
    // When
    hearth.publishRetained("hearth/lamp.late/availability", "offline");

    // Then
    await().until(() -> hearth.availability("lamp.late").equals("online"));
  }

  @Test
  void takesItsLeaveWhenItIsClosed() throws Exception {
    // Given
    DescribedHome small = TestHomes.small();
    SimulatedHome leaving =
        SimulatedHome.start(small.home(), small.states(), SimulationConfig.of(broker.uri()));
    leaving.ready().toCompletableFuture().get(30, TimeUnit.SECONDS);
    await().until(() -> hearth.availability("lamp.hall").equals("online"));

    // When
    leaving.close();

    // Then
    assertThat(leaving.devices()).hasSize(4);
    for (DeviceId device : leaving.devices()) {
      await().until(() -> hearth.availability(device.value()).equals("offline"));
    }
  }

  @Test
  void aDeviceThatIsNotSimulatedCannotBeControlled() {
    // When // Then
    assertThatThrownBy(() -> home.control().offline(new DeviceId("oven")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("oven");
    assertThatThrownBy(() ->
            home.control().press(new DeviceId("lamp.introduced"), "brightness", Value.of(300)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 100%");
  }
}
