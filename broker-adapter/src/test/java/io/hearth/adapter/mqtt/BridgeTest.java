package io.hearth.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hearth.adapter.bench.MosquittoProcess;
import io.hearth.adapter.broker.EmbeddedBroker;
import io.hearth.adapter.broker.EmbeddedBrokerConfig;
import io.hearth.adapter.wire.Problems;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A bridge between two Mosquittos, or from the embedded broker to one. */
@Execution(ExecutionMode.CONCURRENT)
class BridgeTest {

  private static final Comparator<String> BY_NUMBER = Comparator.comparingInt(Integer::parseInt);

  @TempDir Path folder;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Problems problems = new Problems(InstantSource.system());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private MosquittoProcess home;
  private MosquittoProcess other;

  @BeforeAll
  static void mosquittoIsInstalled() {
    assumeTrue(
        MosquittoProcess.executable().isPresent(),
        "Mosquitto is not installed: the tests of the bridge are skipped");
  }

  @BeforeEach
  void start() throws IOException {
    home = opened(new MosquittoProcess(folder, List.of()));
    other = opened(new MosquittoProcess(folder, List.of()));
  }

  @AfterEach
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  @Test
  void messagesPassBothWaysUnderTheirPrefixesAndNoOthers() {
    // Given
    bridge(config().out("lamp/#").in("weather/+").prefixes("cellar/", "house/"));
    WireClient here = client(home.uri(), "#");
    WireClient there = client(other.uri(), "#");
    // When
    here.publish("cellar/lamp/on", "yes", false);
    here.publish("lamp/on", "not below the prefix", false);
    here.publish("cellar/door", "not in the filter", false);
    there.publish("house/weather/wind", "strong", false);
    // Then
    await().until(() -> there.hasHeard("house/lamp/on", "yes"));
    await().until(() -> here.hasHeard("cellar/weather/wind", "strong"));
    there.publish("end", "", false);
    await().until(() -> there.hasHeard("end", ""));
    assertThat(topics(there)).containsOnly("house/lamp/on", "house/weather/wind", "end");
  }

  @Test
  void whatIsRetainedPassesAsRetainedAndItsRemovalToo() {
    // Given
    WireClient here = client(home.uri(), "#");
    here.publish("lamp/before", "1", true);
    bridge(config().out("lamp/#").in("door/#"));
    WireClient there = client(other.uri(), "#");
    await().until(() -> there.hasHeard("lamp/before", "1"));
    // When
    here.publish("lamp/live", "2", true);
    here.publish("lamp/moment", "3", false);
    there.publish("door/live", "4", true);
    await().until(() -> there.hasHeard("lamp/moment", "3") && here.hasHeard("door/live", "4"));
    // Then
    assertThat(kept(other.uri()))
        .containsExactlyInAnyOrder("lamp/before", "lamp/live", "door/live");
    assertThat(kept(home.uri())).containsExactlyInAnyOrder("lamp/before", "lamp/live", "door/live");
    // When
    here.publish("lamp/before", "", true);
    there.publish("door/live", "", true);
    // Then
    await().until(() -> kept(other.uri()).equals(List.of("lamp/live")));
    await().until(() -> kept(home.uri()).equals(List.of("lamp/live")));
  }

  @Test
  void aRequestIsAnsweredOverTheBridge() {
    // Given
    bridge(config().out("lamp/#").in("reply/#").prefixes("", "house/"));
    WireClient here = client(home.uri(), "reply/#");
    AtomicReference<WireClient> answering = new AtomicReference<>();
    WireClient there =
        opened(
            new WireClient(
                other.uri(),
                heard ->
                    answering
                        .get()
                        .reply(heard, "done with " + heard.correlation().orElse("nothing"))));
    answering.set(there);
    there.connect().subscribe("house/lamp/#");
    // When
    here.ask("lamp/command", "on", "reply/me", "7");
    // Then
    await().until(() -> here.hasHeard("reply/me", "done with 7"));
  }

  @Test
  void whatWasPublishedWhileTheOtherSideWasAwayComesInOrderWhenItIsBack() throws Exception {
    // Given
    Relay way = opened(new Relay(other.uri()));
    Bridge bridge = bridge(config().to(way.uri()).out("lamp/#"));
    WireClient here = client(home.uri(), "none");
    WireClient there = client(other.uri(), "#");
    here.publish("lamp/count", "0", false);
    await().until(() -> there.hasHeard("lamp/count", "0"));
    // When
    way.cut();
    await().until(() -> !bridge.health().connected());
    assertThat(bridge.health().trouble()).get().asString().contains("not reached");
    assertThat(problems.all()).extracting("link").contains("bridge");
    for (int i = 1; i <= 500; i++) {
      here.publish("lamp/count", String.valueOf(i), false);
    }
    way.mend();
    // Then
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> there.payloads("lamp/count").size() >= 501 && bridge.health().connected());
    assertThat(there.payloads("lamp/count")).hasSize(501).isSortedAccordingTo(BY_NUMBER);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aBrokerThatLostAllItHadGetsWhatIsRetainedOnceMore() throws Exception {
    // Given
    bridge(config().out("lamp/#"));
    WireClient here = client(home.uri(), "none");
    here.publish("lamp/on", "yes", true);
    await().until(() -> kept(other.uri()).equals(List.of("lamp/on")));
    // When
    other.kill();
    other.start();
    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> kept(other.uri()).contains("lamp/on"));
  }

  @Test
  void moreThanTheQueueHoldsIsDroppedAndToldAndWhatIsRetainedIsRepaired() throws Exception {
    // Given
    Bridge bridge = bridge(config().out("lamp/#").queue(10));
    WireClient here = client(home.uri(), "none");
    other.kill();
    await().until(() -> !bridge.health().connected());
    // When
    for (int i = 0; i < 30; i++) {
      here.publish("lamp/" + i, "kept", true);
    }
    await().until(() -> count("out", "dropped") == 20);
    // Then
    assertThat(problems.all())
        .anySatisfy(problem -> assertThat(problem.reason()).startsWith("20 messages were dropped"));
    // When
    other.start();
    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> kept(other.uri()).size() == 30);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aCommandThatWaitedTooLongIsNotCarried() throws Exception {
    // Given
    Bridge bridge = bridge(config().out("lamp/#").queueFor(Duration.ZERO));
    WireClient here = client(home.uri(), "none");
    other.kill();
    await().until(() -> !bridge.health().connected());
    // When
    here.publish("lamp/command", "on", false);
    here.publish("lamp/state", "on", true);
    WireClient there = clientOfRestarted(other, "lamp/#");
    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> there.hasHeard("lamp/state", "on"));
    assertThat(topics(there)).doesNotContain("lamp/command");
    assertThat(count("out", "expired")).isEqualTo(1);
  }

  @Test
  void twoBridgesBetweenTheSameBrokersDoNotGoRoundInCircles() {
    // Given
    bridge(config().out("#").in("#"));
    bridge(config().name("second").out("#").in("#"));
    WireClient here = client(home.uri(), "#");
    WireClient there = client(other.uri(), "#");
    // When
    here.publish("lamp/on", "yes", true);
    there.publish("door/open", "no", false);
    // Then: each bridge carries it once, and none carries what the other one carried
    await().until(() -> there.payloads("lamp/on").size() == 2);
    await().until(() -> here.payloads("door/open").size() == 2);
    await().until(() -> count("in", "came_by_bridge") + count("out", "came_by_bridge") == 4);
    assertThat(count("in", "carried") + count("out", "carried")).isEqualTo(4);
    assertThat(here.payloads("lamp/on")).hasSize(1);
    assertThat(there.payloads("door/open")).hasSize(1);
  }

  @Test
  void theEmbeddedBrokerIsBridgedAsWell() throws Exception {
    // Given
    EmbeddedBroker embedded = opened(EmbeddedBroker.start(EmbeddedBrokerConfig.inMemory(0)));
    embedded.ready().toCompletableFuture().join();
    WireClient here = client(embedded.uri(), "#");
    here.publish("lamp/before", "1", true);
    bridge(embedded.uri(), config().out("lamp/#").in("lamp/#"));
    WireClient there = client(other.uri(), "#");
    await().until(() -> there.hasHeard("lamp/before", "1"));
    // When
    here.publish("lamp/live", "2", false);
    there.publish("lamp/theirs", "3", true);
    // Then
    await().until(() -> there.hasHeard("lamp/live", "2"));
    await().until(() -> kept(embedded.uri()).containsAll(List.of("lamp/before", "lamp/theirs")));
    assertThat(here.payloads("lamp/live")).hasSize(1);
    assertThat(there.payloads("lamp/theirs")).hasSize(1);
    // When
    there.publish("lamp/theirs", "", true);
    // Then
    await().untilAsserted(() -> assertThat(kept(embedded.uri())).containsExactly("lamp/before"));
  }

  @Test
  void whatItsBrokerDoesNotTakeIsToldAndTheRestGoesOn() throws Exception {
    // Given
    MosquittoProcess strict =
        opened(new MosquittoProcess(folder, List.of("message_size_limit 1000")));
    bridge(config().to(strict.uri()).out("lamp/#"));
    WireClient here = client(home.uri(), "none");
    // When
    here.publish("lamp/large", "x".repeat(2000), false);
    here.publish("lamp/small", "x", true);
    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> kept(strict.uri()).contains("lamp/small"));
    assertThat(count("out", "refused")).isEqualTo(1);
    assertThat(problems.all()).extracting("place").contains("out lamp/large");
  }

  @Test
  void aMistakeInItsKeysIsOneClearError() {
    assertThatThrownBy(() -> config().build())
        .hasMessage(
            "broker.bridge.out and broker.bridge.in are both empty; name the topic filters of what"
                + " goes out and comes in");
    assertThatThrownBy(() -> config().out("a/#/b").build())
        .hasMessage("broker.bridge.out has the filter 'a/#/b': # is the last level");
    assertThatThrownBy(() -> config().in("a/b#").build())
        .hasMessage("broker.bridge.in has the filter 'a/b#': a wildcard is a whole level");
    assertThatThrownBy(() -> config().out("$SYS/#").build())
        .hasMessageStartingWith("broker.bridge.out has the filter '$SYS/#'");
    assertThatThrownBy(() -> config().out("a/+", "+/b").build())
        .hasMessage("broker.bridge.out would carry messages twice, by 'a/+' and by '+/b'");
    assertThatThrownBy(() -> config().out("a").prefixes("x/+/", "").build())
        .hasMessageStartingWith("broker.bridge.homePrefix");
    assertThatThrownBy(
            () -> MqttConfig.to(URI.create("http://127.0.0.1")).keys(BridgeConfig.KEYS).build())
        .hasMessageStartingWith("broker.bridge.url must begin with mqtt://");
  }

  private Asked config() {
    return new Asked(other.uri());
  }

  private Bridge bridge(Asked asked) {
    return bridge(home.uri(), asked);
  }

  private Bridge bridge(URI here, Asked asked) {
    Bridge bridge =
        opened(
            Bridge.start(
                asked.build(), MqttConfig.at(here), problems, meters, InstantSource.system()));
    await().until(() -> bridge.health().connected());
    return bridge;
  }

  private WireClient client(URI broker, String filter) {
    return opened(WireClient.listening(broker, filter));
  }

  /** Listens at once when the broker is there again, before the bridge has found it. */
  private WireClient clientOfRestarted(MosquittoProcess broker, String filter) throws IOException {
    broker.start();
    return client(broker.uri(), filter);
  }

  private static List<String> kept(URI broker) {
    return WireClient.kept(broker, "lamp/#", "door/#");
  }

  private static List<String> topics(WireClient client) {
    return client.all().stream().map(WireClient.Heard::topic).toList();
  }

  private double count(String direction, String fate) {
    return meters
        .get("hearth.bridge.messages")
        .tag("direction", direction)
        .tag("fate", fate)
        .counter()
        .count();
  }

  private <T extends AutoCloseable> T opened(T what) {
    open.push(what);
    return what;
  }

  /** A bridge's configuration in the words of a test. */
  private static final class Asked {
    private URI to;
    private String name = "hearth-bridge";
    private List<String> out = List.of();
    private List<String> in = List.of();
    private String homePrefix = "";
    private String otherPrefix = "";
    private int queue = 10_000;
    private Duration queueFor = Duration.ofMinutes(2);

    Asked(URI to) {
      this.to = to;
    }

    Asked to(URI uri) {
      to = uri;
      return this;
    }

    Asked name(String clientId) {
      name = clientId;
      return this;
    }

    Asked out(String... filters) {
      out = List.of(filters);
      return this;
    }

    Asked in(String... filters) {
      in = List.of(filters);
      return this;
    }

    Asked prefixes(String atHome, String atOther) {
      homePrefix = atHome;
      otherPrefix = atOther;
      return this;
    }

    Asked queue(int most) {
      queue = most;
      return this;
    }

    Asked queueFor(Duration longest) {
      queueFor = longest;
      return this;
    }

    BridgeConfig build() {
      return new BridgeConfig(
          MqttConfig.to(to).keys(BridgeConfig.KEYS).clientId(name).build(),
          out,
          in,
          homePrefix,
          otherPrefix,
          1,
          queue,
          queueFor);
    }
  }
}
