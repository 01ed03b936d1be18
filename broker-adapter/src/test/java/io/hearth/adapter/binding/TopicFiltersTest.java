package io.hearth.adapter.binding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFiltersTest {

  @ParameterizedTest
  @CsvSource({
    "hearth/+/state, hearth/lamp/state, true",
    "hearth/+/state, hearth/lamp/state/more, false",
    "hearth/+/state, hearth/state, false",
    "hearth/#, hearth, true",
    "hearth/#, hearth/a/b/c, true",
    "hearth/#, hearthstone/a, false",
    "+/online, shelly-1/online, true",
    "+/online, $SYS/online, false",
    "$SYS/#, $SYS/broker/uptime, true",
    "a/b, a/b, true",
    "a/b, a/bc, false",
    "a/+, a/, true",
    "a/+/c, a//c, true",
    "#, anything/at/all, true"
  })
  void aTopicBelongsToAFilterAsTheStandardSays(String filter, String topic, boolean belongs) {
    // Given
    TopicFilters<String> filters = new TopicFilters<>();
    filters.add(filter, "found");
    // When
    var found = filters.matching(topic);
    // Then
    assertThat(found).hasSize(belongs ? 1 : 0);
  }
}
