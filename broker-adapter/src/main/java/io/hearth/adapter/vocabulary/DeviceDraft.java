package io.hearth.adapter.vocabulary;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.CommandBinding;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Encoder;
import io.hearth.adapter.binding.Sleep;
import io.hearth.adapter.binding.StateSource;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Announcement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A device while a convention gathers what it is. What is claimed first counts: a second thing of
 * the same meaning in one housing keeps the name that its maker gave it.
 */
public final class DeviceDraft {

  private final DeviceId device;
  private boolean sleepy;
  private final String name;
  private final List<String> aliases = new ArrayList<>();
  private final Set<String> capabilities = new LinkedHashSet<>();
  private final Set<String> properties = new LinkedHashSet<>();
  private final Map<String, Value> options = new LinkedHashMap<>();
  private final Set<String> identities = new LinkedHashSet<>();
  private final Map<Address, Map<String, JsonReadings.Reading>> readings = new LinkedHashMap<>();
  private final List<StateSource> sources = new ArrayList<>();
  private final List<AvailabilityRule> availability = new ArrayList<>();
  private final Map<String, CommandBinding> commands = new LinkedHashMap<>();
  private JsonReadings.Stamp stamp = JsonReadings.Stamp.NONE;
  private Optional<String> area = Optional.empty();
  private Optional<String> type = Optional.empty();
  private Optional<String> kind = Optional.empty();

  public DeviceDraft(DeviceId device, String name) {
    this.device = device;
    this.name = name;
  }

  public DeviceDraft alias(String alias) {
    if (!alias.isBlank() && !alias.equals(name) && !aliases.contains(alias)) {
      aliases.add(alias);
    }
    return this;
  }

  public DeviceDraft area(String word) {
    area = Optional.of(word);
    return this;
  }

  /** What it is, unless that was said before. */
  public DeviceDraft type(String id) {
    if (type.isEmpty()) {
      type = Optional.of(id);
    }
    return this;
  }

  /** What it is, and of what kind, unless that was said before. */
  public DeviceDraft type(String id, String kindOfIt) {
    if (type.isEmpty()) {
      type = Optional.of(id);
      kind = Optional.of(kindOfIt);
    }
    return this;
  }

  public boolean isTyped() {
    return type.isPresent();
  }

  public DeviceDraft capability(String capability) {
    capabilities.add(capability);
    return this;
  }

  public boolean has(String capability) {
    return capabilities.contains(capability);
  }

  /** Whether something says this property already. */
  public boolean says(String property) {
    return properties.contains(property);
  }

  /** The limits of a number. */
  public DeviceDraft limits(String property, double min, double max) {
    if (min < max) {
      options.put(property, new Value.Fields(Map.of("min", Value.of(min), "max", Value.of(max))));
    }
    return this;
  }

  /** The choices of a word. */
  public DeviceDraft choices(String property, List<String> words) {
    options.put(property, new Value.Items(words.stream().map(Value::of).toList()));
    return this;
  }

  public DeviceDraft identity(String identity) {
    identities.add(identity);
    return this;
  }

  public DeviceDraft availability(AvailabilityRule rule) {
    availability.add(rule);
    return this;
  }

  /** Where its messages say when what they say was true. */
  public DeviceDraft stamped(JsonReadings.Stamp itsStamp) {
    stamp = itsStamp;
    return this;
  }

  /** A property of the catalogue that a JSON message at an address says. */
  public DeviceDraft reads(Address at, String property, JsonReadings.Reading reading) {
    if (properties.add(property)) {
      readings.computeIfAbsent(at, key -> new LinkedHashMap<>()).put(property, reading);
    }
    return this;
  }

  /** Properties that a JSON message at one of several places says; the first reading counts. */
  public DeviceDraft and(Address at, Map<String, JsonReadings.Reading> more) {
    Map<String, JsonReadings.Reading> there =
        readings.computeIfAbsent(at, key -> new LinkedHashMap<>());
    more.forEach(there::putIfAbsent);
    properties.addAll(more.keySet());
    return this;
  }

  /** Something else that a JSON message says, under a name that means nothing in the catalogue. */
  public DeviceDraft extra(Address at, String itsName, JsonReadings.Reading reading) {
    return reads(at, extraName(itsName), reading);
  }

  /** What a value without meaning is reported as. */
  public static String extraName(String itsName) {
    return Actions.isProperty(itsName) ? "raw_" + itsName : itsName;
  }

  /** Another place where it says things. */
  public DeviceDraft source(StateSource source) {
    sources.add(source);
    properties.addAll(source.properties());
    return this;
  }

  /** It may sleep without a word. */
  public DeviceDraft sleepy() {
    sleepy = true;
    return this;
  }

  public DeviceDraft command(String action, Encoder encoder, Confirmation confirmation) {
    commands.putIfAbsent(action, new CommandBinding(encoder, confirmation));
    return this;
  }

  /** Whether anything is known of it that a person could ask for or say. */
  public boolean isMeaningful() {
    return type.isPresent();
  }

  /**
   * The device as it is now known.
   *
   * @throws IllegalStateException when nobody said what it is
   */
  public DeviceBinding binding() {
    String what = type.orElseThrow(() -> new IllegalStateException(device + " has no type"));
    List<String> without = new ArrayList<>();
    for (String capability : capabilities) {
      for (String action : Actions.of(capability)) {
        if (!commands.containsKey(action) && !without.contains(action)) {
          without.add(action);
        }
      }
    }
    List<StateSource> states = new ArrayList<>(sources);
    readings.forEach(
        (at, all) -> states.add(StateSource.of(at, all.keySet(), new JsonReadings(all, stamp))));
    Announcement announcement =
        new Announcement(
            device,
            name,
            aliases,
            area,
            what,
            kind,
            List.copyOf(capabilities),
            without,
            List.of(),
            options);
    DeviceBinding binding =
        new DeviceBinding(
            device, Optional.of(announcement), identities, states, availability, commands);
    return sleepy ? binding.sleeping(Sleep.unannounced()) : binding;
  }
}
