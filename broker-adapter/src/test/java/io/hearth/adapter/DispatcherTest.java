package io.hearth.adapter;

import static io.hearth.adapter.LampHome.LAMP;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.Routes;
import io.hearth.model.FakeClock;
import io.hearth.model.HomeEvent;
import io.hearth.model.RecordedEvents;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DispatcherTest {

  private static final Command TURN_ON = Command.of(LAMP, "turnOn");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final RecordedEvents events = new RecordedEvents();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Routes routes = new Routes();
  private final AtomicLong nanos = new AtomicLong();
  private final ScriptedLink mqtt = new ScriptedLink("mqtt");
  private final ScriptedLink coap = new ScriptedLink("coap");
  private final Dispatcher dispatcher =
      new Dispatcher(
          List.of(mqtt, coap),
          routes,
          LampHome.facts(),
          events,
          clock,
          meters,
          Runnable::run,
          nanos::get);

  @Test
  void goesWhereTheDeviceWasLastHeard() {
    // Given
    heard("mqtt", Availability.ONLINE);
    heard("coap", Availability.ONLINE);
    coap.then(accepted());
    // When
    CommandOutcome outcome = send(TURN_ON);
    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
    assertThat(coap.sent()).hasSize(1);
    assertThat(mqtt.sent()).isEmpty();
  }

  @Test
  void waitsAsLongAsTheDevicesTypeSays() {
    // Given
    mqtt.then(accepted());
    // When
    send(TURN_ON);
    // Then
    assertThat(mqtt.sent().getFirst().within()).isEqualTo(LampHome.TIMEOUT);
  }

  @Test
  void anUnreachableDeviceIsNotWaitedFor() {
    // Given
    heard("mqtt", Availability.OFFLINE);
    // When
    CommandOutcome outcome = send(TURN_ON);
    // Then
    assertThat(outcome).isEqualTo(new CommandOutcome.Unreachable(TURN_ON, "test"));
    assertThat(mqtt.sent()).isEmpty();
  }

  @Test
  void anIdempotentCommandIsSentAgainOnceWithTheSameCorrelation() {
    // Given
    mqtt.then(silence()).then(accepted());
    // When
    CommandOutcome outcome = send(TURN_ON);
    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.Acknowledged.class);
    assertThat(mqtt.sent()).hasSize(2);
    assertThat(mqtt.sent().get(0).correlation()).isEqualTo(mqtt.sent().get(1).correlation());
  }

  @Test
  void twoCommandsHaveTwoCorrelations() {
    // Given
    mqtt.then(accepted()).then(accepted());
    // When
    send(TURN_ON);
    send(TURN_ON);
    // Then
    assertThat(mqtt.sent().get(0).correlation()).isNotEqualTo(mqtt.sent().get(1).correlation());
  }

  @Test
  void twoSilencesAreATimeout() {
    // Given
    mqtt.then(silence()).then(silence());
    // When
    CommandOutcome outcome = send(TURN_ON);
    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.TimedOut.class);
    assertThat(mqtt.sent()).hasSize(2);
  }

  @Test
  void whatMayHaveArrivedIsNeverCalledUnsent() {
    // Given
    mqtt.then(silence()).then(answer(new Answer.Undeliverable("no connection")));
    // When
    CommandOutcome outcome = send(TURN_ON);
    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.TimedOut.class);
  }

  @Test
  void whatNeverLeftIsUnreachable() {
    // Given
    mqtt.then(answer(new Answer.Undeliverable("no connection")));
    // When
    CommandOutcome outcome = send(TURN_ON);
    // Then
    assertThat(outcome).isEqualTo(new CommandOutcome.Unreachable(TURN_ON, "no connection"));
    assertThat(mqtt.sent()).hasSize(1);
  }

  @Test
  void anotherFailureOfALinkIsAnOutcomeToo() {
    // Given
    mqtt.then(CompletableFuture.failedFuture(new IllegalStateException("broken")));
    // When
    CommandOutcome outcome = send(TURN_ON);
    // Then
    assertThat(outcome).isInstanceOf(CommandOutcome.Unreachable.class);
  }

  @Test
  void theHouseIsToldAndTheOutcomeIsCounted() {
    // Given
    mqtt.then(answer(new Answer.Rejected("busy")));
    // When
    CommandOutcome outcome = send(TURN_ON);
    // Then
    assertThat(events.of(HomeEvent.CommandCompleted.class))
        .containsExactly(
            new HomeEvent.CommandCompleted(LampHome.home().id(), outcome, clock.instant()));
    assertThat(meters.get("hearth.commands").tag("outcome", "rejected").counter().count())
        .isEqualTo(1);
  }

  @Test
  void aSecondCommandWaitsForTheFirstAndTooManyAreTurnedAway() {
    // Given
    CompletableFuture<Answer> first = new CompletableFuture<>();
    mqtt.then(first);
    List<CompletableFuture<CommandOutcome>> outcomes = new ArrayList<>();
    for (int i = 0; i <= Lanes.ROOM; i++) {
      outcomes.add(dispatcher.dispatch(TURN_ON).toCompletableFuture());
    }
    // When
    CommandOutcome tooMany = send(TURN_ON);
    // Then
    assertThat(tooMany).isInstanceOf(CommandOutcome.Unreachable.class);
    assertThat(mqtt.sent()).hasSize(1);
    // When
    for (int i = 0; i < Lanes.ROOM; i++) {
      mqtt.then(accepted());
    }
    first.complete(new Answer.Accepted());
    // Then
    assertThat(outcomes)
        .allSatisfy(
            outcome -> assertThat(outcome.join()).isInstanceOf(CommandOutcome.Acknowledged.class));
  }

  @Test
  void whatWaitedLongerThanItIsWorthIsNeverSent() {
    // Given
    CompletableFuture<Answer> first = new CompletableFuture<>();
    mqtt.then(first);
    var held = dispatcher.dispatch(TURN_ON);
    var late = dispatcher.dispatch(Command.of(LAMP, "turnOff"));
    // When
    nanos.addAndGet(LampHome.TIMEOUT.multipliedBy(2).plusMillis(1).toNanos());
    first.complete(new Answer.Accepted());
    // Then
    assertThat(held.toCompletableFuture().join()).isInstanceOf(CommandOutcome.Acknowledged.class);
    assertThat(late.toCompletableFuture().join()).isInstanceOf(CommandOutcome.Unreachable.class);
    assertThat(mqtt.sent()).hasSize(1);
  }

  @Test
  void whatNobodyWillEverConfirmIsToldAsThat() {
    // Given
    mqtt.then(answer(new Answer.Unconfirmed("it reports nothing")));
    // When
    CommandOutcome outcome = send(TURN_ON);
    // Then
    assertThat(outcome).isEqualTo(new CommandOutcome.Unconfirmed(TURN_ON, "it reports nothing"));
    assertThat(meters.get("hearth.commands").tag("outcome", "unconfirmed").counter().count())
        .isEqualTo(1);
  }

  private void heard(String link, Availability availability) {
    new Inbox(link, new RecordedReports(), routes, clock, new LinkMetrics(meters, link))
        .availability(LAMP, availability, "test");
  }

  private CommandOutcome send(Command command) {
    return dispatcher.dispatch(command).toCompletableFuture().join();
  }

  private static CompletableFuture<Answer> accepted() {
    return answer(new Answer.Accepted());
  }

  private static CompletableFuture<Answer> answer(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }

  private static CompletableFuture<Answer> silence() {
    return CompletableFuture.failedFuture(new TimeoutException());
  }
}
