package io.hearth.adapter.homeassistant;

import io.hearth.adapter.template.TemplateException;
import io.hearth.model.device.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Switches and sirens. */
final class Switches {

  private Switches() {}

  static void add(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    boolean isOutlet = fields.text("device_class", "").equals("outlet");
    device.draft().type(isOutlet ? "outlet" : "switch").capability("OnOff");
    onOff(fields, device);
  }

  private static void onOff(Fields fields, Assembly device) throws TemplateException {
    Object on = orElse(fields.raw("payload_on"), "ON");
    Object off = orElse(fields.raw("payload_off"), "OFF");
    onState(fields, device, "value_template", on, off);
    Optional<Target> target = device.target(fields, "command_topic", "command_template");
    if (target.isPresent()) {
      device.command("turnOn", "on", call -> List.of(target.get().send(on)));
      device.command("turnOff", "on", call -> List.of(target.get().send(off)));
    }
  }

  /** The state of anything that is on or off. */
  static void onState(Fields fields, Assembly device, String templateKey, Object on, Object off)
      throws TemplateException {
    Object isOn = orElse(fields.raw("state_on"), on);
    Object isOff = orElse(fields.raw("state_off"), off);
    if (device.claims("on")) {
      device.readsExpiring(
          fields,
          "on",
          device.source(fields, "state_topic", templateKey),
          value -> either(value, isOn, isOff));
    }
  }

  static void siren(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    device.draft().type("siren").capability("Siren");
    List<String> tones = fields.words("available_tones");
    if (!tones.isEmpty()) {
      device.draft().choices("tone", tones);
    }
    Object on = orElse(fields.raw("payload_on"), "ON");
    Object off = orElse(fields.raw("payload_off"), "OFF");
    Object isOn = orElse(fields.raw("state_on"), on);
    Object isOff = orElse(fields.raw("state_off"), off);
    Optional<Source> state = device.source(fields, "state_topic", "state_value_template");
    if (device.claims("on")) {
      device.reads("on", state, value -> sirenState(value, isOn, isOff));
    }
    Optional<Target> target = device.target(fields, "command_topic", "command_template");
    Optional<Target> offTarget = device.target(fields, "command_topic", "command_off_template");
    if (target.isEmpty() || offTarget.isEmpty()) {
      return;
    }
    Target toOff = offTarget.get().template().isPresent() ? offTarget.get() : target.get();
    device.command(
        "turnOn",
        "on",
        call -> {
          Map<String, Object> names = new HashMap<>();
          names.put("state", on);
          call.argument("tone").ifPresent(tone -> names.put("tone", tone.raw()));
          call.argument("duration").ifPresent(duration -> names.put("duration", duration.raw()));
          return List.of(target.get().send(sirenCommand(target.get(), names, on), names));
        });
    device.command(
        "turnOff",
        "on",
        call ->
            List.of(
                toOff.send(sirenCommand(toOff, Map.of("state", off), off), Map.of("state", off))));
  }

  /** Without a template a siren is told in JSON. */
  private static Object sirenCommand(Target target, Map<String, Object> names, Object word) {
    return target.template().isPresent() ? word : Lights.json(names);
  }

  private static Optional<Value> sirenState(Value value, Object on, Object off) {
    if (value instanceof Value.Text(String text) && text.startsWith("{")) {
      return Words.jsonMember(text, "state").flatMap(word -> either(word, on, off));
    }
    return either(value, on, off);
  }

  static Optional<Value> either(Value said, Object yes, Object no) {
    if (Words.same(said, yes)) {
      return Optional.of(Value.of(true));
    }
    return Words.same(said, no) ? Optional.of(Value.of(false)) : Optional.empty();
  }

  static Object orElse(@Nullable Object value, Object otherwise) {
    return value == null ? otherwise : value;
  }
}
