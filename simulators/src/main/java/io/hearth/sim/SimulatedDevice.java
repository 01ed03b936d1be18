package io.hearth.sim;

import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.sim.physics.Answer;
import io.hearth.sim.physics.DeviceModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device with its link: what happens to it is told, what it is told happens. */
final class SimulatedDevice implements DeviceSide {

  private static final Logger LOGGER = LoggerFactory.getLogger(SimulatedDevice.class);
  private static final int REMEMBERED_ANSWERS = 64;

  private final DeviceModel model;
  private final WireJson json;
  private final InstantSource clock;
  private final DeviceLink link;
  private final CompletableFuture<Void> firstJoined = new CompletableFuture<>();

  private final Map<String, Answer> answers =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
          return size() > REMEMBERED_ANSWERS;
        }
      };

  private boolean silent;
  private int absences;

  /**
   * @param links makes its link
   */
  SimulatedDevice(
      DeviceModel model,
      WireJson json,
      InstantSource clock,
      Function<DeviceSide, DeviceLink> links) {
    this.model = model;
    this.json = json;
    this.clock = clock;
    this.link = links.apply(this);
  }

  Device device() {
    return model.device();
  }

  DeviceModel model() {
    return model;
  }

  /** Completes when it was on the network for the first time. */
  CompletableFuture<Void> firstJoined() {
    return firstJoined;
  }

  void goOnline() {
    absences++;
    link.join();
  }

  /** Is gone without a word; gives the number of this absence. */
  int goOffline() {
    absences++;
    link.vanish();
    return absences;
  }

  /** Ends an absence unless something else happened since. */
  void returnFrom(int absence) {
    if (absence == absences) {
      goOnline();
    }
  }

  CompletableFuture<Void> leave() {
    return link.leave();
  }

  void silence(boolean nowSilent) {
    silent = nowSilent;
    if (!silent) {
      link.tell();
    }
  }

  /** Lets simulated time pass and tells what came of it. */
  void advance(Instant simulated) {
    model.advance(simulated);
    tellChanges();
  }

  void tellChanges() {
    if (!silent && model.takeChanged()) {
      link.tell();
    }
  }

  @Override
  public byte[] description() {
    return json.description(model.device());
  }

  @Override
  public byte[] state() {
    return json.state(model.state(), clock.instant());
  }

  @Override
  public Map<String, Value> values() {
    return model.state();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Optional<Answer> take(String action, Map<String, Value> arguments) {
    return silent ? Optional.empty() : Optional.of(model.command(action, arguments));
  }

  @Override
  public boolean isSilent() {
    return silent;
  }

  @Override
  public Optional<Answer> take(byte[] command, String correlation) {
    if (silent) {
      return Optional.empty();
    }
    Answer known = answers.get(correlation);
    if (known != null) {
      return Optional.of(known);
    }
    Answer answer = obey(command);
    if (!correlation.isEmpty()) {
      answers.put(correlation, answer);
    }
    return Optional.of(answer);
  }

  @Override
  public void answered() {
    tellChanges();
  }

  @Override
  public void joined() {
    LOGGER.atDebug().addKeyValue("deviceId", device().id()).log("device is on the network");
    firstJoined.complete(null);
  }

  private Answer obey(byte[] command) {
    try {
      Map<String, Value> fields = json.object(command);
      if (!(fields.get("action") instanceof Value.Text(String action))) {
        return Answer.badCommand("malformed command: no action");
      }
      Map<String, Value> arguments =
          fields.get("arguments") instanceof Value.Fields(Map<String, Value> given)
              ? given
              : Map.of();
      return model.command(action, arguments);
    } catch (IllegalArgumentException e) {
      return Answer.badCommand("malformed command: " + e.getMessage());
    }
  }
}
