package io.hearth.adapter.homeassistant;

import io.hearth.adapter.template.TemplateException;
import java.util.List;
import java.util.Set;

/** Which class understands which component. */
final class Components {

  /** Those that can be told to do something specific, the one that names a device first. */
  static final List<String> SPECIFIC =
      List.of(
          "climate",
          "water_heater",
          "lock",
          "alarm_control_panel",
          "cover",
          "valve",
          "vacuum",
          "lawn_mower",
          "humidifier",
          "fan",
          "light",
          "siren",
          "switch",
          "device_tracker");

  private static final Set<String> DETAILS =
      Set.of(
          "number",
          "text",
          "update",
          "image",
          "camera",
          "infrared",
          "tag",
          "notify",
          "date",
          "time",
          "datetime");

  private Components() {}

  static boolean isKnown(String component) {
    return SPECIFIC.contains(component)
        || DETAILS.contains(component)
        || Set.of(
                "sensor",
                "binary_sensor",
                "button",
                "scene",
                "select",
                "event",
                "device_automation")
            .contains(component);
  }

  /** Whether it is a thing of its own, which another one of the same kind makes ambiguous. */
  static boolean isSpecific(Entity entity) {
    return entity.isMain() && SPECIFIC.contains(entity.component());
  }

  static boolean isSpecificOrPressed(Entity entity) {
    return isSpecific(entity)
        || (entity.isMain() && Set.of("button", "scene").contains(entity.component()));
  }

  /**
   * Puts into a device what an entity is.
   *
   * @param detail what a value without meaning is reported as
   * @throws TemplateException when one of its templates is none
   */
  static void add(Entity entity, Assembly device, String detail) throws TemplateException {
    if (!entity.isMain() && SPECIFIC.contains(entity.component())) {
      Controls.setting(entity, device, detail);
      return;
    }
    switch (entity.component()) {
      case "light" -> Lights.add(entity, device);
      case "switch" -> Switches.add(entity, device);
      case "siren" -> Switches.siren(entity, device);
      case "cover" -> Covers.cover(entity, device);
      case "valve" -> Covers.valve(entity, device);
      case "fan" -> Fans.fan(entity, device);
      case "humidifier" -> Fans.humidifier(entity, device);
      case "climate" -> Climates.climate(entity, device);
      case "water_heater" -> Climates.waterHeater(entity, device);
      case "lock" -> Guards.lock(entity, device);
      case "alarm_control_panel" -> Guards.alarm(entity, device);
      case "vacuum" -> Robots.vacuum(entity, device);
      case "lawn_mower" -> Robots.mower(entity, device);
      case "sensor" -> Sensors.number(entity, device, detail);
      case "binary_sensor" -> Sensors.yesOrNo(entity, device, detail);
      case "device_tracker" -> Controls.tracker(entity, device);
      case "button", "scene" -> {
        if (entity.isMain() && entity.component().equals("button")) {
          Controls.button(entity, device);
        } else if (entity.isMain()) {
          Controls.scene(entity, device);
        }
      }
      case "select" -> Controls.select(entity, device, detail);
      case "event" -> Controls.event(entity, device, detail);
      case "device_automation" -> Controls.trigger(entity, device);
      default -> Controls.number(entity, device, detail);
    }
  }
}
