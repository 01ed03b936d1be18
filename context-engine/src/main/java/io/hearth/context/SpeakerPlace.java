package io.hearth.context;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.hearth.model.device.PersonId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Utterance;
import java.util.Optional;

/** Where the speaker of an utterance is, from the surest sign to the weakest. */
final class SpeakerPlace {

  private SpeakerPlace() {}

  /** The microphone's area, else the satellite's, else where the person was last seen. */
  static Optional<AreaId> areaOf(Utterance utterance, Picture picture) {
    Home home = picture.home();
    return utterance
        .area()
        .filter(area -> home.area(area).isPresent())
        .or(() -> utterance.satellite().flatMap(home::device).flatMap(Device::area))
        .or(() -> utterance.speaker().flatMap(person -> presence(person, picture)));
  }

  private static Optional<AreaId> presence(PersonId person, Picture picture) {
    return picture.home().devices().stream()
        .filter(device -> device.person().filter(person::equals).isPresent())
        .flatMap(device -> picture.state(device.id()).value("area").stream())
        .flatMap(value -> area(value, picture.home()).stream())
        .findFirst();
  }

  private static Optional<AreaId> area(Value value, Home home) {
    return home.areas().stream()
        .filter(area -> value.isText(area.id().value()) || value.isText(area.name()))
        .map(area -> area.id())
        .findFirst();
  }
}
