package io.hearth.adapter.wire;

import io.hearth.model.device.Action;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.HomeId;
import java.time.Duration;
import java.util.function.Supplier;

/** What a link needs to know of devices and cannot hear on the wire. */
public interface DeviceFacts {

  HomeId home();

  boolean isKnown(DeviceId device);

  /** How long to wait for the device to accept a command. */
  Duration commandTimeout(DeviceId device);

  /** Whether an unanswered command may be sent a second time. */
  boolean isIdempotent(DeviceId device, String action);

  /**
   * The facts as the home and its device types have them at the moment of asking.
   *
   * @param otherwise the command timeout for devices that are not in the home
   */
  static DeviceFacts of(Supplier<Home> home, Duration otherwise) {
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
      public Duration commandTimeout(DeviceId device) {
        return home.get()
            .device(device)
            .map(Device::type)
            .map(type -> Duration.ofMillis(Math.round(type.commandTimeoutSeconds() * 1000)))
            .orElse(otherwise);
      }

      @Override
      public boolean isIdempotent(DeviceId device, String action) {
        return home.get()
            .device(device)
            .flatMap(known -> known.action(action))
            .map(Action::idempotent)
            .orElse(false);
      }
    };
  }
}
