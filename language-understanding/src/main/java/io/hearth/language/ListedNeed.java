package io.hearth.language;

import io.hearth.language.reference.Need;
import io.hearth.language.reference.Situation;
import io.hearth.model.device.Device;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import java.util.List;
import java.util.Map;

/** A list must have the item that is to be ticked off or taken away, where any list has it. */
record ListedNeed(Situation situation, Intent intent, String item) implements Need {

  @Override
  public boolean fits(Device device) {
    return isAble(device)
        && (has(device) || situation.home().devices().stream().noneMatch(d -> isAble(d) && has(d)));
  }

  private boolean isAble(Device device) {
    return situation.lexicon().able(intent.word()).contains(device.id());
  }

  private boolean has(Device device) {
    return situation.snapshot().value(device.id(), "items").orElse(null)
            instanceof Value.Items(List<Value> items)
        && items.stream().anyMatch(this::isItem);
  }

  private boolean isItem(Value entry) {
    Value name =
        entry instanceof Value.Fields(Map<String, Value> fields)
            ? fields.getOrDefault("name", Value.of(""))
            : entry;
    return name instanceof Value.Text(String text) && text.equalsIgnoreCase(item);
  }

  @Override
  public boolean isQuestion() {
    return false;
  }

  @Override
  public boolean each() {
    return false;
  }
}
