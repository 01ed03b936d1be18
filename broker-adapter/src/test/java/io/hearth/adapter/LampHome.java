package io.hearth.adapter;

import io.hearth.adapter.wire.DeviceFacts;
import io.hearth.model.device.Action;
import io.hearth.model.device.Capability;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Home;
import io.hearth.model.device.HomeId;
import io.hearth.model.device.RiskClass;
import io.hearth.model.state.DeviceState;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A home with two lamps that may take half a second to accept a command. */
public final class LampHome {

  public static final DeviceId LAMP = new DeviceId("light.hall.1");
  public static final DeviceId OTHER_LAMP = new DeviceId("light.hall.2");
  public static final Duration TIMEOUT = Duration.ofMillis(500);

  private LampHome() {}

  public static Home home() {
    Capability onOff =
        new Capability(
            "OnOff",
            List.of(),
            List.of(action("turnOn", true), action("turnOff", true), action("toggle", false)));
    DeviceType light =
        new DeviceType(
            "light",
            Map.of("en", List.of("light")),
            Map.of(),
            List.of(onOff),
            RiskClass.LOW,
            Set.of(),
            Set.of(),
            Map.of(),
            TIMEOUT.toMillis() / 1000.0,
            2);
    return new Home(
        new HomeId("lamps"),
        "Lamps",
        ZoneId.of("Europe/Stockholm"),
        59.33,
        18.06,
        List.of(),
        List.of(),
        List.of(),
        List.of(
            Device.of(LAMP, "Lamp", light).build(),
            Device.of(OTHER_LAMP, "Other lamp", light).build()));
  }

  public static DeviceFacts facts() {
    return DeviceFacts.of(LampHome::home, DeviceState::unknown, Duration.ofMillis(700));
  }

  private static Action action(String name, boolean idempotent) {
    return new Action(name, List.of(), List.of(), List.of(), idempotent);
  }
}
