package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.template.Template;
import io.hearth.adapter.template.TemplateException;
import io.hearth.model.device.Value;
import java.util.Optional;

/** A topic where a value is said, and how it is found there; without a template it is the text. */
record Source(String topic, Optional<Template> template) {

  /** What is said; empty when nothing is, or when it is said that it is not known. */
  Optional<Value> read(Payload payload) throws TemplateException {
    if (template.isPresent()) {
      return template.get().read(payload);
    }
    String word = payload.text().strip();
    return word.isEmpty() || word.equals("None") ? Optional.empty() : Optional.of(Value.of(word));
  }
}
