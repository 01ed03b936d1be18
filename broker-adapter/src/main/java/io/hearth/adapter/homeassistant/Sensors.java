package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.StateSource.Lapse;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.vocabulary.Measurements;
import io.hearth.adapter.vocabulary.Units;
import io.hearth.model.device.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is measured, as a number or as yes and no. */
final class Sensors {

  private Sensors() {}

  /** What a sensor measures in the catalogue's words; empty for what is just a detail. */
  static Optional<Measurements.Numeric> measured(Entity entity) {
    Fields fields = entity.fields();
    Optional<Measurements.Numeric> known =
        fields.text("device_class").flatMap(Sensors::numericClass);
    return known.filter(what ->
        (entity.isMain() || what.property().equals("battery"))
            && Units.to(fields.text("unit_of_measurement", ""), what.symbol()).isPresent());
  }

  private static Optional<Measurements.Numeric> numericClass(String word) {
    // Soil and wood have a moisture in percent; it is no humidity of the air.
    return word.equals("moisture") ? Optional.empty() : Measurements.numeric(word);
  }

  /** What a binary sensor tells in the catalogue's words; empty for what is just a detail. */
  static Optional<Measurements.Binary> told(Entity entity) {
    return entity.isMain()
        ? entity.fields().text("device_class").flatMap(Measurements::binary)
        : Optional.empty();
  }

  static void number(Entity entity, Assembly device, String detail) throws TemplateException {
    Fields fields = entity.fields();
    Optional<Source> source = device.source(fields, "state_topic", "value_template");
    Optional<Measurements.Numeric> what = measured(entity).filter(m -> device.claims(m.property()));
    if (what.isEmpty() || source.isEmpty()) {
      detail(fields, device, detail, source);
      return;
    }
    Units.Conversion unit =
        Units.to(fields.text("unit_of_measurement", ""), what.get().symbol()).orElseThrow();
    device.draft().capability(what.get().capability());
    device.readsExpiring(
        fields,
        what.get().property(),
        source,
        value -> Words.number(value).map(unit::of).filter(Sensors::isFinite).map(Value::of));
    if (entity.isMain()) {
      device.draft().type("sensor", what.get().property());
    }
  }

  private static boolean isFinite(double value) {
    return Double.isFinite(value);
  }

  private static void detail(
      Fields fields, Assembly device, String detail, Optional<Source> source) {
    String property = DeviceDraft.extraName(detail);
    if (source.isPresent() && device.claims(property)) {
      device.readsExpiring(fields, property, source, Assembly::plain);
    }
  }

  static void yesOrNo(Entity entity, Assembly device, String detail) throws TemplateException {
    Fields fields = entity.fields();
    Optional<Source> source = device.source(fields, "state_topic", "value_template");
    Object on = Switches.orElse(fields.raw("payload_on"), "ON");
    Object off = Switches.orElse(fields.raw("payload_off"), "OFF");
    Optional<Measurements.Binary> what = told(entity).filter(b -> device.claims(b.property()));
    String property =
        what.map(Measurements.Binary::property).orElseGet(() -> DeviceDraft.extraName(detail));
    if (source.isEmpty() || (what.isEmpty() && !device.claims(property))) {
      return;
    }
    boolean inverted = what.filter(Measurements.Binary::inverted).isPresent();
    Function<Value, Optional<Value>> meaning =
        value -> Switches.either(value, on, off).map(yes -> Value.of(yes.isTrue() != inverted));
    double offDelay = fields.number("off_delay", 0);
    if (offDelay > 0) {
      Lapse lapse = new Lapse(Assembly.duration(offDelay), Map.of(property, Value.of(inverted)));
      device.readsWithLapse(property, source.get(), meaning, lapse);
    } else {
      device.readsExpiring(fields, property, source, meaning);
    }
    what.ifPresent(told -> {
      device.draft().capability(told.capability());
      device.draft().type("binary_sensor", told.kind());
    });
  }
}
