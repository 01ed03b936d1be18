package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.model.device.DeviceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Makes devices of housings. */
final class Describer {

  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{16}|[0-9a-fA-F]{12}");
  private static final Pattern TRAILING_ID =
      Pattern.compile("[ _-]+(?=[0-9A-Fa-f]*\\d)(0x)?[0-9A-Fa-f]{6,16}$");

  private final Templates templates;

  Describer(Templates templates) {
    this.templates = templates;
  }

  /**
   * The device of that id.
   *
   * @param problems takes entities that could not be understood, and why
   * @return empty when the housing has no such part, or nothing of it could be understood
   */
  Optional<DeviceBinding> device(
      Housing housing, DeviceId id, BiConsumer<Entity, String> problems) {
    Parts parts = Parts.of(housing);
    Optional<String> part = parts.part(id);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    List<Entity> entities = parts.entities(part.get());
    Assembly device = new Assembly(draft(housing, id, part.get(), entities), templates);
    boolean hasMain = entities.stream().anyMatch(Entity::isMain);
    for (Entity entity : entities) {
      try {
        Components.add(entity, device, parts.detail(entity));
        if (entity.isMain() || !hasMain) {
          device.available(entity.availability());
        }
      } catch (TemplateException | IllegalArgumentException failure) {
        problems.accept(entity, String.valueOf(failure.getMessage()));
      }
    }
    return binding(device, entities, problems);
  }

  private static Optional<DeviceBinding> binding(
      Assembly device, List<Entity> entities, BiConsumer<Entity, String> problems) {
    if (entities.isEmpty()) {
      return Optional.empty();
    }
    device.draft().type("sensor");
    try {
      return Optional.of(device.binding());
    } catch (TemplateException | IllegalArgumentException failure) {
      problems.accept(entities.getFirst(), String.valueOf(failure.getMessage()));
      return Optional.empty();
    }
  }

  private static DeviceDraft draft(
      Housing housing, DeviceId id, String part, List<Entity> entities) {
    Housing.Described described = housing.described();
    String raw = raw(described, entities);
    int slash = raw.lastIndexOf('/');
    String base = speakable(slash > 0 && slash < raw.length() - 1 ? raw.substring(slash + 1) : raw);
    Optional<String> own =
        entities.stream().findFirst().filter(Components::isSpecificOrPressed).flatMap(Entity::name);
    String suffix =
        own.map(Words::spoken).filter(name -> !name.isBlank()).orElse(Words.spoken(part));
    DeviceDraft draft = new DeviceDraft(id, part.isEmpty() ? base : joined(base, suffix));
    described.identities().forEach(draft::identity);
    described
        .area()
        .or(() -> slash > 0 ? Optional.of(Words.spoken(raw.substring(0, slash))) : Optional.empty())
        .ifPresent(draft::area);
    own.map(Words::spoken).filter(name -> name.contains(" ")).ifPresent(draft::alias);
    return draft;
  }

  private static String raw(Housing.Described described, List<Entity> entities) {
    Optional<String> name = described.name().filter(n -> !ADDRESS.matcher(n).matches());
    return name.or(described::model)
        .or(() -> entities.stream().flatMap(entity -> entity.name().stream()).findFirst())
        .or(described::name)
        .orElse(described.id().value());
  }

  private static String joined(String base, String suffix) {
    return suffix.toLowerCase(Locale.ROOT).startsWith(base.toLowerCase(Locale.ROOT))
        ? suffix
        : base + " " + suffix;
  }

  /** A name without what nobody says: underscores and the device's own number. */
  private static String speakable(String name) {
    String shorter = TRAILING_ID.matcher(name).replaceFirst("");
    String spoken = Words.spoken(shorter);
    return spoken.isBlank() ? name : spoken;
  }
}
