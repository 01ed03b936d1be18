package io.hearth.adapter;

import static io.hearth.adapter.LampHome.LAMP;
import static io.hearth.adapter.LampHome.OTHER_LAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.mqtt.ScriptedMqttDevice;
import io.hearth.model.HomeEvent;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What holds over every broker; each broker's own test runs all of it. */
@Execution(ExecutionMode.CONCURRENT)
abstract class MqttScenarios extends MqttFixture {

  @Test
  void whatADeviceSaysReachesTheHouse() {
    // Given
    lamp.connect();
    // When
    lamp.publish("description", "{\"name\":\"Lamp\",\"type\":\"light\",\"area\":\"hall\"}", true);
    await().until(() -> !reports.announcements().isEmpty());
    lamp.publish("state", "{\"on\":true,\"brightness\":40}", false);
    // Then
    await().until(() -> reports.value(LAMP, "brightness").isPresent());
    assertThat(reports.announcements()).extracting("name").containsExactly("Lamp");
    assertThat(reports.reports(LAMP)).extracting("source").containsOnly(Source.REPORTED);
    assertThat(reports.availability(LAMP)).isEqualTo(Availability.ONLINE);
  }

  @Test
  void whatTheBrokerHasKeptIsReadAndKnownToBeOld() {
    // Given
    adapter.close();
    lamp.connect();
    lamp.publish("state", "{\"on\":true}", true);
    // When
    adapter = adapter();
    // Then
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
    await().until(() -> reports.value(LAMP, "on").isPresent());
    assertThat(reports.reports(LAMP)).extracting("source").contains(Source.RETAINED);
  }

  @Test
  void aCommandIsAcknowledgedByTheDeviceAndToldToTheHouse() {
    // Given
    online(lamp);
    // When
    CommandOutcome outcome = send("turnOn");
    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
    assertThat(lamp.received()).hasSize(1);
    assertThat(lamp.received().getFirst().payload())
        .isEqualTo("{\"action\":\"turnOn\",\"arguments\":{}}");
    assertThat(lamp.received().getFirst().retained()).isFalse();
    assertThat(events.of(HomeEvent.CommandCompleted.class))
        .extracting(HomeEvent.CommandCompleted::outcome)
        .containsExactly(outcome);
  }

  @Test
  void aCommandIsNeverKeptByTheBroker() {
    // Given
    online(lamp);
    send("turnOn");
    // When
    ScriptedMqttDevice later = new ScriptedMqttDevice(LAMP, broker);
    online(later);
    CommandOutcome outcome = send("turnOff");
    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
    assertThat(later.received()).hasSize(1);
    assertThat(later.received().getFirst().payload()).contains("turnOff");
    later.close();
  }

  @Test
  void aRejectionCarriesTheDevicesReason() {
    // Given
    online(lamp).answers(command -> "{\"outcome\":\"rejected\",\"reason\":\"obstructed\"}");
    // When
    CommandOutcome outcome = send("turnOn");
    // Then
    assertThat(outcome)
        .isEqualTo(new CommandOutcome.Rejected(Command.of(LAMP, "turnOn"), "obstructed"));
  }

  @Test
  void aSilentDeviceIsAskedTwiceWithTheSameCorrelationWhenThatDoesNoHarm() {
    // Given
    online(lamp).answers(command -> ScriptedMqttDevice.SILENCE);
    // When
    CommandOutcome outcome = send("turnOn");
    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.TimedOut.class);
    assertThat(((CommandOutcome.TimedOut) outcome).waited())
        .isBetween(Duration.ofMillis(950), Duration.ofSeconds(3));
    assertThat(lamp.received()).hasSize(2);
    assertThat(lamp.received()).extracting("correlation").containsOnly(correlation(0));
  }

  @Test
  void aToggleIsNeverSentTwice() {
    // Given
    online(lamp).answers(command -> ScriptedMqttDevice.SILENCE);
    // When
    CommandOutcome outcome = send("toggle");
    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.TimedOut.class);
    assertThat(lamp.received()).hasSize(1);
  }

  @Test
  void aReplyThatComesTwiceOrUncalledForIsCountedAndChangesNothing() {
    // Given
    online(lamp)
        .answers(command -> {
          lamp.publishTo("hearth/reply/hearth", "{\"outcome\":\"accepted\"}".getBytes(), false);
          return ScriptedMqttDevice.ACCEPTED;
        });
    // When
    CommandOutcome outcome = send("turnOn");
    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
    await().until(() -> count("malformed") == 1);
  }

  @Test
  void aDeviceThatLosesItsPowerIsUnreachableAtOnce() {
    // Given
    online(lamp);
    // When
    lamp.kill();
    // Then
    await().until(() -> reports.availability(LAMP) == Availability.OFFLINE);
    long start = System.nanoTime();
    assertThat(send("turnOn"))
        .isEqualTo(
            new CommandOutcome.Unreachable(
                Command.of(LAMP, "turnOn"), "it said offline, or its last will"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LampHome.TIMEOUT);
  }

  @Test
  void aDeviceThatReportsAfterALateWillIsReachableAgain() {
    // Given
    online(lamp);
    lamp.publish("availability", "offline", true);
    await().until(() -> reports.availability(LAMP) == Availability.OFFLINE);
    // When
    lamp.publish("state", "{\"on\":false}", true);
    // Then
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
    assertThat(send("turnOn")).isInstanceOf(CommandOutcome.Acknowledged.class);
  }

  @Test
  void poisonIsCountedAndDroppedAndTheNextMessageIsRead() {
    // Given
    online(lamp);
    // When
    lamp.publish("state", "{\"on\":", false);
    lamp.publish("state", "[1,2,3]", false);
    lamp.publish("state", "{\"on\":1e999}", false);
    lamp.publish("state", "{\"on\":true,\"at\":\"yesterday\"}", false);
    lamp.publish("description", "{\"name\":7}", false);
    lamp.publish("availability", "perhaps", false);
    lamp.publishTo("hearth/with space/state", "{}".getBytes(), false);
    lamp.publishTo("hearth/" + LAMP + "/state", new byte[] {(byte) 0xC3, 0x28}, false);
    lamp.publishTo("hearth/" + LAMP + "/state", new byte[300 * 1024], false);
    lamp.publish("state", "{\"brightness\":17}", false);
    // Then
    await().until(() -> reports.value(LAMP, "brightness").isPresent());
    assertThat(count("malformed")).isEqualTo(9);
    assertThat(reports.reports()).hasSize(1);
    assertThat(adapter.health().isConnected()).isTrue();
    assertThat(adapter.health().links().getFirst().counts()).containsEntry("malformed", 9L);
  }

  @Test
  void aDeviceLeavesForGoodByClearingItsDescription() {
    // Given
    online(lamp);
    lamp.publish("description", "{\"name\":\"Lamp\",\"type\":\"light\"}", true);
    // When
    lamp.publish("description", "", true);
    // Then
    await().until(() -> reports.removed().contains(LAMP));
  }

  @Test
  void duplicateDeliveryIsHandedOverInOrder() {
    // Given
    online(lamp);
    // When
    for (int i = 1; i <= 3; i++) {
      lamp.publish("state", "{\"brightness\":" + i + "}", false);
      lamp.publish("state", "{\"brightness\":" + i + "}", false);
    }
    // Then
    await().until(() -> reports.reports(LAMP).size() == 6);
    assertThat(reports.reports(LAMP))
        .extracting(report -> report.properties().get("brightness"))
        .containsExactly(
            Value.of(1), Value.of(1), Value.of(2), Value.of(2), Value.of(3), Value.of(3));
  }

  @Test
  void aMessageIsAcknowledgedOnlyWhenTheHouseHasKeptIt() {
    // Given
    online(lamp);
    CompletableFuture<Void> never = new CompletableFuture<>();
    reports.behave(report -> never);
    lamp.publish("state", "{\"brightness\":5}", false);
    await().until(() -> reports.reports(LAMP).size() == 1);
    // When
    reports.behave(report -> RecordedReports.done());
    adapter.close();
    adapter = adapter();
    // Then
    await().until(() -> reports.reports(LAMP).size() == 2);
    assertThat(reports.reports(LAMP)).extracting("source").containsOnly(Source.REPORTED);
  }

  @Test
  void aHouseThatFailsForAMomentLosesNothing() {
    // Given
    online(lamp);
    reports.behave(this::failOnce);
    // When
    lamp.publish("state", "{\"brightness\":5}", false);
    // Then
    await().until(() -> count("accepted") >= 2 && reports.reports(LAMP).size() == 2);
    assertThat(count("lost")).isZero();
  }

  @Test
  void aSlowHouseSlowsTheBrokerAndLosesNothing() {
    // Given
    online(lamp);
    CompletableFuture<Void> gate = new CompletableFuture<>();
    reports.behave(report -> gate);
    int sent = 600; // more than the receive maximum
    // When
    for (int i = 0; i < sent; i++) {
      lamp.publishTo(
          "hearth/" + LAMP + "/state", ("{\"brightness\":" + i % 100 + "}").getBytes(), false);
    }
    await().until(() -> reports.reports(LAMP).size() == 256);
    gate.complete(null);
    // Then
    await().until(() -> reports.reports(LAMP).size() == sent);
  }

  @Test
  void aBrokerKilledDuringACommandEndsItTrulyAndAllIsRightAgainWithoutRestart() {
    // Given
    online(lamp).answers(command -> ScriptedMqttDevice.SILENCE);
    CompletionStage<CommandOutcome> pending = adapter.dispatch(Command.of(LAMP, "turnOn"));
    await().until(() -> lamp.received().size() == 1);
    // When
    killBroker();
    // Then
    assertThat(pending.toCompletableFuture().join()).isInstanceOf(CommandOutcome.TimedOut.class);
    assertThat(send("turnOn"))
        .isInstanceOfSatisfying(
            CommandOutcome.Unreachable.class,
            outcome -> assertThat(outcome.reason()).contains("no connection to the broker"));
    await().until(() -> reports.availability(LAMP) == Availability.OFFLINE);
    assertThat(reports.reason(LAMP)).contains("no connection to the broker");
    assertThat(adapter.health().isConnected()).isFalse();
    // When
    startBroker();
    lamp.answers(command -> ScriptedMqttDevice.ACCEPTED).reconnect();
    lamp.publish("state", "{\"on\":true}", true);
    // Then
    await().atMost(Duration.ofSeconds(10)).until(() -> adapter.health().isConnected());
    await().until(() -> reports.availability(LAMP) == Availability.ONLINE);
    await().until(() -> reports.value(LAMP, "on").isPresent());
    assertThat(send("turnOn")).isInstanceOf(CommandOutcome.Acknowledged.class);
  }

  @Test
  void aShortAbsenceOfTheBrokerIsToldToNobodyAndTheRetriedCommandArrives() {
    // Given
    adapter.close();
    adapter = adapter(Duration.ofSeconds(20));
    online(lamp);
    int before = reports.reachabilities(LAMP).size();
    // When
    killBroker();
    startBroker();
    lamp.reconnect();
    await().until(() -> adapter.health().isConnected());
    // Then
    assertThat(send("turnOn")).isInstanceOf(CommandOutcome.Acknowledged.class);
    assertThat(reports.reachabilities(LAMP).subList(before, reports.reachabilities(LAMP).size()))
        .extracting("availability")
        .doesNotContain(Availability.UNKNOWN);
    assertThat(reports.reason(LAMP)).doesNotContain("no connection");
  }

  @Test
  void commandsToOneDeviceKeepTheirOrderAndOthersDoNotWait() {
    // Given
    CompletableFuture<String> answer = new CompletableFuture<>();
    online(lamp).answers(command -> answer.join());
    ScriptedMqttDevice other = online(new ScriptedMqttDevice(OTHER_LAMP, broker));
    await().until(() -> reports.availability(OTHER_LAMP) == Availability.ONLINE);
    // When
    var first = adapter.dispatch(Command.of(LAMP, "turnOn")).toCompletableFuture();
    var second = adapter.dispatch(Command.of(LAMP, "turnOff")).toCompletableFuture();
    var beside = adapter.dispatch(Command.of(OTHER_LAMP, "turnOn")).toCompletableFuture();
    // Then
    beside.join();
    assertThat(second).isNotDone();
    answer.complete(ScriptedMqttDevice.ACCEPTED);
    CompletableFuture.allOf(first, second).join();
    assertThat(lamp.received().getFirst().payload()).contains("turnOn");
    assertThat(lamp.received().getLast().payload()).contains("turnOff");
    other.close();
  }

  @Test
  void aSceneOfMoreDevicesThanTheBrokerTakesAtOnceIsSentToAll() {
    // When
    List<CompletableFuture<CommandOutcome>> outcomes =
        IntStream.range(0, 200)
            .mapToObj(i -> Command.of(new DeviceId("light.scene" + i), "turnOn"))
            .map(command -> adapter.dispatch(command).toCompletableFuture())
            .toList();
    // Then: nobody is there, but each command was sent
    assertThat(outcomes)
        .extracting(CompletableFuture::join)
        .allSatisfy(
            outcome -> assertThat(outcome.toString()).doesNotContain("publishes in progress"));
  }

  @Test
  void aDeviceThatWasNeverHeardMayBeTried() {
    // When
    CommandOutcome outcome =
        adapter
            .dispatch(Command.of(new DeviceId("light.nowhere"), "turnOn"))
            .toCompletableFuture()
            .join();
    // Then
    assertThat(outcome)
        .isInstanceOfAny(CommandOutcome.TimedOut.class, CommandOutcome.Unreachable.class);
  }

  private CompletionStage<Void> failOnce(StateReport report) {
    reports.behave(again -> RecordedReports.done());
    return CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));
  }
}
