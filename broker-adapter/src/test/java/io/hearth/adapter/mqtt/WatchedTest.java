package io.hearth.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchedTest {

  private final Watched watched = new Watched();

  @Test
  void aFewTopicsAreListenedToOneByOne() {
    assertThat(watched.add(List.of("home/a", "home/b"))).containsExactly("home/a", "home/b");
  }

  @Test
  void manyTopicsOfOneFirstLevelAreOneFilter() {
    assertThat(watched.add(many("home"))).containsExactly("home/#");
    assertThat(watched.filters()).containsExactly("home/#");
  }

  @Test
  void oneMoreTopicIsAskedForByItselfSoThatNotAllThatIsRetainedComesAgain() {
    // Given
    watched.add(many("home"));
    // When
    List<String> filters = watched.add(List.of("home/newcomer"));
    // Then
    assertThat(filters).containsExactly("home/newcomer");
  }

  @Test
  void whereTheBrokerForbidsAllOfALevelEachTopicIsAskedFor() {
    // Given
    List<String> topics = many("home");
    watched.add(topics);
    // When
    List<String> instead = watched.refused(List.of("home/#"));
    // Then
    assertThat(instead).containsExactlyElementsOf(topics);
    assertThat(watched.filters()).containsExactlyElementsOf(topics);
  }

  @Test
  void aTopicThatIsListenedToNoMoreIsNotAskedForAgain() {
    // Given
    watched.add(List.of("home/a", "home/b"));
    // When
    List<String> filters = watched.remove(List.of("home/a", "elsewhere"));
    // Then
    assertThat(filters).containsExactly("home/a");
    assertThat(watched.filters()).containsExactly("home/b");
  }

  private static List<String> many(String root) {
    return IntStream.range(0, Watched.MANY).mapToObj(i -> root + "/" + i).toList();
  }
}
