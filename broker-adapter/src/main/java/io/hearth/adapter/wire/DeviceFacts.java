package io.hearth.adapter.wire;

import io.hearth.model.device.Action;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.HomeId;
import io.hearth.model.device.RiskClass;
import io.hearth.model.state.DeviceState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a link needs to know of devices and cannot hear on the wire. */
public interface DeviceFacts {

  HomeId home();

  boolean isKnown(DeviceId device);

  /** What is believed of the device now. */
  DeviceState state(DeviceId device);

  /** What the catalogue says of an action of the device. */
  Optional<Action> action(DeviceId device, String action);

  /** How long to wait for the device to accept a command. */
  Duration commandTimeout(DeviceId device);

  /**
   * How long a command may wait for its turn; after it, whoever asked has been told that it was not
   * done, so it must not be.
   */
  default Duration worth(DeviceId device) {
    return commandTimeout(device).multipliedBy(2);
  }

  /** Whether an unanswered command may be sent a second time. */
  boolean isIdempotent(DeviceId device, String action);

  /**
   * Whether a command may be done a little later than it was given: nothing of a device of high
   * risk, and no toggling.
   */
  boolean mayWait(DeviceId device, String action);

  /**
   * The facts as the home and its device types have them at the moment of asking.
   *
   * @param states what is believed of each device at that moment
   * @param otherwise the command timeout for devices that are not in the home
   */
  static DeviceFacts of(
      Supplier<Home> home, Function<DeviceId, DeviceState> states, Duration otherwise) {
    return new DeviceFacts() {
      @Override
      public HomeId home() {
        return home.get().id();
      }

      @Override
      public boolean isKnown(DeviceId device) {
        return home.get().device(device).isPresent();
      }

      @Override
      public DeviceState state(DeviceId device) {
        return states.apply(device);
      }

      @Override
      public Optional<Action> action(DeviceId device, String action) {
        return home.get().device(device).flatMap(known -> known.action(action));
      }

      @Override
      public Duration commandTimeout(DeviceId device) {
        return home.get()
            .device(device)
            .map(Device::type)
            .map(type -> Duration.ofMillis(Math.round(type.commandTimeoutSeconds() * 1000)))
            .orElse(otherwise);
      }

      @Override
      public boolean isIdempotent(DeviceId device, String action) {
        return action(device, action).map(Action::idempotent).orElse(false);
      }

      @Override
      public boolean mayWait(DeviceId device, String action) {
        return isIdempotent(device, action)
            && home.get()
                .device(device)
                .map(Device::risk)
                .filter(risk -> risk != RiskClass.HIGH)
                .isPresent();
      }
    };
  }
}
