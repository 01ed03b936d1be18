package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.AvailabilityRule;
import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CannotCommandException;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Encoder;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.binding.StateSource.Lapse;
import io.hearth.adapter.homeassistant.Entity.Availability;
import io.hearth.adapter.homeassistant.Readings.Reader;
import io.hearth.adapter.template.Template;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.model.device.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A device while its entities put into it what they are. */
final class Assembly {

  private static final int LONGEST_DETAIL = 200;

  private final DeviceDraft draft;
  private final Templates templates;
  private final Map<String, List<Reader>> readers = new LinkedHashMap<>();
  private final Map<String, Set<String>> said = new LinkedHashMap<>();
  private final Set<String> claimed = new HashSet<>();
  private final Set<String> reported = new HashSet<>();
  private final Set<Availability> availability = new LinkedHashSet<>();
  private boolean takes;

  Assembly(DeviceDraft draft, Templates templates) {
    this.draft = draft;
    this.templates = templates;
  }

  /** What a command is made of. */
  @FunctionalInterface
  interface Order {
    List<Outgoing> of(Call call) throws CannotCommandException;
  }

  DeviceDraft draft() {
    return draft;
  }

  /** Whether nothing says this property yet; true once. */
  boolean claims(String property) {
    return claimed.add(property);
  }

  boolean isClaimed(String property) {
    return claimed.contains(property);
  }

  Optional<Template> template(Fields fields, String key) throws TemplateException {
    Optional<String> source = fields.text(key).filter(text -> !text.isBlank());
    return source.isPresent() ? Optional.of(templates.of(source.get())) : Optional.empty();
  }

  /** Where a value is said; empty when the entity does not say it. */
  Optional<Source> source(Fields fields, String topicKey, String templateKey)
      throws TemplateException {
    Optional<Template> template = template(fields, templateKey);
    return fields.topic(topicKey).map(topic -> new Source(topic, template));
  }

  /** Where a command goes; empty when the entity takes none. */
  Optional<Target> target(Fields fields, String topicKey, String templateKey)
      throws TemplateException {
    Optional<Template> template = template(fields, templateKey);
    return fields.topic(topicKey).map(topic -> new Target(topic, template));
  }

  /** A property, of what a source says. */
  void reads(String property, Optional<Source> source, Function<Value, Optional<Value>> meaning) {
    source.ifPresent(at ->
        reads(
            at.topic(),
            Set.of(property),
            (payload, all) ->
                at.read(payload).flatMap(meaning).ifPresent(value -> all.put(property, value))));
  }

  void reads(String topic, Set<String> properties, Reader reader) {
    reported.addAll(properties);
    said.computeIfAbsent(topic, key -> new LinkedHashSet<>()).addAll(properties);
    readers.computeIfAbsent(topic, key -> new ArrayList<>()).add(reader);
  }

  /** A property of which silence says something. */
  void readsWithLapse(
      String property, Source source, Function<Value, Optional<Value>> meaning, Lapse lapse) {
    reported.add(property);
    Reader reader =
        (payload, all) ->
            source.read(payload).flatMap(meaning).ifPresent(value -> all.put(property, value));
    draft.source(
        new StateSource(
            new Address.Mqtt(source.topic()),
            Set.of(property),
            new Readings(List.of(reader)),
            Optional.of(lapse)));
  }

  /** A property that may become too old to be believed. */
  void readsExpiring(
      Fields fields,
      String property,
      Optional<Source> source,
      Function<Value, Optional<Value>> meaning) {
    double seconds = fields.number("expire_after", 0);
    if (source.isPresent() && seconds > 0) {
      readsWithLapse(property, source.get(), meaning, new Lapse(duration(seconds), Map.of()));
    } else {
      reads(property, source, meaning);
    }
  }

  static Duration duration(double seconds) {
    return Duration.ofMillis(Math.clamp(Math.round(seconds * 1000), 1, 86_400_000L * 365));
  }

  /** Whether a property is reported by something. */
  boolean isReported(String property) {
    return reported.contains(property);
  }

  boolean saysAnything() {
    return !reported.isEmpty();
  }

  boolean takesAnything() {
    return takes;
  }

  /** An action that shows in a property, where that is reported; otherwise nothing ever tells. */
  void command(String action, String property, Order order) {
    Encoder encoder = order::of;
    takes = true;
    draft.command(action, encoder, confirmation(property));
  }

  private Confirmation confirmation(String property) {
    return isReported(property)
        ? new Confirmation.ByReport(Set.of(property))
        : new Confirmation.Never("it takes commands and never says what it does");
  }

  /** Something without a meaning in the catalogue. */
  void detail(String name, Optional<Source> source) {
    String property = DeviceDraft.extraName(name);
    if (source.isPresent() && claims(property)) {
      reads(property, source, Assembly::plain);
    }
  }

  /** A value as it is: numbers written as text become numbers, long texts are left out. */
  static Optional<Value> plain(Value value) {
    Optional<Double> number = Words.number(value);
    if (number.isPresent()) {
      return number.map(Value::of);
    }
    return value instanceof Value.Bool
            || (value instanceof Value.Text(String text) && text.length() <= LONGEST_DETAIL)
        ? Optional.of(value)
        : Optional.empty();
  }

  void available(Availability places) {
    if (!places.places().isEmpty()) {
      availability.add(places);
    }
  }

  /** The device as its entities made it. */
  DeviceBinding binding() throws TemplateException {
    readers.forEach((topic, all) ->
        draft.source(
            StateSource.of(
                new Address.Mqtt(topic), said.getOrDefault(topic, Set.of()), new Readings(all))));
    for (Availability places : availability) {
      draft.availability(rule(places));
    }
    return draft.binding();
  }

  private AvailabilityRule rule(Availability places) throws TemplateException {
    List<AvailabilityRule.Probe> probes = new ArrayList<>();
    for (Entity.Place place : places.places()) {
      Optional<Template> template =
          place.template().isPresent()
              ? Optional.of(templates.of(place.template().get()))
              : Optional.empty();
      Source source = new Source(place.topic(), template);
      probes.add(
          new AvailabilityRule.Probe(
              new Address.Mqtt(place.topic()),
              payload -> {
                try {
                  return source.read(payload).flatMap(word -> isThere(place, word));
                } catch (TemplateException failure) {
                  // A bridge of an older version says it without JSON.
                  return isThere(place, Value.of(payload.text().strip()));
                }
              }));
    }
    return new AvailabilityRule(
        switch (places.mode()) {
          case "all" -> AvailabilityRule.Mode.ALL;
          case "any" -> AvailabilityRule.Mode.ANY;
          default -> AvailabilityRule.Mode.LATEST;
        },
        probes);
  }

  private static Optional<Boolean> isThere(Entity.Place place, Value word) {
    if (Words.same(word, place.there())) {
      return Optional.of(true);
    }
    return Words.same(word, place.away()) ? Optional.of(false) : Optional.empty();
  }
}
