package io.hearth.language.reference;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.FloorId;
import io.hearth.model.device.Home;
import io.hearth.model.device.Value;
import io.hearth.model.state.ContextSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What words are understood against: the home at a moment, where the speaker is, and what was
 * spoken about.
 *
 * @param here where the speaker is
 * @param referred devices of earlier requests, newest first; a request's together
 */
public record Situation(
    HomeLexicon lexicon,
    ContextSnapshot snapshot,
    Optional<AreaId> here,
    List<List<DeviceId>> referred) {

  public Situation {
    referred = List.copyOf(referred);
  }

  public Home home() {
    return lexicon.home();
  }

  public boolean isHere(Device device) {
    return here.isPresent() && here.equals(device.area());
  }

  /** Whether a device is on the speaker's floor. */
  public boolean isOnThisFloor(Device device) {
    Optional<FloorId> floor = here.flatMap(area -> home().area(area)).flatMap(area -> area.floor());
    return floor.isPresent() && floor.equals(home().floorOf(device));
  }

  /** Whether the home has no such place. */
  public boolean isMissing(Place place) {
    return new Region(this, place).isMissing();
  }

  /** A place as slots of a request. */
  public Map<String, Value> slotsOf(Place place) {
    return new Region(this, place).slots();
  }

  /** The same situation after devices were spoken about. */
  public Situation after(List<DeviceId> devices) {
    if (devices.isEmpty()) {
      return this;
    }
    List<List<DeviceId>> all = new java.util.ArrayList<>();
    all.add(devices);
    all.addAll(referred);
    return new Situation(lexicon, snapshot, here, all);
  }
}
