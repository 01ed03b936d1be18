package io.hearth.language;

import io.hearth.language.reference.Need;
import io.hearth.language.reference.OptionWord;
import io.hearth.model.device.Device;

/** A device must have the choice said, and an action for the intent that takes it. */
record OptionNeed(CommandNeed able, OptionWord option) implements Need {

  @Override
  public boolean fits(Device device) {
    return able.fits(device)
        && device
            .property(option.property())
            .filter(p -> p.options().contains(option.option()))
            .isPresent()
        && device.actions().stream()
            .anyMatch(action ->
                action.intents().contains(able.intent().word())
                    && action.arguments().contains(option.property()));
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
