package io.hearth.adapter.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.adapter.wire.Answer;
import org.junit.jupiter.api.Test;

class RepliesTest {

  private static final Answer YES = new Answer.Accepted();

  private final Replies replies = new Replies();

  @Test
  void aReplyThatWasOverheardIsNotLateWhenItArrivesAndASecondOneIs() {
    // Given
    var answer = replies.await("c1");
    // When
    replies.overheard("c1", YES);
    // Then
    assertThat(answer).isCompletedWithValue(YES);
    assertThat(replies.arrived("c1", YES)).isTrue();
    assertThat(replies.arrived("c1", YES)).isFalse();
  }

  @Test
  void whatIsOverheardAfterItArrivedLeavesNothingBehind() {
    // Given
    replies.await("c1");
    // When
    assertThat(replies.arrived("c1", YES)).isTrue();
    replies.overheard("c1", YES);
    // Then
    assertThat(replies.arrived("c1", YES)).isFalse();
  }

  @Test
  void anOverheardReplyThatNobodyWaitsForIsLateWhenItArrives() {
    // When
    replies.overheard("c1", YES);
    // Then
    assertThat(replies.arrived("c1", YES)).isFalse();
  }
}
