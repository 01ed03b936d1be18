package io.hearth.sim;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.sim.physics.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The control of a simulation in the same process: brings every call to its loop. */
final class LocalControl implements SimulationControl {

  private final SimulationLoop loop;
  private final Function<DeviceId, Optional<SimulatedDevice>> devices;

  LocalControl(SimulationLoop loop, Function<DeviceId, Optional<SimulatedDevice>> devices) {
    this.loop = loop;
    this.devices = devices;
  }

  @Override
  public void obstruct(DeviceId device, boolean obstructed) {
    change(device, d -> d.model().obstruct(obstructed));
  }

  @Override
  public void offline(DeviceId device) {
    change(device, SimulatedDevice::goOffline);
  }

  @Override
  public void offline(DeviceId device, Duration time) {
    change(
        device,
        d -> {
          int absence = d.goOffline();
          loop.later(time, () -> d.returnFrom(absence));
        });
  }

  @Override
  public void online(DeviceId device) {
    change(device, SimulatedDevice::goOnline);
  }

  @Override
  public void silence(DeviceId device, boolean silent) {
    change(device, d -> d.silence(silent));
  }

  @Override
  public void press(DeviceId device, String property, Value value) {
    change(
        device,
        d -> {
          if (d.model().press(property, value)
              instanceof Answer.Rejected(String reason, Answer.Fault fault)) {
            throw new IllegalArgumentException("device " + device + " cannot: " + reason);
          }
        });
  }

  @Override
  public void set(DeviceId device, String property, Value value) {
    change(device, d -> d.model().set(property, value));
  }

  @Override
  public void ring(DeviceId device) {
    set(device, "ringing", Value.of(true));
  }

  @Override
  public Map<String, Value> state(DeviceId device) {
    SimulatedDevice simulated = find(device);
    return loop.call(() -> simulated.model().state());
  }

  private void change(DeviceId device, Consumer<SimulatedDevice> change) {
    SimulatedDevice simulated = find(device);
    loop.call(() -> {
      change.accept(simulated);
      simulated.tellChanges();
      return true;
    });
  }

  private SimulatedDevice find(DeviceId device) {
    return devices
        .apply(device)
        .orElseThrow(
            () -> new IllegalArgumentException("device " + device + " is not simulated here"));
  }
}
