package io.hearth.language;

import io.hearth.language.reference.HomeLexicon;
import io.hearth.language.reference.Need;
import io.hearth.model.device.Device;
import io.hearth.model.speech.Intent;

/** A device must have an action for the intent, or tell what is asked. */
record CommandNeed(HomeLexicon lexicon, Intent intent) implements Need {

  @Override
  public boolean fits(Device device) {
    return DeviceIntents.asked(intent)
        .map(property -> device.property(property).isPresent())
        .orElseGet(() -> lexicon.able(intent.word()).contains(device.id()));
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
