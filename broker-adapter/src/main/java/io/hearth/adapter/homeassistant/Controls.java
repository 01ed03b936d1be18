package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.template.TemplateException;
import io.hearth.model.device.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Buttons, choices, triggers, places of people, and all that is only ever a detail. */
final class Controls {

  private Controls() {}

  static void button(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    press(fields, device, "button", Switches.orElse(fields.raw("payload_press"), "PRESS"));
  }

  static void scene(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    press(fields, device, "scene", Switches.orElse(fields.raw("payload_on"), "ON"));
  }

  /** Pressing shows in nothing: it is never confirmed. */
  private static void press(Fields fields, Assembly device, String type, Object payload)
      throws TemplateException {
    Optional<Target> target = device.target(fields, "command_topic", "command_template");
    if (target.isPresent() && !device.draft().has("ModeSelect")) {
      device.draft().type(type).capability("Scenes");
      device.command("activate", "", call -> List.of(target.get().send(payload)));
    }
  }

  /** A choice; the device's mode where it has no other. */
  static void select(Entity entity, Assembly device, String detail) throws TemplateException {
    Fields fields = entity.fields();
    List<String> options = fields.words("options");
    Optional<Source> state = device.source(fields, "state_topic", "value_template");
    Optional<Target> target = device.target(fields, "command_topic", "command_template");
    boolean isTheMode =
        entity.isMain()
            && !options.isEmpty()
            && target.isPresent()
            && !device.draft().isTyped()
            && device.claims("mode");
    if (!isTheMode) {
      device.detail(detail, state);
      return;
    }
    device.draft().type("helper").capability("ModeSelect").choices("mode", options);
    device.reads(
        "mode",
        state,
        value -> Optional.of(Words.written(value)).filter(options::contains).map(Value::of));
    device.command(
        "activate",
        "mode",
        call -> {
          String option = call.word("mode");
          if (!options.contains(option)) {
            throw new CannotCommandException("it has no choice " + option);
          }
          return List.of(target.get().send(option));
        });
  }

  static void number(Entity entity, Assembly device, String detail) throws TemplateException {
    device.detail(detail, device.source(entity.fields(), "state_topic", "value_template"));
  }

  /** A switch that is a setting. */
  static void setting(Entity entity, Assembly device, String detail) throws TemplateException {
    Fields fields = entity.fields();
    Optional<Source> source = device.source(fields, "state_topic", "value_template");
    String property = io.hearth.adapter.vocabulary.DeviceDraft.extraName(detail);
    if (source.isEmpty() || !device.claims(property)) {
      return;
    }
    Object on =
        Switches.orElse(fields.raw("state_on"), Switches.orElse(fields.raw("payload_on"), "ON"));
    Object off =
        Switches.orElse(fields.raw("state_off"), Switches.orElse(fields.raw("payload_off"), "OFF"));
    device.reads(
        property, source, value -> Switches.either(value, on, off).or(() -> Assembly.plain(value)));
  }

  /** What was pressed or happened last: an event entity says it in {@code event_type}. */
  static void event(Entity entity, Assembly device, String detail) throws TemplateException {
    Fields fields = entity.fields();
    Optional<Source> source = device.source(fields, "state_topic", "value_template");
    String property = io.hearth.adapter.vocabulary.DeviceDraft.extraName(detail);
    if (source.isPresent() && device.claims(property)) {
      device.reads(
          property,
          source,
          value -> {
            if (value instanceof Value.Fields(var members)) {
              return Optional.ofNullable(members.get("event_type"));
            }
            return value instanceof Value.Text(String text) && text.startsWith("{")
                ? Words.jsonMember(text, "event_type")
                : Assembly.plain(value);
          });
    }
    pressed(entity, device);
  }

  /** A press that is told by a message of its own. */
  static void trigger(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    String name = Words.slug(fields.text("type", "trigger") + "_" + fields.text("subtype", ""));
    Optional<Source> source = device.source(fields, "topic", "value_template");
    Object payload = fields.raw("payload");
    if (source.isPresent()) {
      String property = "action";
      device.reads(
          source.get().topic(),
          Set.of(property),
          (message, said) ->
              source
                  .get()
                  .read(message)
                  .ifPresent(value -> {
                    if (payload == null || Words.same(value, payload)) {
                      said.put(property, Value.of(payload == null ? name : Words.written(payload)));
                    }
                  }));
    }
    pressed(entity, device);
  }

  private static void pressed(Entity entity, Assembly device) {
    if (entity.isMain()
        && !entity.fields().text("device_class", "button").equals("motion")
        && !device.draft().isTyped()) {
      device.draft().type("button").capability("Scenes");
    }
  }

  static void tracker(Entity entity, Assembly device) throws TemplateException {
    Fields fields = entity.fields();
    device.draft().type("person").capability("Presence");
    Object home = Switches.orElse(fields.raw("payload_home"), "home");
    Object away = Switches.orElse(fields.raw("payload_not_home"), "not_home");
    Optional<Source> state = device.source(fields, "state_topic", "value_template");
    if (state.isPresent() && device.claims("location")) {
      device.readsExpiring(
          fields,
          "location",
          state,
          value -> {
            Optional<Value> known = Switches.either(value, home, away);
            return known.isPresent()
                ? Optional.of(Value.of(known.get().isTrue() ? "home" : "away"))
                : Optional.of(Value.of(Words.written(value)));
          });
    }
  }
}
