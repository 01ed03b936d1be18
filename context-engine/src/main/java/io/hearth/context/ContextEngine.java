package io.hearth.context;

import io.hearth.model.HomeEvent;
import io.hearth.model.decision.Decision;
import io.hearth.model.decision.ExpectedEffect;
import io.hearth.model.decision.Plan;
import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Availability;
import io.hearth.model.state.ContextSnapshot;
import io.hearth.model.state.DeviceState;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is true now in one home: takes in facts and gives immutable snapshots.
 *
 * <p>Facts come from one writer, the subscription to the home's events; what turns add (mentions,
 * assumed effects) may come from any thread. Snapshots may be taken from any thread, and take no
 * longer for a home of a thousand devices than for one of ten.
 */
public final class ContextEngine {

  private static final Logger LOGGER = LoggerFactory.getLogger(ContextEngine.class);

  private final InstantSource clock;
  private final Sun sun;
  private volatile Picture picture;

  /**
   * @param home as described
   * @param states what is believed of its devices so far
   * @param clock tells what is recent and what is still to come
   */
  public ContextEngine(Home home, Map<DeviceId, DeviceState> states, InstantSource clock) {
    this(Picture.of(home, states), new Sun(home, clock.instant()), clock);
  }

  private ContextEngine(Picture picture, Sun sun, InstantSource clock) {
    this.clock = clock;
    this.sun = sun;
    this.picture = picture;
  }

  /** Takes in a fact about this home; facts about other homes change nothing. */
  public void accept(HomeEvent event) {
    if (!event.home().equals(home().id())) {
      return;
    }
    Instant now = clock.instant();
    switch (event) {
      case HomeEvent.StateChanged changed ->
          change(known -> known.with(changed.state(), changed.transitions(), now));
      case HomeEvent.AvailabilityChanged changed ->
          availability(changed.device(), changed.availability(), changed.at());
      case HomeEvent.DevicesDescribed described -> describe(described.devices());
      case HomeEvent.DeviceRemoved removed -> change(known -> known.without(removed.device()));
      case HomeEvent.TurnTaken taken -> mention(taken.turn());
      case HomeEvent.CommandCompleted completed -> {
        // its effect is told by the device's reports
      }
      case HomeEvent.TurnProgressed progressed -> {
        // told to people, changes nothing
      }
    }
  }

  /** One consistent moment as the speaker of an utterance sees it. */
  public ContextSnapshot snapshot(Utterance utterance) {
    Picture now = picture;
    return new ContextSnapshot(
        now.home(),
        now.states(),
        utterance.at(),
        sun.isUp(utterance.at()),
        SpeakerPlace.areaOf(utterance, now),
        utterance.satellite(),
        utterance.speaker(),
        now.recent().at(utterance.at()),
        now.mentions().heardBy(utterance));
  }

  /** An engine that knows the same and learns further facts on its own; costs nothing. */
  public ContextEngine fork(InstantSource ownClock) {
    return new ContextEngine(picture, sun, ownClock);
  }

  /**
   * Takes in what a device said; older sayings and devices that are not in the home are ignored.
   */
  public void apply(StateReport report) {
    Instant now = clock.instant();
    change(known -> known.with(report, now));
  }

  /** Takes in whether a device can be reached. */
  public void availability(DeviceId device, Availability availability, Instant at) {
    Instant now = clock.instant();
    change(known -> known.with(device, availability, at, now));
  }

  /** Holds for true, from now, what commands bring about, where no device is asked. */
  public void assume(ExpectedEffect... effects) {
    assume(Arrays.asList(effects));
  }

  /** Holds for true, from now, what commands bring about, where no device is asked. */
  public void assume(Collection<ExpectedEffect> effects) {
    Instant now = clock.instant();
    for (ExpectedEffect effect : effects) {
      Map<String, Value> property = Map.of(effect.property(), effect.value());
      apply(new StateReport(effect.device(), property, Source.ASSUMED, now, Optional.empty()));
    }
  }

  /** Remembers that a device was spoken about, whatever the conversation. */
  public void mention(DeviceId device, Instant at) {
    change(known -> known.mentioning(device, at));
  }

  /** The home as it is described now. */
  public Home home() {
    return picture.home();
  }

  private void mention(TurnRecord turn) {
    Optional<Plan> plan =
        switch (turn.decision()) {
          case Decision.Act act -> Optional.of(act.plan());
          case Decision.Answer answer -> Optional.of(answer.plan());
          case Decision.Confirm confirm -> Optional.of(confirm.plan());
          case Decision.Clarify clarify -> Optional.empty();
          case Decision.Decline decline -> Optional.empty();
        };
    List<DeviceId> devices =
        plan.stream()
            .flatMap(done -> done.hypothesis().requests().stream())
            .flatMap(request -> request.targets().stream())
            .distinct()
            .toList();
    Utterance utterance = turn.utterance();
    change(known -> known.mentioning(devices, utterance, utterance.at()));
  }

  /** Writers take turns; readers never wait. */
  private synchronized void change(UnaryOperator<Picture> next) {
    picture = next.apply(picture);
  }

  private void describe(List<Device> devices) {
    List<Device> placed = devices.stream().filter(this::isPlaced).toList();
    change(known -> known.with(placed));
  }

  private boolean isPlaced(Device device) {
    boolean placed = device.area().filter(area -> home().area(area).isEmpty()).isEmpty();
    if (!placed) {
      LOGGER
          .atWarn()
          .addKeyValue("deviceId", device.id())
          .addKeyValue("area", device.area().orElseThrow())
          .log("device described in an area that the home does not have, ignored");
    }
    return placed;
  }
}
