package io.hearth.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttProperties;
import org.junit.jupiter.api.Test;

class RetainedTest {

  private final Retained retained = new Retained();

  @Test
  void theBrokerIsAskedOnceMoreAndThenOnlyWhenSomethingNewCame() {
    // Given
    retained.note(message("a"));
    // Then
    assertThat(retained.isWorthAnotherLook()).isTrue();
    // When
    retained.note(message("a"));
    // Then
    assertThat(retained.isWorthAnotherLook()).isFalse();
    // When
    retained.note(message("b"));
    // Then
    assertThat(retained.isWorthAnotherLook()).isTrue();
  }

  @Test
  void aBrokerThatDropsMessagesIsAskedAgain() {
    // Given
    retained.isWorthAnotherLook();
    assertThat(retained.dropped("7")).as("from before us").isEmpty();
    assertThat(retained.isWorthAnotherLook()).isFalse();
    // When
    assertThat(retained.dropped("10")).hasValue(3);
    // Then
    assertThat(retained.isWorthAnotherLook()).isTrue();
    assertThat(retained.dropped("many")).isEmpty();
  }

  @Test
  void itEndsAlsoWithABrokerThatAlwaysDropsSomething() {
    // When
    int looks = 0;
    for (int i = 0; i < 100; i++) {
      retained.dropped(String.valueOf(i));
      looks += retained.isWorthAnotherLook() ? 1 : 0;
    }
    // Then
    assertThat(looks).isEqualTo(10);
  }

  private static Publication message(String topic) {
    return new Publication(topic, new byte[0], true, MqttProperties.NO_PROPERTIES);
  }
}
