package io.hearth.adapter.homeassistant;

import io.hearth.adapter.vocabulary.Colors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a light can do beyond on and off.
 *
 * @param dims whether it has a brightness
 * @param whites whether its white is warm or cold at will
 * @param colored how it wants its colours
 * @param inKelvin whether it counts its white in kelvin, not in mired
 */
record LightModes(
    boolean dims,
    boolean whites,
    Optional<Mode> colored,
    boolean inKelvin,
    double warmest,
    double coldest,
    List<String> effects) {

  /** How a colour is written, the most exact one first. */
  enum Mode {
    XY,
    HS,
    RGB,
    RGBW,
    RGBWW
  }

  static LightModes of(Fields fields) {
    List<String> modes = fields.words("supported_color_modes");
    Optional<Mode> colored = Optional.empty();
    for (Mode mode : Mode.values()) {
      String word = mode.name().toLowerCase(java.util.Locale.ROOT);
      if (colored.isEmpty()
          && (modes.contains(word) || (modes.isEmpty() && fields.flag(word, false)))) {
        colored = Optional.of(mode);
      }
    }
    boolean whites =
        modes.contains("color_temp") || (modes.isEmpty() && fields.flag("color_temp", false));
    boolean dims =
        fields.flag("brightness", false)
            || modes.stream().anyMatch(mode -> !mode.equals("onoff"))
            || colored.isPresent()
            || whites;
    return of(fields, dims, whites, colored);
  }

  static LightModes of(Fields fields, boolean dims, boolean whites, Optional<Mode> colored) {
    double warmest =
        fields
            .number("min_kelvin")
            .orElse(1_000_000 / Math.max(1, fields.number("max_mireds", 500)));
    double coldest =
        fields
            .number("max_kelvin")
            .orElse(1_000_000 / Math.max(1, fields.number("min_mireds", 153)));
    return new LightModes(
        dims,
        whites,
        colored,
        fields.flag("color_temp_kelvin", false),
        Math.rint(Math.max(1000, warmest)),
        Math.rint(Math.min(20_000, coldest)),
        fields.words("effect_list"));
  }

  /** Says what the light is. */
  void announce(Assembly device) {
    device.draft().type("light").capability("OnOff");
    if (dims) {
      device.draft().capability("LevelControl");
    }
    if (whites || colored.isPresent()) {
      device.draft().capability("ColorControl");
    }
    if (whites && warmest < coldest) {
      device.draft().limits("colorTemperature", warmest, coldest);
    }
    if (!effects.isEmpty()) {
      device.draft().choices("effect", effects);
    }
  }

  Set<String> properties() {
    Set<String> all = new LinkedHashSet<>();
    all.add("on");
    if (dims) {
      all.add("brightness");
    }
    if (whites) {
      all.add("colorTemperature");
    }
    if (colored.isPresent()) {
      all.add("color");
    }
    if (!effects.isEmpty()) {
      all.add("effect");
    }
    return all;
  }

  /** Kelvin of what the light says. */
  Optional<Double> kelvin(double said) {
    return inKelvin ? Colors.kelvin(1_000_000 / Math.max(1, said)) : Colors.kelvin(said);
  }

  /** What the light wants to hear for so many kelvin. */
  long white(double kelvin) {
    double possible = Math.clamp(kelvin, Math.min(warmest, coldest), Math.max(warmest, coldest));
    return inKelvin ? Math.round(possible) : Math.round(1_000_000 / possible);
  }
}
