package io.hearth.adapter.template;

import io.hearth.adapter.binding.Payload;
import io.hearth.model.device.Value;
import java.util.Map;
import java.util.Optional;

/** A template without anything to fill in. */
final class FixedText extends Template {

  private final String text;

  FixedText(String text) {
    this.text = text;
  }

  @Override
  public Optional<Value> read(Payload payload, Map<String, ?> variables) {
    return said(text);
  }

  @Override
  public String write(Map<String, ?> variables) {
    return text;
  }
}
