package io.hearth.model.device;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing in the home that has state or can be told to do something; immutable.
 *
 * <p>What it has and can do is worked out once from its type, its kind and its own restrictions.
 */
public final class Device {

  private final DeviceId id;
  private final String name;
  private final List<String> aliases;
  private final Optional<AreaId> area;
  private final DeviceType type;
  private final Optional<String> kind;
  private final Optional<PersonId> person;
  private final List<Capability> capabilities;
  private final Set<String> without;
  private final Set<Trait> traits;
  private final Map<String, Value> options;
  private final Map<String, Property> properties;
  private final Map<String, Action> actions;

  private Device(Builder builder) {
    id = builder.id;
    name = builder.name;
    aliases = Names.copy("aliases of device " + id, builder.aliases);
    Names.check("name of device " + id, name);
    area = builder.area;
    type = builder.type;
    kind = builder.kind;
    person = builder.person;
    without = Set.copyOf(builder.without);
    options = Map.copyOf(builder.options);
    Optional<DeviceType.Kind> kindData = kind.map(type.kinds()::get);
    Set<Trait> allTraits = new LinkedHashSet<>(type.traits());
    kindData.ifPresent(k -> allTraits.addAll(k.traits()));
    allTraits.addAll(builder.traits);
    traits = Set.copyOf(allTraits);
    capabilities =
        builder.capabilities.isPresent()
            ? List.copyOf(builder.capabilities.get())
            : kindData
                .map(DeviceType.Kind::capabilities)
                .filter(list -> !list.isEmpty())
                .orElse(type.capabilities());
    Map<String, Property> propertyByName = new LinkedHashMap<>();
    Map<String, Action> actionByName = new LinkedHashMap<>();
    for (Capability capability : capabilities) {
      for (Property property : capability.properties()) {
        propertyByName.putIfAbsent(property.name(), limited(property));
      }
      for (Action action : capability.actions()) {
        if (!without.contains(action.name())) {
          actionByName.putIfAbsent(action.name(), action);
        }
      }
    }
    properties = propertyByName;
    actions = actionByName;
  }

  public static Builder of(DeviceId id, String name, DeviceType type) {
    return new Builder(id, name, type);
  }

  public DeviceId id() {
    return id;
  }

  public String name() {
    return name;
  }

  public List<String> aliases() {
    return aliases;
  }

  public Optional<AreaId> area() {
    return area;
  }

  public DeviceType type() {
    return type;
  }

  /**
   * The kind within the type, e.g. {@code garage_door} of a cover or {@code temperature} of a
   * sensor.
   */
  public Optional<String> kind() {
    return kind;
  }

  /** The person whose presence this device tells, for devices of type {@code person}. */
  public Optional<PersonId> person() {
    return person;
  }

  public List<Capability> capabilities() {
    return capabilities;
  }

  public boolean hasCapability(String capabilityName) {
    return capabilities.stream().anyMatch(c -> c.name().equals(capabilityName));
  }

  /** Actions that it lacks although its capabilities have them. */
  public Set<String> without() {
    return without;
  }

  public Set<Trait> traits() {
    return traits;
  }

  public boolean hasTrait(Trait trait) {
    return traits.contains(trait);
  }

  /**
   * Named choices and limits by property, as given, e.g. {@code targetTemperature} → {min, max}.
   */
  public Map<String, Value> options() {
    return options;
  }

  /** Its properties with this device's own limits and options, in the order of its capabilities. */
  public List<Property> properties() {
    return List.copyOf(properties.values());
  }

  public Optional<Property> property(String propertyName) {
    return Optional.ofNullable(properties.get(propertyName));
  }

  public List<Action> actions() {
    return List.copyOf(actions.values());
  }

  public Optional<Action> action(String actionName) {
    return Optional.ofNullable(actions.get(actionName));
  }

  /**
   * The action that serves an intent best on this device: the one naming the intent earliest, of
   * those the one of the earliest capability.
   *
   * @param intent the intent's word, e.g. {@code TurnOn}
   */
  public Optional<Action> actionFor(String intent) {
    Optional<Action> best = Optional.empty();
    int bestRank = Integer.MAX_VALUE;
    for (Action action : actions.values()) {
      int rank = action.intents().indexOf(intent);
      if (rank >= 0 && rank < bestRank) {
        best = Optional.of(action);
        bestRank = rank;
      }
    }
    return best;
  }

  /**
   * The action that serves an intent and is about a property; where none is, the one that serves
   * the intent best.
   *
   * @param intent the intent's word, e.g. {@code SetMode}
   */
  public Optional<Action> actionFor(String intent, String propertyName) {
    return actions.values().stream()
        .filter(action -> action.intents().contains(intent))
        .filter(
            action -> action.effects().stream().anyMatch(e -> e.property().equals(propertyName)))
        .findFirst()
        .or(() -> actionFor(intent));
  }

  /** Whether the action always asks first, by the type's or kind's own list. */
  public boolean mustConfirm(String actionName) {
    return kind.map(type.kinds()::get)
            .map(DeviceType.Kind::confirm)
            .orElse(Set.of())
            .contains(actionName)
        || type.confirm().contains(actionName);
  }

  /**
   * The harm that an action can do: the kind's or type's class when it must be confirmed, else at
   * most {@link RiskClass#MEDIUM} (the safe opposite of something dangerous, such as closing a
   * garage door).
   */
  public RiskClass riskOf(String actionName) {
    RiskClass own = risk();
    if (own == RiskClass.HIGH && !mustConfirm(actionName)) {
      return RiskClass.MEDIUM;
    }
    return own;
  }

  /** The risk of the worst that can be done with it. */
  public RiskClass risk() {
    return kind.map(type.kinds()::get).flatMap(DeviceType.Kind::risk).orElse(type.risk());
  }

  /**
   * What people call such a thing in a language, most usual first: the kind's names, then the
   * type's.
   */
  public List<String> typeNames(String language) {
    List<String> all = new ArrayList<>();
    kind.map(type.kinds()::get)
        .ifPresent(k -> all.addAll(k.names().getOrDefault(language, List.of())));
    all.addAll(type.names().getOrDefault(language, List.of()));
    return List.copyOf(all);
  }

  private Property limited(Property property) {
    Property limited = property;
    switch (options.get(property.name())) {
      case Value.Items(List<Value> words) ->
          limited = limited.withOptions(words.stream().map(w -> String.valueOf(w.raw())).toList());
      case Value.Fields(Map<String, Value> fields) -> {
        double min = number(fields, "min", property.range().min());
        double max = number(fields, "max", property.range().max());
        limited = limited.withRange(new Range(min, max));
        if (fields.get("options") instanceof Value.Items(List<Value> words)) {
          limited = limited.withOptions(words.stream().map(w -> String.valueOf(w.raw())).toList());
        }
      }
      case null, default -> {
        // no limit of its own
      }
    }
    return limited;
  }

  private static double number(Map<String, Value> fields, String key, double otherwise) {
    return fields.get(key) instanceof Value.Number(double value) ? value : otherwise;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Device that
        && id.equals(that.id)
        && name.equals(that.name)
        && aliases.equals(that.aliases)
        && area.equals(that.area)
        && type.equals(that.type)
        && kind.equals(that.kind)
        && person.equals(that.person)
        && capabilities.equals(that.capabilities)
        && without.equals(that.without)
        && traits.equals(that.traits)
        && options.equals(that.options);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Device[" + id + ", " + type.id() + kind.map(k -> "/" + k).orElse("") + "]";
  }

  /** Collects the optional parts of a device. */
  public static final class Builder {
    private final DeviceId id;
    private final String name;
    private final DeviceType type;
    private List<String> aliases = List.of();
    private Optional<AreaId> area = Optional.empty();
    private Optional<String> kind = Optional.empty();
    private Optional<PersonId> person = Optional.empty();
    private Optional<List<Capability>> capabilities = Optional.empty();
    private Set<String> without = Set.of();
    private Set<Trait> traits = Set.of();
    private Map<String, Value> options = Map.of();

    private Builder(DeviceId id, String name, DeviceType type) {
      this.id = id;
      this.name = name;
      this.type = type;
    }

    public Builder aliases(List<String> newAliases) {
      aliases = newAliases;
      return this;
    }

    public Builder area(AreaId newArea) {
      area = Optional.of(newArea);
      return this;
    }

    public Builder kind(String newKind) {
      kind = Optional.of(newKind);
      return this;
    }

    public Builder person(PersonId newPerson) {
      person = Optional.of(newPerson);
      return this;
    }

    /** Replaces what the type or kind would give. */
    public Builder capabilities(List<Capability> newCapabilities) {
      capabilities = Optional.of(newCapabilities);
      return this;
    }

    public Builder without(Set<String> newWithout) {
      without = newWithout;
      return this;
    }

    /** Adds to the traits of the type and kind. */
    public Builder traits(Set<Trait> newTraits) {
      traits = newTraits;
      return this;
    }

    public Builder options(Map<String, Value> newOptions) {
      options = newOptions;
      return this;
    }

    public Device build() {
      return new Device(this);
    }
  }
}
