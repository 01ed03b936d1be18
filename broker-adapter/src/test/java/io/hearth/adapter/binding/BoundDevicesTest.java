package io.hearth.adapter.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.DeviceFacts;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.adapter.wire.Problems;
import io.hearth.adapter.wire.Routes;
import io.hearth.adapter.wire.SaidState;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundDevicesTest {

  private static final DeviceId LAMP = new DeviceId("lamp");
  private static final Duration SOON = Duration.ofMillis(400);

  private final RecordedReports reports = new RecordedReports();
  private final Problems problems = new Problems(InstantSource.system());
  private final LinkMetrics metrics = new LinkMetrics(new SimpleMeterRegistry(), "mqtt", problems);
  private final Words better = new Words("better");
  private final Words plain = new Words("plain");
  private final RecordedTransport mqtt = new RecordedTransport();
  private DeviceState known = DeviceState.unknown(LAMP);
  private final BoundDevices devices =
      new BoundDevices(
          List.of(better, plain),
          List.of("owner", "better", "plain"),
          "reply",
          DeviceFacts.of(LampHome::home, device -> known, SOON),
          problems,
          metrics);

  BoundDevicesTest() {
    devices.carriedBy(mqtt);
  }

  @AfterEach
  void close() {
    devices.close();
  }

  @Test
  void aFloodOfDescriptionsIsOneAnnouncementOfEachDevice() {
    // When
    for (int i = 0; i < 500; i++) {
      say("plain/lamp" + i % 50 + "/about", "Lamp " + i);
    }
    // Then
    await().until(() -> devices.size() == 50);
    await().until(() -> reports.announcements().size() >= 50);
    assertThat(reports.announcements().size()).isLessThan(200);
    assertThat(mqtt.watched).contains(topic("plain/lamp7/state"));
  }

  @Test
  void whatADeviceSaysOfItselfReachesTheHouseRetainedAndLiveToldApart() {
    // Given
    described();
    // When
    devices.arrived(message("plain/lamp/state", "on", true));
    devices.arrived(message("plain/lamp/state", "off", false));
    // Then
    assertThat(reports.reports(LAMP))
        .extracting(StateReport::source)
        .containsExactly(Source.RETAINED, Source.REPORTED);
  }

  @Test
  void aDeviceThatTwoConventionsDescribeIsOneAndTheBetterOneHasIt() {
    // Given
    described();
    // When
    say("better/lamp-b/about", "Lamp");
    // Then
    await().until(() -> reports.removed().contains(LAMP));
    assertThat(devices.isBound(new DeviceId("lamp-b"))).isTrue();
    // When the better one does not know it any more
    say("better/lamp-b/about", "");
    // Then
    await().until(() -> devices.isBound(LAMP));
    assertThat(devices.isBound(new DeviceId("lamp-b"))).isFalse();
  }

  @Test
  void aStrangerCannotTakeTheIdOfADevice() {
    // Given
    described();
    better.identity = "mac:stranger";
    // When
    say("better/lamp/about", "Evil twin");
    // Then
    await().until(() -> !problems.all().isEmpty());
    assertThat(problems.all().getFirst().reason()).contains("takeover refused");
    assertThat(devices.binding(LAMP).orElseThrow().announcement().orElseThrow().name())
        .isEqualTo("Lamp");
  }

  @Test
  void aCommandIsConfirmedByTheDevicesReportOnly() {
    // Given
    described();
    known = state("on", false);
    // When
    CompletableFuture<Answer> answer = send("turnOn");
    // Then
    assertThat(mqtt.sent.getFirst().text()).isEqualTo("turnOn");
    assertThat(answer).isNotDone();
    // When it repeats itself
    devices.arrived(message("plain/lamp/state", "off", false));
    assertThat(answer).isNotDone();
    // When it says what it became
    devices.arrived(message("plain/lamp/state", "on", false));
    // Then
    assertThat(answer).isCompletedWithValue(new Answer.Accepted());
  }

  @Test
  void whatWasRetainedConfirmsNothing() {
    // Given
    described();
    known = state("on", false);
    CompletableFuture<Answer> answer = send("turnOn");
    // When
    devices.arrived(message("plain/lamp/state", "on", true));
    // Then
    assertThat(answer.handle((given, failure) -> failure).join())
        .satisfies(failure -> assertThat(timeout(failure)).isInstanceOf(TimeoutException.class));
  }

  @Test
  void aDeviceThatNeverTellsIsNotSaidToHaveDoneIt() {
    // Given
    plain.confirmation = new Confirmation.Never("it does not report");
    described();
    // When
    Answer answer = send("turnOn").join();
    // Then
    assertThat(answer).isEqualTo(new Answer.Unconfirmed("it does not report"));
  }

  @Test
  void anActionWithoutAWayIsRejectedAndNothingIsSent() {
    // Given
    described();
    // When
    Answer answer = send("explode").join();
    // Then
    assertThat(answer).isInstanceOf(Answer.Rejected.class);
    assertThat(mqtt.sent).isEmpty();
  }

  @Test
  void aSilentSourceMakesItsPropertiesTooOldToBeBelieved() {
    // Given
    plain.lapse = Optional.of(new StateSource.Lapse(Duration.ofMillis(1), Map.of()));
    described();
    // When
    devices.arrived(message("plain/lamp/state", "on", false));
    // Then
    await()
        .untilAsserted(() ->
            assertThat(reports.outdated())
                .containsExactly(new RecordedReports.Outdated(LAMP, Set.of("on"))));
  }

  @Test
  void aSilentSourceMayMeanSomething() {
    // Given
    plain.lapse =
        Optional.of(new StateSource.Lapse(Duration.ofMillis(1), Map.of("on", Value.of(false))));
    described();
    // When
    devices.arrived(message("plain/lamp/state", "on", false));
    // Then
    await().until(() -> reports.value(LAMP, "on").equals(Optional.of(Value.of(false))));
    assertThat(reports.reports(LAMP).getLast().source()).isEqualTo(Source.ASSUMED);
  }

  @Test
  void whatCannotBeReadIsAProblemOfTheDeviceAndStopsNothing() {
    // Given
    described();
    // When
    devices.arrived(message("plain/lamp/state", "\u0000mess", false));
    devices.arrived(message("plain/lamp/state", "on", false));
    // Then
    assertThat(problems.all())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.device()).contains(LAMP);
          assertThat(problem.place()).isEqualTo("plain/lamp/state");
          assertThat(problem.head()).isEqualTo("\u00b7mess");
        });
    assertThat(reports.value(LAMP, "on")).contains(Value.of(true));
  }

  @Test
  void allProbesMustSayThatADeviceIsThereWhereItsRuleSaysSo() {
    // Given
    described();
    // When
    devices.arrived(message("plain/bridge", "here", true));
    assertThat(reports.reachabilities(LAMP)).isEmpty();
    devices.arrived(message("plain/lamp/there", "here", true));
    // Then
    assertThat(reports.availability(LAMP)).isEqualTo(Availability.ONLINE);
    // When
    devices.arrived(message("plain/bridge", "gone", false));
    // Then
    assertThat(reports.availability(LAMP)).isEqualTo(Availability.OFFLINE);
  }

  @Test
  void aChangedDescriptionKeepsWhatWasHeardOfItsReachability() {
    // Given
    described();
    devices.arrived(message("plain/bridge", "here", true));
    devices.arrived(message("plain/lamp/there", "here", true));
    // When
    say("plain/lamp/about", "Renamed lamp");
    await().until(() -> reports.announcements().size() == 2);
    devices.arrived(message("plain/lamp/there", "here", true));
    // Then
    assertThat(reports.availability(LAMP)).isEqualTo(Availability.ONLINE);
  }

  private void described() {
    say("plain/lamp/about", "Lamp");
    await().until(() -> devices.isBound(LAMP));
  }

  private CompletableFuture<Answer> send(String action) {
    return devices.send(Command.of(LAMP, action), "c1", SOON);
  }

  private void say(String topic, String text) {
    devices.arrived(message(topic, text, true)).toCompletableFuture().join();
  }

  private static Message message(String topic, String text, boolean retained) {
    return new Message(topic(topic), Payload.of(text), retained, Optional.empty());
  }

  private static Address topic(String topic) {
    return new Address.Mqtt(topic);
  }

  private static Throwable timeout(Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  private static DeviceState state(String property, boolean value) {
    return DeviceState.unknown(LAMP)
        .after(
            new StateReport(
                LAMP,
                Map.of(property, Value.of(value)),
                Source.REPORTED,
                Instant.EPOCH,
                Optional.empty()));
  }

  /** A convention of four words: on, off, here, gone. */
  private static final class Words implements Convention {

    private final String name;
    private final Map<DeviceId, String> names = new LinkedHashMap<>();
    private Confirmation confirmation = new Confirmation.ByReport(Set.of("on"));
    private Optional<StateSource.Lapse> lapse = Optional.empty();
    private String identity = "mac:1";

    Words(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<Filter> filters() {
      return List.of(Filter.descriptions(name + "/+/about"));
    }

    @Override
    public void learn(Message message, Learned learned) {
      DeviceId device = new DeviceId(message.place().split("/")[1]);
      if (message.payload().isEmpty()) {
        names.remove(device);
      } else {
        names.put(device, message.payload().text());
      }
      learned.changed(device);
    }

    @Override
    public Optional<DeviceBinding> describe(DeviceId device) {
      return Optional.ofNullable(names.get(device)).map(called -> binding(device, called));
    }

    private DeviceBinding binding(DeviceId device, String called) {
      String base = name + "/" + device;
      return new DeviceBinding(
          device,
          Optional.of(
              new Announcement(
                  device,
                  called,
                  List.of(),
                  Optional.empty(),
                  "light",
                  Optional.empty(),
                  List.of(),
                  List.of(),
                  List.of(),
                  Map.of())),
          device.value().startsWith("lamp") && device.value().length() < 7
              ? Set.of(identity + device.value().replaceAll("[^0-9]", ""))
              : Set.of(),
          List.of(new StateSource(topic(base + "/state"), Set.of("on"), Words::decode, lapse)),
          List.of(
              new AvailabilityRule(
                  AvailabilityRule.Mode.ALL,
                  List.of(probe(name + "/bridge"), probe(base + "/there")))),
          Map.of(
              "turnOn",
              new CommandBinding(
                  call -> List.of(Outgoing.mqtt(base + "/do", call.command().action())),
                  confirmation)));
    }

    private static AvailabilityRule.Probe probe(String at) {
      return new AvailabilityRule.Probe(
          topic(at), payload -> Optional.of(payload.text().equals("here")));
    }

    private static SaidState decode(Payload payload) throws MalformedPayloadException {
      return switch (payload.text()) {
        case "on" -> new SaidState(Map.of("on", Value.of(true)), Optional.empty());
        case "off" -> new SaidState(Map.of("on", Value.of(false)), Optional.empty());
        default -> throw new MalformedPayloadException("neither on nor off");
      };
    }
  }

  /** A transport that takes everything. */
  private final class RecordedTransport implements Transport {

    private final List<Outgoing> sent = new CopyOnWriteArrayList<>();
    private final List<Address> watched = new CopyOnWriteArrayList<>();
    private final Inbox inbox =
        new Inbox("mqtt", reports, new Routes(), InstantSource.system(), metrics);

    @Override
    public boolean carries(Address address) {
      return address instanceof Address.Mqtt;
    }

    @Override
    public Inbox inbox() {
      return inbox;
    }

    @Override
    public void watch(Set<Address> addresses) {
      watched.addAll(addresses);
    }

    @Override
    public void unwatch(Set<Address> addresses) {
      watched.removeAll(addresses);
    }

    @Override
    public CompletableFuture<Answer> send(Outgoing message, String correlation, Duration within) {
      sent.add(message);
      return CompletableFuture.completedFuture(new Answer.Accepted());
    }
  }
}
