package io.hearth.app.bench.language;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What the labels of home control in SLURP and NLU-Evaluation mean in our words.
 *
 * <p>"Up" and "down" need that direction; where an amount is marked, setting it is right as well. A
 * change of a light is one of colour, of its temperature, or of brightness where an amount is
 * marked. A coffee maker and a vacuum may be started, switched on or, the vacuum, sent to a room.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are those of Set.of
enum HomeLabel {
  LIGHT_ON("iot_hue_lighton", Set.of("TurnOn"), Set.of("SetBrightness"), 0, "light"),
  LIGHT_OFF("iot_hue_lightoff", Set.of("TurnOff"), Set.of(), 0, "light"),
  LIGHT_UP("iot_hue_lightup", Set.of("AdjustBrightness"), Set.of("SetBrightness"), 1, "light"),
  LIGHT_DOWN("iot_hue_lightdim", Set.of("AdjustBrightness"), Set.of("SetBrightness"), -1, "light"),
  LIGHT_CHANGE(
      "iot_hue_lightchange",
      Set.of("SetColor", "SetColorTemperature", "AdjustColorTemperature"),
      Set.of("SetBrightness", "AdjustBrightness"),
      0,
      "light"),
  OUTLET_ON("iot_wemo_on", Set.of("TurnOn"), Set.of(), 0, "outlet"),
  OUTLET_OFF("iot_wemo_off", Set.of("TurnOff"), Set.of(), 0, "outlet"),
  COFFEE("iot_coffee", Set.of("Start", "TurnOn"), Set.of(), 0, "coffee_maker"),
  CLEANING("iot_cleaning", Set.of("Start", "CleanArea", "TurnOn"), Set.of(), 0, "vacuum"),
  LOUDER("audio_volume_up", Set.of("AdjustVolume"), Set.of("SetVolume"), 1, "media_player"),
  QUIETER("audio_volume_down", Set.of("AdjustVolume"), Set.of("SetVolume"), -1, "media_player"),
  MUTE("audio_volume_mute", Set.of("Mute"), Set.of(), 0, "media_player"),
  VOLUME("audio_volume_other", Set.of("SetVolume", "AdjustVolume"), Set.of(), 0, "media_player");

  private static final String AMOUNT = "change_amount";

  private final String label;
  private final Set<String> intents;
  private final Set<String> withAmount;
  private final int direction;
  private final String type;

  HomeLabel(String label, Set<String> intents, Set<String> withAmount, int direction, String type) {
    this.label = label;
    this.intents = intents;
    this.withAmount = withAmount;
    this.direction = direction;
    this.type = type;
  }

  /** Empty for a request that is no home control. */
  static Optional<HomeLabel> of(Asked asked) {
    return Arrays.stream(values()).filter(one -> one.label.equals(asked.label())).findFirst();
  }

  /** The type of device that it is about, where nothing else is marked. */
  String type() {
    return type;
  }

  /** Whether the intent is right, and with it the direction, and the machine that is started. */
  boolean isRight(Asked asked, Understood understood, UsualHome home) {
    boolean amount = asked.has(AMOUNT) && withAmount.contains(understood.intent());
    if (!intents.contains(understood.intent()) && !amount) {
      return false;
    }
    double delta = understood.slot("delta").asDouble(0);
    if (direction != 0 && understood.intent().startsWith("Adjust")) {
      return delta * direction > 0;
    }
    return !isMachine() || home.types(understood).contains(type);
  }

  private boolean isMachine() {
    return this == COFFEE || this == CLEANING;
  }
}
