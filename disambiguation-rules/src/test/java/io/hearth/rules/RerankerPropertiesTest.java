package io.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.decision.Evidence;
import io.hearth.model.decision.Ranked;
import io.hearth.model.decision.Ranking;
import io.hearth.model.device.Device;
import io.hearth.model.speech.Grounding;
import io.hearth.model.speech.Hypothesis;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.state.ContextSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RerankerPropertiesTest {

  private static final Reranker RERANKER = new Reranker();

  @Property(tries = 200)
  void rerankingKeepsEveryReadingOnceWithProbabilitiesThatAddUpToOne(@ForAll Random random) {
    // Given
    List<Hypothesis> hypotheses = someReadings(random);

    // When
    Ranking ranking = RERANKER.rerank(hypotheses, someMoment(random));

    // Then
    assertThat(ranking.entries())
        .hasSameSizeAs(hypotheses)
        .allSatisfy(ranked -> {
          assertThat(ranked.hypothesis()).isSameAs(hypotheses.get(ranked.index()));
          assertThat(ranked.evidence())
              .allMatch(evidence -> evidence.hypothesis() == ranked.index());
        });
    assertThat(ranking.entries().stream().mapToDouble(Ranked::probability).sum())
        .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(ranking.entries())
        .isSortedAccordingTo(
            (one, other) -> Double.compare(other.probability(), one.probability()));
  }

  @Property(tries = 200)
  void theOrderOfTheReadingsChangesNothing(@ForAll Random random) {
    // Given
    List<Hypothesis> hypotheses = someReadings(random);
    List<Hypothesis> shuffled = new ArrayList<>(hypotheses);
    Collections.shuffle(shuffled, random);
    ContextSnapshot moment = someMoment(random);

    // When
    Ranking ranking = RERANKER.rerank(hypotheses, moment);
    Ranking reranked = RERANKER.rerank(shuffled, moment);

    // Then
    assertThat(withoutIndices(reranked)).isEqualTo(withoutIndices(ranking));
  }

  @Property(tries = 100)
  void anUnambiguousRequestKeepsItsMeaningWhateverTheMoment(@ForAll Random random) {
    // Given
    List<Device> devices = List.copyOf(demo().home().devices());
    Device other = devices.get(random.nextInt(devices.size()));
    List<Hypothesis> clear =
        Readings.of("turn off the bedside lamp")
            .add(.9, Intent.TURN_OFF, Grounding.NAMED, Map.of(), "lamp.bedside")
            .add(.1, Intent.TURN_OFF, Grounding.HERE, Map.of(), other.id().value())
            .orNone(.05);

    // When
    Ranking ranking = RERANKER.rerank(clear, someMoment(random));

    // Then
    assertThat(ranking.best().index()).isZero();
  }

  @Test
  void manyThreadsGetTheSameAnswer() throws Exception {
    // Given
    ContextSnapshot moment = someMoment(new Random(7));
    List<Hypothesis> hypotheses = ScenesTest.whatIsTheTemperature();
    Ranking expected = RERANKER.rerank(hypotheses, moment);
    Callable<Ranking> task = () -> RERANKER.rerank(hypotheses, moment);

    // When
    List<Ranking> rankings = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Ranking> future : threads.invokeAll(Collections.nCopies(500, task))) {
        rankings.add(future.get());
      }
    }

    // Then
    assertThat(rankings).hasSize(500).allMatch(expected::equals);
  }

  private static Scene demo() {
    return Scene.ofDemoHome();
  }

  private static ContextSnapshot someMoment(Random random) {
    Scene scene = demo();
    List<Device> devices = List.copyOf(scene.home().devices());
    if (random.nextBoolean()) {
      scene.in(List.of("kitchen", "living_room", "bedroom", "garden").get(random.nextInt(4)));
    }
    scene.time("%02d:30".formatted(random.nextInt(24)));
    for (int i = 0; i < 8; i++) {
      String device = devices.get(random.nextInt(devices.size())).id().value();
      Duration ago = Duration.ofSeconds(random.nextInt(2000));
      switch (random.nextInt(5)) {
        case 0 -> scene.changed(device, "on", random.nextBoolean(), ago);
        case 1 -> scene.changed(device, "operation", "running", ago);
        case 2 -> scene.changed("alarm.bedroom", "ringing", random.nextBoolean(), ago);
        case 3 -> scene.mentioned(device, ago);
        default -> scene.unreachable(device);
      }
    }
    return scene.now();
  }

  private static List<Hypothesis> someReadings(Random random) {
    List<Device> devices = List.copyOf(demo().home().devices());
    Intent[] intents = Intent.values();
    Grounding[] groundings = Grounding.values();
    Readings readings = Readings.of(random.nextBoolean() ? "turn it all off" : "turn it off");
    for (int i = 0; i < 1 + random.nextInt(9); i++) {
      List<Request> requests = new ArrayList<>();
      for (int r = 0; r <= random.nextInt(2); r++) {
        Device device = devices.get(random.nextInt(devices.size()));
        Device other = devices.get(random.nextInt(devices.size()));
        requests.add(
            Readings.request(
                intents[random.nextInt(intents.length)],
                groundings[random.nextInt(groundings.length)],
                Map.of("property", "temperature", "value", random.nextInt(100)),
                List.of(),
                device.id().value(),
                other.id().value()));
      }
      readings.add((1 + random.nextInt(5)) / 10.0, requests.toArray(Request[]::new));
    }
    return readings.orNone(.1);
  }

  /** Everything but where in the list a reading stood. */
  private static List<List<Object>> withoutIndices(Ranking ranking) {
    return ranking.entries().stream()
        .map(ranked ->
            List.<Object>of(
                ranked.hypothesis(),
                ranked.probability(),
                ranked.evidence().stream()
                    .map(e -> new Evidence(e.source(), e.name(), e.weight(), 0))
                    .toList()))
        .toList();
  }
}
