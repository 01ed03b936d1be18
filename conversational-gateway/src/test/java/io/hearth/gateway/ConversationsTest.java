package io.hearth.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.PersonId;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ConversationsTest {

  private final Instant start = DemoScene.MORNING;
  private final Conversations conversations = new Conversations();

  @Test
  void theNextTurnFindsWhatTheLastLeft() {
    // When
    leave("kitchen", start);

    // Then
    assertThat(dialogue("kitchen", start.plusSeconds(90)).history()).hasSize(1);
    assertThat(dialogue("bedroom", start.plusSeconds(90)).history()).isEmpty();
  }

  @Test
  void nothingIsReferredToAfterTwoMinutesOfSilence() {
    // When
    leave("kitchen", start);

    // Then
    assertThat(dialogue("kitchen", start.plusSeconds(121)).history()).isEmpty();
  }

  @Test
  void oneTurnAtATimeComesIn() {
    // Given
    CompletableFuture<Void> second;
    try (Conversations.Floor first = conversations.enter("kitchen", start)) {
      // When
      second = CompletableFuture.runAsync(() -> dialogue("kitchen", start));

      // Then
      await().during(Duration.ofMillis(100)).until(() -> !second.isDone());
    }
    await().until(second::isDone);
  }

  @Test
  void anotherConversationNeedNotWait() {
    // Given
    try (Conversations.Floor first = conversations.enter("kitchen", start)) {
      // When
      CompletableFuture<Void> other = CompletableFuture.runAsync(() -> dialogue("bedroom", start));

      // Then
      await().until(other::isDone);
    }
  }

  @Test
  void forgetsWhatIsOver() {
    // Given
    for (int i = 0; i < 100; i++) {
      leave("room" + i, start);
    }

    // When
    leave("kitchen", start.plus(Duration.ofMinutes(11)));

    // Then
    assertThat(conversations.count()).isEqualTo(1);
  }

  @Test
  void doesNotGrowWithoutBound() {
    // When
    for (int i = 0; i < 10_000; i++) {
      leave("room" + i, start);
    }

    // Then
    assertThat(conversations.count()).isLessThanOrEqualTo(4096);
  }

  @Test
  void aConversationIsAPlaceAndAPerson() {
    assertThat(
            Conversations.idOf(
                Optional.of(new AreaId("kitchen")),
                Optional.of(new DeviceId("speaker.kitchen")),
                Optional.of(new PersonId("ann"))))
        .isEqualTo("speaker.kitchen+ann");
    assertThat(Conversations.idOf(Optional.empty(), Optional.empty(), Optional.empty()))
        .isEqualTo("home");
  }

  private void leave(String id, Instant at) {
    try (Conversations.Floor floor = conversations.enter(id, at)) {
      Dialogue said = floor.memory().dialogue().after(List.of(Request.of(Intent.QUERY_TIME)), at);
      floor.leave(floor.memory().with(said));
    }
  }

  private Dialogue dialogue(String id, Instant at) {
    try (Conversations.Floor floor = conversations.enter(id, at)) {
      return floor.memory().dialogue();
    }
  }
}
