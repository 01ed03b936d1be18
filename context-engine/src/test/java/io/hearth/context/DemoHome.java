package io.hearth.context;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.PersonId;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Source;
import io.hearth.model.state.StateReport;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.HomeFiles;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The demo home and short ways to say things in it. */
final class DemoHome {

  static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
  static final DeviceId OVEN = new DeviceId("oven.kitchen");
  static final DeviceId LAMP = new DeviceId("lamp.living_room");
  static final DeviceId ALARM = new DeviceId("alarm.bedroom");
  static final DeviceId TEMPERATURE = new DeviceId("sensor.kitchen_temperature");

  private DemoHome() {}

  static DescribedHome read() {
    return new HomeFiles(Catalogues.builtIn()).demo();
  }

  static StateReport report(DeviceId device, String property, Object value, Instant at) {
    return new StateReport(
        device, Map.of(property, Value.ofRaw(value)), Source.REPORTED, at, Optional.empty());
  }

  static Utterance utterance(Instant at) {
    return utterance(Optional.of("kitchen"), Optional.empty(), Optional.empty(), "d", at);
  }

  static Utterance utterance(String area, String dialogue, Instant at) {
    return utterance(Optional.of(area), Optional.empty(), Optional.empty(), dialogue, at);
  }

  static Utterance utterance(
      Optional<String> area,
      Optional<String> satellite,
      Optional<String> speaker,
      String dialogue,
      Instant at) {
    return new Utterance(
        "u",
        Transcript.of("hello"),
        area.map(AreaId::new),
        satellite.map(DeviceId::new),
        speaker.map(PersonId::new),
        at,
        Dialogue.fresh(dialogue));
  }
}
