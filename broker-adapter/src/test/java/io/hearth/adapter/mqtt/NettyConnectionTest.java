package io.hearth.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hearth.adapter.bench.MosquittoProcess;
import io.hearth.adapter.bench.RawMqtt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection to a broker as it comes, a Mosquitto with its default settings. */
class NettyConnectionTest {

  @TempDir Path folder;

  private final Queue<AutoCloseable> open = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void mosquittoIsInstalled() {
    assumeTrue(
        MosquittoProcess.executable().isPresent(),
        "Mosquitto is not installed: the tests of the connection are skipped");
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable opened : new ArrayDeque<>(open)) {
      opened.close();
    }
  }

  /** A busy machine may be too slow for one go: what the broker dropped comes when asked again. */
  @Test
  void aLargeRetainedHomeArrivesWholeOverTheDefaultQueueWhenItIsLookedAtAgain() throws Exception {
    // Given
    MosquittoProcess broker = mosquitto();
    int home = 34_000;
    retain(broker.uri(), home);
    Subscription all = new Subscription("big/#", 0);
    // When
    Ear ear = new Ear(all, true);
    NettyConnection connection = connect(MqttConfig.at(broker.uri()), ear);
    // Then
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofSeconds(2))
        .until(() -> {
          boolean whole = Set.copyOf(ear.topics).size() == home;
          if (!whole) {
            connection.subscribe(List.of(all));
          }
          return whole;
        });
  }

  @Test
  void aReaderThatIsBehindStillGetsAnswers() throws Exception {
    // Given
    MosquittoProcess broker = mosquitto();
    retain(broker.uri(), 5_000);
    Ear slow = new Ear(new Subscription("big/#", 0), false);
    NettyConnection connection = connect(MqttConfig.at(broker.uri()), slow);
    await().until(() -> slow.arrived.get() >= 200);
    // When
    AtomicInteger delivered = new AtomicInteger();
    connection.publish(
        Outbound.of("lamp/command", new byte[] {1}, true)
            .telling(delivered::incrementAndGet, nobody -> delivered.incrementAndGet()));
    // Then
    await().until(() -> delivered.get() == 1);
    slow.finish();
    await().until(() -> slow.arrived.get() == 5_000);
  }

  @Test
  void anIllegalTopicIsRefusedAndTheConnectionStays() throws Exception {
    // Given
    MosquittoProcess broker = mosquitto();
    Ear ear = new Ear(new Subscription("any/#", 1), true);
    NettyConnection connection = connect(MqttConfig.at(broker.uri()), ear);
    await().until(() -> ear.subscribed.get() == 1);
    // When
    List<String> refused = new CopyOnWriteArrayList<>();
    for (String topic : List.of("", "a/+/b", "a/#", "a\0b", "$SYS/x", "x".repeat(70_000))) {
      connection.publish(Outbound.of(topic, new byte[0], false).telling(() -> {}, refused::add));
    }
    // Then
    assertThat(refused).hasSize(6);
    publish(broker.uri(), "any/thing");
    await().until(() -> ear.arrived.get() == 1);
    assertThat(ear.lost).isEmpty();
  }

  @Test
  void whatItPublishesItselfDoesNotComeBack() throws Exception {
    // Given
    MosquittoProcess broker = mosquitto();
    Ear ear = new Ear(new Subscription("any/#", 1), true);
    NettyConnection connection = connect(MqttConfig.at(broker.uri()), ear);
    await().until(() -> ear.subscribed.get() == 1);
    // When
    connection.publish(Outbound.of("any/own", new byte[0], false));
    publish(broker.uri(), "any/others");
    // Then
    await().until(() -> ear.arrived.get() == 1);
    assertThat(ear.topics).containsExactly("any/others");
  }

  @Test
  void whatWasMissedInAShortAbsenceComesWithTheResumedSession() throws Exception {
    // Given
    MosquittoProcess broker = mosquitto();
    Ear first = new Ear(new Subscription("any/#", 1), true);
    NettyConnection connection = connect(MqttConfig.at(broker.uri()), first);
    await().until(() -> first.subscribed.get() == 1);
    connection.close();
    publish(broker.uri(), "any/missed");
    // When
    Ear second = new Ear(new Subscription("none", 1), true);
    connect(MqttConfig.at(broker.uri()), second);
    // Then
    await().until(() -> second.topics.contains("any/missed"));
    assertThat(first.resumed).containsExactly(false);
    assertThat(second.resumed).containsExactly(true);
  }

  @Test
  void theEndOfAnOldConnectionDoesNotOverwriteWhatTheNewOneSays() throws Exception {
    // Given
    MosquittoProcess broker = mosquitto();
    Ear watcher = new Ear(new Subscription("hearth/status/hearth", 1), true);
    connect(MqttConfig.to(broker.uri()).clientId("watcher").build(), watcher);
    Ear first = new Ear(new Subscription("none", 1), true);
    connect(MqttConfig.at(broker.uri()), first);
    await().until(() -> watcher.payloads.contains("online"));
    // When: the same client connects while the old connection still stands
    Ear second = new Ear(new Subscription("none", 1), true);
    connect(MqttConfig.at(broker.uri()), second);
    // Then
    await().until(() -> !first.lost.isEmpty());
    await().until(() -> watcher.payloads.size() >= 2);
    assertThat(watcher.payloads).last().isEqualTo("online");
    assertThat(watcher.payloads).containsOnly("online");
  }

  @Test
  void aBrokerWithACertificateForAnotherNameIsRefused() throws Exception {
    // Given
    certificates("other.example");
    MosquittoProcess broker = tls("");
    Ear ear = new Ear(new Subscription("any", 1), true);
    // When
    connect(MqttConfig.to(secure(broker)).tls(trusting(Optional.empty())).build(), ear);
    // Then
    await().until(() -> !ear.lost.isEmpty());
    assertThat(ear.lost.getFirst()).contains("for another name");
  }

  @Test
  void aBrokerThatAsksForACertificateGetsTheOneThatIsThereNow() throws Exception {
    // Given
    certificates("127.0.0.1");
    MosquittoProcess broker = tls("require_certificate true");
    Ear without = new Ear(new Subscription("any", 1), true);
    connect(MqttConfig.to(secure(broker)).tls(trusting(Optional.empty())).build(), without);
    await().until(() -> !without.lost.isEmpty());
    // When
    Ear with = new Ear(new Subscription("any", 1), true);
    MqttConfig config = MqttConfig.to(secure(broker)).tls(trusting(Optional.of("client"))).build();
    Path key = folder.resolve("client.key");
    byte[] good = Files.readAllBytes(key);
    Files.writeString(key, "rubbish");
    Ear rubbish = new Ear(new Subscription("any", 1), true);
    connect(config, rubbish);
    await().until(() -> !rubbish.lost.isEmpty());
    Files.write(key, good);
    connect(config, with);
    // Then
    await().until(() -> with.subscribed.get() == 1);
    assertThat(rubbish.lost.getFirst()).contains("mqtt.tls.keyFile");
  }

  @Test
  void aSecretThatOthersMayReadIsRefusedWithTheRemedy() throws Exception {
    // Given
    Path file = Files.writeString(folder.resolve("password"), "secret\n");
    MqttLogin login = new MqttLogin(Optional.of("ann"), Optional.empty(), Optional.of(file));
    // When
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    // Then
    assertThatThrownBy(() -> login.secret("mqtt"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod 600");
    // When
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(file, "newer\n");
    // Then
    assertThat(login.secret("mqtt"))
        .hasValueSatisfying(now -> assertThat(now).asString().isEqualTo("newer"));
  }

  private MosquittoProcess mosquitto() throws IOException {
    MosquittoProcess broker = new MosquittoProcess(folder, List.of());
    open.add(broker);
    return broker;
  }

  private MosquittoProcess tls(String more) throws IOException {
    MosquittoProcess broker =
        new MosquittoProcess(
            folder,
            List.of(
                "cafile " + folder.resolve("ca.crt"),
                "certfile " + folder.resolve("server.crt"),
                "keyfile " + folder.resolve("server.key"),
                more));
    open.add(broker);
    return broker;
  }

  private static URI secure(MosquittoProcess broker) {
    return URI.create("mqtts://127.0.0.1:" + broker.uri().getPort());
  }

  private MqttTls trusting(Optional<String> own) {
    return new MqttTls(
        Optional.of(folder.resolve("ca.crt")),
        own.map(name -> folder.resolve(name + ".crt")),
        own.map(name -> folder.resolve(name + ".key")));
  }

  /** An authority, a broker of that name and a client, made by OpenSSL. */
  private void certificates(String name) throws Exception {
    String kind = name.matches("[0-9.]+") ? "IP:" : "DNS:";
    shell(
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Test -keyout ca.key -out ca.crt");
    for (String who : List.of("server", "client")) {
      shell(
          "openssl req -newkey rsa:2048 -nodes -subj /CN="
              + who
              + " -keyout "
              + who
              + ".key -out "
              + who
              + ".csr");
      Files.writeString(folder.resolve("ext"), "subjectAltName=" + kind + name);
      shell(
          "openssl x509 -req -days 2 -in "
              + who
              + ".csr -CA ca.crt -CAkey ca.key -CAcreateserial"
              + " -extfile ext -out "
              + who
              + ".crt");
    }
    shell("chmod 600 client.key");
    shell("chmod 644 server.key ca.crt server.crt"); // Mosquitto gives up its rights
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void shell(String command) throws Exception {
    Process process =
        new ProcessBuilder(command.split(" "))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }

  private NettyConnection connect(MqttConfig config, Ear ear) {
    NettyConnection connection =
        new NettyConnection(config, Optional.of(config.statusTopic()), ear);
    open.add(connection::close);
    connection.open();
    return connection;
  }

  private static void publish(URI broker, String topic) throws IOException {
    try (RawMqtt mqtt = new RawMqtt(broker, "publisher", 0)) {
      byte[] packet = RawMqtt.publication(topic, new byte[0], 1, false);
      mqtt.send(packet, packet.length);
      mqtt.read();
    }
  }

  private static void retain(URI broker, int messages) throws IOException {
    try (RawMqtt mqtt = new RawMqtt(broker, "publisher", 0)) {
      int unanswered = 0;
      for (int i = 0; i < messages; i++) {
        byte[] packet = RawMqtt.publication("big/" + i, new byte[600], 1 + i % 65_535, true);
        mqtt.send(packet, packet.length);
        if (++unanswered == 1000 || i == messages - 1) {
          for (; unanswered > 0; unanswered--) {
            mqtt.read();
          }
        }
      }
    }
  }

  /** Notes all it hears; acknowledges at once or later. */
  private static final class Ear implements MqttConnection.Listener {
    final AtomicInteger arrived = new AtomicInteger();
    final AtomicInteger subscribed = new AtomicInteger();
    final List<String> lost = new CopyOnWriteArrayList<>();
    final List<Boolean> resumed = new CopyOnWriteArrayList<>();
    final Queue<String> topics = new ConcurrentLinkedQueue<>();
    final Queue<String> payloads = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Subscription subscription;
    private volatile boolean prompt;

    Ear(Subscription subscription, boolean prompt) {
      this.subscription = subscription;
      this.prompt = prompt;
    }

    void finish() {
      prompt = true;
      for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
        next.run();
      }
    }

    @Override
    public void accepted(MqttConnection connection, boolean present) {
      resumed.add(present);
      connection.subscribe(List.of(subscription));
    }

    @Override
    public void subscribed(MqttConnection connection, List<String> refused) {
      subscribed.incrementAndGet();
    }

    @Override
    public void lost(MqttConnection connection, String reason) {
      lost.add(reason);
    }

    @Override
    public void arrived(MqttConnection connection, Publication message, Runnable acknowledge) {
      arrived.incrementAndGet();
      topics.add(message.topic());
      payloads.add(new String(message.payload()));
      if (prompt) {
        acknowledge.run();
      } else {
        waiting.add(acknowledge);
      }
    }
  }
}
