package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.template.Template;
import io.hearth.adapter.template.TemplateException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A topic that takes commands, and how they are written. Whatever the description says, a command
 * is never retained.
 */
record Target(String topic, Optional<Template> template) {

  /** The command that carries a value. */
  Outgoing send(@Nullable Object value) throws CannotCommandException {
    return send(value, Map.of());
  }

  /** The command that carries a value, its template knowing further names. */
  Outgoing send(@Nullable Object value, Map<String, ?> names) throws CannotCommandException {
    if (template.isEmpty()) {
      return Outgoing.mqtt(topic, Words.written(value));
    }
    Map<String, Object> all = new HashMap<>(names);
    if (value != null) {
      all.put("value", value);
    }
    try {
      return Outgoing.mqtt(topic, template.get().write(all));
    } catch (TemplateException failure) {
      throw new CannotCommandException(
          "the command template of " + topic + " fails: " + failure.getMessage());
    }
  }
}
