package io.hearth.adapter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BrokerSecurityTest {

  private static final String[] LAMP = {"-u", "lamp", "-P", "lamp-secret"};
  private static final String[] HEARTH = {"-u", "hearth", "-P", "own-secret"};

  @TempDir Path folder;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<BrokerProblem> problems = new CopyOnWriteArrayList<>();
  private BrokerUsers users;
  private EmbeddedBroker broker;

  @BeforeAll
  static void clientsAreInstalled() {
    Mosquitto.assumeInstalled();
  }

  @BeforeEach
  void start() {
    users = new BrokerUsers(folder.resolve("users.json"));
    users.put(user("lamp", "lamp-secret", "light.hall"));
    users.put(user("door", "door-secret", "door.hall"));
    broker =
        EmbeddedBroker.start(
            EmbeddedBrokerConfig.inMemory(0).withUsers(users.file(), "own-secret", false),
            meters,
            problems::add);
    broker.ready().toCompletableFuture().join();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void nobodyGetsInWithoutTheRightPassword() {
    assertThat(publish("hearth/light.hall/state").worked()).isFalse();
    assertThat(publish("hearth/light.hall/state", "-u", "lamp", "-P", "wrong").worked()).isFalse();
    assertThat(publish("hearth/light.hall/state", "-u", "nobody", "-P", "x").worked()).isFalse();
    assertThat(publish("x", "-u", "hearth", "-P", "lamp-secret").worked()).isFalse();
    assertThat(count("login")).isGreaterThanOrEqualTo(4);
  }

  @Test
  void aDeviceSpeaksForItselfAndHearsItsCommands() {
    // When
    assertThat(publish("hearth/light.hall/state", with(LAMP, "-r")).text()).contains("RC:0");
    assertThat(publish("hearth/light.hall/command", with(HEARTH, "-r")).text()).contains("RC:0");
    // Then
    assertThat(read("hearth/light.hall/command", LAMP).text())
        .isEqualTo("hearth/light.hall/command {}\n");
    assertThat(read("hearth/#", HEARTH).worked()).isTrue();
    assertThat(problems).isEmpty();
  }

  @Test
  void aDeviceThatSpeaksForAnotherIsRefusedCountedAndReported() {
    // When
    Mosquitto.Said said = publish("hearth/door.hall/state", with(LAMP, "-r"));
    // Then
    assertThat(said.text()).contains("135"); // not authorised, in MQTT 5's words
    assertThat(read("hearth/door.hall/state", HEARTH).worked()).isFalse();
    assertThat(count("topic")).isPositive();
    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.login()).isEqualTo("lamp");
          assertThat(problem.place()).isEqualTo("hearth/door.hall/state");
        });
  }

  @Test
  void anOlderClientThatSpeaksForAnotherIsNotHeardEither() {
    publish("hearth/door.hall/state", with(LAMP, "-r", "-V", "311"));
    assertThat(read("hearth/door.hall/state", HEARTH).worked()).isFalse();
  }

  @Test
  void aDeviceReadsNoCommandsOfOthersAndGivesNone() {
    assertThat(publish("hearth/door.hall/command", with(HEARTH, "-r")).text()).contains("RC:0");
    for (String filter :
        List.of("hearth/door.hall/command", "hearth/+/command", "#", "$share/g/hearth/#")) {
      assertThat(read(filter, LAMP).text()).as(filter).doesNotContain("door.hall/command");
    }
    assertThat(publish("hearth/light.hall/command", LAMP).text()).contains("135");
  }

  @Test
  void aLastWillForAnotherIsNotPublished() throws Exception {
    // Given
    Process client =
        new ProcessBuilder(
                "stdbuf",
                "-oL",
                "/usr/bin/mosquitto_sub",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(broker.port()),
                "-V",
                "5",
                "-u",
                "lamp",
                "-P",
                "lamp-secret",
                "-t",
                "hearth/light.hall/command",
                "-d",
                "--will-topic",
                "hearth/door.hall/availability",
                "--will-payload",
                "offline",
                "--will-retain")
            .redirectErrorStream(true)
            .start();
    try (var said = client.inputReader()) {
      for (String line = said.readLine(); !line.contains("SUBACK"); line = said.readLine()) {
        assertThat(line).isNotNull();
      }
      // When
      client.destroyForcibly().waitFor();
    }
    // Then
    await().until(() -> count("topic") > 0);
    assertThat(read("hearth/door.hall/availability", HEARTH).worked()).isFalse();
  }

  @Test
  void aClientIdStaysWithTheLoginThatUsedItFirst() {
    assertThat(publish("hearth/light.hall/state", with(LAMP, "-i", "one")).worked()).isTrue();
    assertThat(
            publish("hearth/door.hall/state", "-u", "door", "-P", "door-secret", "-i", "one")
                .worked())
        .isFalse();
    assertThat(publish("hearth/light.hall/state", with(LAMP, "-i", "hearth")).worked()).isFalse();
    assertThat(count("client_id")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void theBrokersOwnAddressesAreNobodysTopics() {
    for (String topic : List.of("$sys/x", "activemq.management", "activemq.notifications")) {
      publish(topic, HEARTH);
      assertThat(read(topic, HEARTH).worked()).as(topic).isFalse();
    }
    assertThat(publish("hearth/a::b", HEARTH).text()).contains("144");
    assertThat(read("hearth/a::b", HEARTH).worked()).isFalse();
  }

  @Test
  void loginsAreRotatedWithoutARestart() {
    // When
    users.put(user("lamp", "newer-secret", "light.hall"));
    users.remove("door");
    // Then
    await()
        .until(
            () -> publish("hearth/light.hall/state", "-u", "lamp", "-P", "newer-secret").worked());
    assertThat(publish("hearth/light.hall/state", LAMP).worked()).isFalse();
    assertThat(publish("x", "-u", "door", "-P", "door-secret").worked()).isFalse();
  }

  @Test
  void tooLargeAndIllegalMessagesAreRefusedAndTheBrokerGoesOn() throws Exception {
    // Given
    Path large = folder.resolve("large");
    Files.write(large, new byte[400 * 1024]);
    Path vast = folder.resolve("vast");
    Files.write(vast, new byte[3 * 1024 * 1024]);
    // When
    String deep = "a/".repeat(40) + "a";
    assertThat(publish(deep, HEARTH).text()).contains("144");
    assertThat(publish("a".repeat(2000), HEARTH).text()).contains("144");
    for (Path file : List.of(large, vast)) {
      for (String version : List.of("5", "311")) {
        new ProcessBuilder(
                "/usr/bin/mosquitto_pub",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(broker.port()),
                "-V",
                version,
                "-u",
                "hearth",
                "-P",
                "own-secret",
                "-q",
                "1",
                "-t",
                "large",
                "-r",
                "-f",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      }
    }
    // Then
    assertThat(read("large", HEARTH).worked()).isFalse();
    assertThat(count("illegal")).isEqualTo(2);
    assertThat(count("size")).isPositive();
    assertThat(publish("fine", HEARTH).text()).contains("RC:0");
  }

  @Test
  void othersThanThisMachineAreNotListenedToWhileNobodyIsKnown() {
    Path nobody = folder.resolve("nobody.json");
    assertThatThrownBy(() ->
            EmbeddedBroker.start(
                EmbeddedBrokerConfig.inMemory(0)
                    .withHost("0.0.0.0")
                    .withUsers(nobody, "own-secret", true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("broker-user add")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aFileOfLoginsThatOthersMayReadIsRefused() throws Exception {
    Files.setPosixFilePermissions(users.file(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(users::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void passwordsAreKeptAsSaltedHashes() throws Exception {
    String file = Files.readString(users.file());
    assertThat(file).contains("pbkdf2-sha512$").doesNotContain("lamp-secret");
    assertThat(Passwords.hash("same", true)).isNotEqualTo(Passwords.hash("same", true));
    assertThat(Files.getPosixFilePermissions(users.file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  private static BrokerUser user(String name, String password, String device) {
    return new BrokerUser(
        name, Optional.of(Passwords.hash(password, true)), List.of(device), List.of(), false);
  }

  private Mosquitto.Said publish(String topic, String... more) {
    return Mosquitto.publish(broker.port(), topic, "{}", more);
  }

  private Mosquitto.Said read(String filter, String... more) {
    return Mosquitto.read(broker.port(), filter, more);
  }

  private double count(String kind) {
    return meters.get("hearth.broker.refused").tag("kind", kind).counter().count();
  }

  private static String[] with(String[] login, String... more) {
    String[] all = java.util.Arrays.copyOf(login, login.length + more.length);
    System.arraycopy(more, 0, all, login.length, more.length);
    return all;
  }
}
