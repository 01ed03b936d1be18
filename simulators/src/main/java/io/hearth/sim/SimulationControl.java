package io.hearth.sim;

import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.Map;

/**
 * The hands of whoever plays with a simulated home: what people and accidents do to devices. Each
 * call returns when it has been done; each fails with an {@link IllegalArgumentException} for a
 * device that is not simulated. Safe for use by any thread.
 */
public interface SimulationControl {

  /** Puts something in the way of a door, bolt or vacuum, or takes it away. */
  void obstruct(DeviceId device, boolean obstructed);

  /** Takes a device off the network without a word, as when its plug is pulled. */
  void offline(DeviceId device);

  /** Takes a device off the network for a while of real time. */
  void offline(DeviceId device, Duration time);

  /** Brings it back. */
  void online(DeviceId device);

  /** Makes a device hang: it stays connected but neither does, answers nor tells anything. */
  void silence(DeviceId device, boolean silent);

  /**
   * Does by hand at the device itself what a command could ask for; a door still takes its time.
   *
   * @throws IllegalArgumentException when the device cannot do that
   */
  void press(DeviceId device, String property, Value value);

  /** Makes a property take a value at once, such as what a sensor sees. */
  void set(DeviceId device, String property, Value value);

  /** Makes an alarm clock or doorbell ring. */
  void ring(DeviceId device);

  /** Everything that is true of the device itself, whether told or not. */
  Map<String, Value> state(DeviceId device);
}
