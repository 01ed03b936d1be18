package io.hearth.sim.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.model.device.Action;
import io.hearth.model.device.Capability;
import io.hearth.model.device.Device;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Property;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Unit;
import io.hearth.model.device.Value;
import io.hearth.registry.Catalogues;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What follows from the catalogue alone. */
class CatalogueEffectsTest {

  private static final Instant NOW = Lab.MORNING;
  private static final Surroundings PLACE =
      new Surroundings(PhysicsConfig.demo(), 1, ZoneOffset.UTC, 50, 10);

  @TestFactory
  Stream<DynamicTest> everyActionOfEveryTypeComesTrueInTime() {
    return Catalogues.builtIn().types().stream()
        .flatMap(type ->
            Device.of(new DeviceId("it"), "It", type).build().actions().stream()
                .filter(action -> !action.effects().isEmpty())
                .map(action ->
                    DynamicTest.dynamicTest(
                        type.id() + "." + action.name(), () -> comesTrue(type, action))));
  }

  private static void comesTrue(DeviceType type, Action action) {
    // Given
    Device device = Device.of(new DeviceId("it"), "It", type).build();
    DeviceModel model = new DeviceModel(device, Map.of(), PLACE, NOW);
    makePossible(model, action);
    Map<String, Value> before = model.state();

    // When
    Answer answer = model.command(action.name(), arguments(device, action));

    // Then
    assertThat(answer).isEqualTo(Answer.accepted());
    for (Effect effect : action.effects()) {
      Value expected = expected(device, effect, before);
      assertThat(
              Stream.iterate(NOW, at -> at.plusMillis(200))
                  .limit(200)
                  .map(at -> valueAt(model, effect.property(), at)))
          .as(effect.toString())
          .contains(expected);
    }
  }

  private static Value valueAt(DeviceModel model, String property, Instant at) {
    model.advance(at);
    return model.state().getOrDefault(property, Value.of("nothing"));
  }

  private static void makePossible(DeviceModel model, Action action) {
    switch (action.name()) {
      case "pause" -> {
        model.set("playback", Value.of("playing"));
        model.set("operation", Value.of("running"));
      }
      case "resume" -> {
        model.set("operation", Value.of("paused"));
        model.set("media", Value.ofRaw(Map.of("title", "Metropolis")));
      }
      case "snooze", "cancelAlarm" -> model.set("ringing", Value.of(true));
      default -> {
        // possible as it is
      }
    }
  }

  private static Map<String, Value> arguments(Device device, Action action) {
    Map<String, Value> arguments = new HashMap<>();
    for (Effect effect : action.effects()) {
      switch (effect) {
        case Effect.SetFromArgument(String property, String argument) ->
            arguments.put(argument, example(device.property(property).orElseThrow()));
        case Effect.Adjust adjust -> arguments.put("delta", Value.of(3));
        case Effect.SetTo setTo -> {}
        case Effect.Invert invert -> {}
      }
    }
    return arguments;
  }

  private static Value example(Property property) {
    return switch (property.kind()) {
      case BOOLEAN -> Value.of(true);
      case NUMBER -> Value.of(property.range().clamp(30));
      case OPTION, TEXT ->
          Value.of(property.options().isEmpty() ? "eco" : property.options().getLast());
      case FIELDS -> Value.ofRaw(Map.of("hue", 10, "saturation", 20));
      case ITEMS -> Value.ofRaw(List.of());
    };
  }

  private static Value expected(Device device, Effect effect, Map<String, Value> before) {
    return switch (effect) {
      case Effect.SetTo(String property, Value value) -> value;
      case Effect.SetFromArgument(String property, String argument) ->
          example(device.property(property).orElseThrow());
      case Effect.Adjust(String property) ->
          Value.of(
              device
                  .property(property)
                  .orElseThrow()
                  .range()
                  .clamp(
                      ((Number) before.getOrDefault(property, Value.of(0)).raw()).doubleValue()
                          + 3));
      case Effect.Invert(String property) -> Value.of(!before.get(property).isTrue());
    };
  }

  @Test
  void aTypeThatNobodyHasHeardOfWorksFromItsData() {
    // Given
    Capability bubbles =
        new Capability(
            "Bubbles",
            List.of(Property.number("bubbles", Unit.PERCENT)),
            List.of(
                new Action(
                    "setBubbles",
                    List.of("bubbles"),
                    List.of(new Effect.SetFromArgument("bubbles", "bubbles")),
                    List.of(),
                    true)));
    DeviceType tub =
        new DeviceType(
            "hot_tub",
            Map.of("en", List.of("hot tub")),
            Map.of(),
            List.of(bubbles),
            RiskClass.MEDIUM,
            Set.of(),
            Set.of(),
            Map.of(),
            5,
            5);
    DeviceModel model =
        new DeviceModel(Device.of(new DeviceId("tub"), "Tub", tub).build(), Map.of(), PLACE, NOW);

    // When
    Answer answer = model.command("setBubbles", Map.of("bubbles", Value.of(70)));

    // Then
    assertThat(answer).isEqualTo(Answer.accepted());
    assertThat(model.state()).containsEntry("bubbles", Value.of(70));
    assertThat(model.takeChanged()).isTrue();
  }

  @Test
  void anUnknownActionIsRefused() {
    // Given
    Lab light = Lab.demo("light.kitchen");

    // When
    Answer answer = light.command("fly");

    // Then
    assertThat(answer).isEqualTo(Answer.badCommand("unknown action fly"));
  }

  @Test
  void anActionThatTheDeviceLacksIsUnknownToIt() {
    // Given
    Lab light = Lab.device("type: light, without: [toggle], state: {on: true}");

    // When
    Answer answer = light.command("toggle");

    // Then
    assertThat(answer).isEqualTo(Answer.badCommand("unknown action toggle"));
    assertThat(light.raw("on")).isEqualTo(true);
  }

  @Test
  void aMissingOrWrongArgumentIsNamed() {
    // Given
    Lab light = Lab.demo("light.kitchen");

    // When
    Answer missing = light.command("setBrightness");
    Answer wrong = light.command("setBrightness", "brightness", "bright");
    Answer noDelta = light.command("adjustBrightness");

    // Then
    assertThat(missing).isEqualTo(Answer.badCommand("argument brightness is missing"));
    assertThat(wrong).isEqualTo(Answer.badCommand("brightness must be a number in %"));
    assertThat(noDelta).isEqualTo(Answer.badCommand("argument delta is missing"));
    assertThat(light.raw("brightness")).isEqualTo(80L);
  }

  @Test
  void nothingChangedWhenNothingHappened() {
    // Given
    Lab light = Lab.demo("light.kitchen");

    // When
    light.command("turnOn");
    light.pass(Duration.ofMinutes(1));

    // Then
    assertThat(light.model().takeChanged()).isFalse();
  }
}
