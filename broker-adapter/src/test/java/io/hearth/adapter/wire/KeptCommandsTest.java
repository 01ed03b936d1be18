package io.hearth.adapter.wire;

import static io.hearth.adapter.LampHome.LAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.LampHome;
import io.hearth.model.FakeClock;
import io.hearth.model.device.Action;
import io.hearth.model.device.Capability;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Home;
import io.hearth.model.device.Value;
import io.hearth.model.state.Command;
import io.hearth.model.state.DeviceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptCommandsTest {

  private static final Duration AGE = Duration.ofMinutes(2);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final List<String> sent = new ArrayList<>();
  private final KeptCommands kept = new KeptCommands(AGE, LampHome.facts(), clock);

  @Test
  void whatIsKeptIsDoneInOrderWhenTheSleeperWakesAndOnce() {
    // Given
    Answer.Kept on = (Answer.Kept) keep("turnOn");
    Answer.Kept off = (Answer.Kept) keep("turnOff");
    // When
    kept.awake("lamp");
    kept.awake("lamp");
    // Then
    assertThat(on.within()).isEqualTo(AGE);
    assertThat(sent).containsExactly("turnOn", "turnOff");
    assertThat(on.later()).isCompletedWithValue(new Answer.Accepted());
    assertThat(off.later()).isCompletedWithValue(new Answer.Accepted());
  }

  @Test
  void whatMustNotHappenLaterIsRefused() {
    assertThat(keep("toggle")).isInstanceOf(Answer.Undeliverable.class);
    kept.awake("lamp");
    assertThat(sent).isEmpty();
  }

  @Test
  void nothingIsDoneLateAlsoWhenTheMachineSleptItself() {
    // Given
    Answer.Kept on = (Answer.Kept) keep("turnOn");
    // When
    clock.move(AGE.plusSeconds(1));
    kept.awake("lamp");
    // Then
    assertThat(sent).isEmpty();
    assertThat(on.later().join()).isInstanceOf(Answer.Undeliverable.class);
  }

  @Test
  void nothingIsDoneLateAlsoWhenTheClockIsSetBack() {
    // Given
    KeptCommands shortly = new KeptCommands(Duration.ofMillis(20), LampHome.facts(), clock);
    Answer.Kept on =
        (Answer.Kept) shortly.keep("lamp", Command.of(LAMP, "turnOn"), () -> sending("turnOn"));
    // When
    clock.move(Duration.ofHours(-1));
    await().until(() -> on.later().isDone());
    shortly.awake("lamp");
    // Then
    assertThat(sent).isEmpty();
    assertThat(on.later().join()).isInstanceOf(Answer.Undeliverable.class);
  }

  @Test
  void aLaterCommandOfTheSameActionTakesThePlaceOfAnEarlierOne() {
    // Given
    Answer.Kept first = (Answer.Kept) keep(20);
    Answer.Kept second = (Answer.Kept) keep(22);
    // When
    kept.awake("lamp");
    // Then
    assertThat(sent).containsExactly("22");
    assertThat(first.later().join()).isInstanceOf(Answer.Undeliverable.class);
    assertThat(second.later()).isCompletedWithValue(new Answer.Accepted());
  }

  @Test
  void anOlderWishNeverComesAfterANewerOneThatWasSentAtOnce() {
    // Given
    KeptCommands waiting = new KeptCommands(AGE, dimmable(), clock);
    Answer.Kept on = (Answer.Kept) keep(waiting, "turnOn");
    Answer.Kept color = (Answer.Kept) keep(waiting, "setColor");
    // When
    waiting.overtaken("lamp", Command.of(LAMP, "turnOff"));
    waiting.awake("lamp");
    // Then
    assertThat(sent).containsExactly("setColor");
    assertThat(on.later().join()).isInstanceOf(Answer.Undeliverable.class);
    assertThat(color.later()).isCompletedWithValue(new Answer.Accepted());
  }

  @Test
  void onlySoMuchWaits() {
    // Given
    Home home = LampHome.home();
    DeviceType light = home.device(LampHome.LAMP).orElseThrow().type();
    List<Device> lamps =
        IntStream.range(0, KeptCommands.ROOM + 3)
            .mapToObj(i -> Device.of(new DeviceId("lamp" + i), "Lamp " + i, light).build())
            .toList();
    DeviceFacts facts =
        DeviceFacts.of(() -> home.with(lamps), DeviceState::unknown, Duration.ofSeconds(1));
    KeptCommands hub = new KeptCommands(AGE, facts, clock);
    // When
    List<Answer> answers =
        lamps.stream()
            .map(lamp -> Command.of(lamp.id(), "turnOn"))
            .map(one -> hub.keep("hub", one, () -> sending(one.device().value())))
            .toList();
    hub.awake("hub");
    // Then
    assertThat(answers.subList(0, KeptCommands.ROOM)).hasOnlyElementsOfType(Answer.Kept.class);
    assertThat(answers.subList(KeptCommands.ROOM, answers.size()))
        .hasOnlyElementsOfType(Answer.Undeliverable.class);
    assertThat(sent).hasSize(KeptCommands.ROOM);
  }

  @Test
  void whoHasLeftIsToldNothing() {
    // Given
    Answer.Kept on = (Answer.Kept) keep("turnOn");
    // When
    kept.gone("lamp");
    kept.awake("lamp");
    // Then
    assertThat(sent).isEmpty();
    assertThat(on.later().join()).isInstanceOf(Answer.Undeliverable.class);
  }

  /** Lamps whose actions say what they do. */
  private static DeviceFacts dimmable() {
    Device plain = LampHome.home().device(LAMP).orElseThrow();
    Capability doing =
        new Capability(
            "Doing",
            List.of(),
            List.of(
                setting("turnOn", "on"), setting("turnOff", "on"), setting("setColor", "color")));
    DeviceType like = plain.type();
    DeviceType light =
        new DeviceType(
            like.id(),
            like.names(),
            Map.of(),
            List.of(doing),
            like.risk(),
            Set.of(),
            Set.of(),
            Map.of(),
            like.commandTimeoutSeconds(),
            2);
    Home home = LampHome.home().with(List.of(Device.of(LAMP, "Lamp", light).build()));
    return DeviceFacts.of(() -> home, DeviceState::unknown, Duration.ofSeconds(1));
  }

  private static Action setting(String action, String property) {
    return new Action(
        action,
        List.of(),
        List.of(new Effect.SetTo(property, Value.of(action.equals("turnOn")))),
        List.of(),
        true);
  }

  private Answer keep(String action) {
    return keep(kept, action);
  }

  private Answer keep(KeptCommands where, String action) {
    return where.keep("lamp", Command.of(LAMP, action), () -> sending(action));
  }

  private Answer keep(int degrees) {
    Command command = new Command(LAMP, "turnOn", Map.of("degrees", Value.of(degrees)));
    return kept.keep("lamp", command, () -> sending("" + degrees));
  }

  private CompletableFuture<Answer> sending(String what) {
    sent.add(what);
    return CompletableFuture.completedFuture(new Answer.Accepted());
  }
}
