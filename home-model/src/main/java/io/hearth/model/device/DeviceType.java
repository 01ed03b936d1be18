package io.hearth.model.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What kind of thing a device is, e.g. {@code oven}; data of the catalogue, so that a new type
 * needs no Java.
 *
 * @param id the type's word in files
 * @param names what people call such a thing, by language tag ("en"), singular, most usual first
 * @param collective names of all such things together by language, when not just the plural
 *     ("heating")
 * @param capabilities what such a device has unless it lists its own
 * @param risk the harm that its dangerous actions can do
 * @param confirm actions that always ask for confirmation first unless a policy says otherwise
 * @param traits what every such device is
 * @param kinds what differs by kind, e.g. the {@code garage_door} kind of a cover
 * @param commandTimeoutSeconds how long to wait for the device to accept a command
 * @param settleSeconds how long a commanded change may take to be reported, e.g. a door's travel
 * @param words what people call its properties and options beyond what is usual, by language tag
 */
public record DeviceType(
    String id,
    Map<String, List<String>> names,
    Map<String, List<String>> collective,
    List<Capability> capabilities,
    RiskClass risk,
    Set<String> confirm,
    Set<Trait> traits,
    Map<String, Kind> kinds,
    double commandTimeoutSeconds,
    double settleSeconds,
    Map<String, Words> words) {

  /**
   * What people call properties and options in a language.
   *
   * @param properties words by property, most usual first
   * @param options words by property and option
   */
  public record Words(
      Map<String, List<String>> properties, Map<String, Map<String, List<String>>> options) {

    /** Nothing beyond what is usual. */
    public static final Words NONE = new Words(Map.of(), Map.of());

    public Words {
      properties = Map.copyOf(properties);
      options = Map.copyOf(options);
    }
  }

  /**
   * What is different for one kind of a type; what is absent or empty is as in the type.
   *
   * @param names what people call this kind, by language
   */
  public record Kind(
      Map<String, List<String>> names,
      Map<String, List<String>> collective,
      List<Capability> capabilities,
      Optional<RiskClass> risk,
      Set<String> confirm,
      Set<Trait> traits) {

    public Kind {
      names = Map.copyOf(names);
      collective = Map.copyOf(collective);
      capabilities = List.copyOf(capabilities);
      confirm = Set.copyOf(confirm);
      traits = Set.copyOf(traits);
    }
  }

  public DeviceType {
    Names.check("id of device type", id);
    names = Map.copyOf(names);
    collective = Map.copyOf(collective);
    capabilities = List.copyOf(capabilities);
    confirm = Set.copyOf(confirm);
    traits = Set.copyOf(traits);
    kinds = Map.copyOf(kinds);
    words = Map.copyOf(words);
    if (!(commandTimeoutSeconds > 0) || !(settleSeconds > 0)) {
      throw new IllegalArgumentException("waits of device type " + id + " must be above 0 s");
    }
  }

  /** A type of which people speak in the usual words. */
  public DeviceType(
      String id,
      Map<String, List<String>> names,
      Map<String, List<String>> collective,
      List<Capability> capabilities,
      RiskClass risk,
      Set<String> confirm,
      Set<Trait> traits,
      Map<String, Kind> kinds,
      double commandTimeoutSeconds,
      double settleSeconds) {
    this(
        id,
        names,
        collective,
        capabilities,
        risk,
        confirm,
        traits,
        kinds,
        commandTimeoutSeconds,
        settleSeconds,
        Map.of());
  }

  /** What people call its properties and options in a language beyond what is usual. */
  public Words words(String language) {
    return words.getOrDefault(language, Words.NONE);
  }
}
