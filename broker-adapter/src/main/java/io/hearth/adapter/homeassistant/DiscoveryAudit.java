package io.hearth.adapter.homeassistant;

import io.hearth.adapter.binding.Payload;
import io.hearth.adapter.homeassistant.Entity.Standing;
import io.hearth.adapter.template.TemplateException;
import io.hearth.adapter.vocabulary.DeviceDraft;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells how many of given discovery messages are understood, and as what:
 *
 * <pre>{@code
 * DiscoveryAudit audit = DiscoveryAudit.of(
 *     messages.map(line -> new DiscoveryAudit.Said(line.topic(), line.payload())));
 * audit.share();        // understood of all, 0 to 1
 * audit.counts();       // how many by class
 * audit.notUnderstood() // how many by reason
 * }</pre>
 *
 * @param counts by class; a class that did not occur is missing
 * @param notUnderstood how many messages by what is wrong with them
 */
public record DiscoveryAudit(Map<Understood, Integer> counts, Map<String, Integer> notUnderstood) {

  /** What a message was understood as. */
  public enum Understood {
    /** A capability of the catalogue that people may speak of. */
    CAPABILITY,
    /** A value without a word in the catalogue; reported as a detail. */
    DETAIL,
    /** A setting; reported as a detail and kept from speech. */
    CONFIG,
    /** About the device itself; reported as a detail and kept from speech. */
    DIAGNOSTIC,
    /** Disabled by its maker; reported as a detail and kept from speech. */
    DISABLED
  }

  /** A message: its topic, with any first level, and its payload. */
  public record Said(String topic, Payload payload) {}

  public DiscoveryAudit {
    counts = Map.copyOf(counts);
    notUnderstood = Map.copyOf(notUnderstood);
  }

  /** Reads messages, each by itself. */
  public static DiscoveryAudit of(Stream<Said> messages) {
    Map<Understood, Integer> counts = new EnumMap<>(Understood.class);
    Map<String, Integer> reasons = new TreeMap<>();
    DiscoveryReader reader = new DiscoveryReader();
    Templates templates = new Templates();
    messages.forEach(said -> {
      try {
        counts.merge(understood(said, reader, templates), 1, Integer::sum);
      } catch (MalformedPayloadException | TemplateException | IllegalArgumentException e) {
        reasons.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
      }
    });
    return new DiscoveryAudit(counts, reasons);
  }

  private static Understood understood(Said said, DiscoveryReader reader, Templates templates)
      throws MalformedPayloadException, TemplateException {
    int slash = said.topic().indexOf('/');
    DiscoveryTopic topic =
        DiscoveryTopic.of(said.topic().substring(0, Math.max(slash, 0)), said.topic());
    Understood best = Understood.DISABLED;
    for (Entity entity : reader.read(topic, said.payload()).entities()) {
      Understood one = understood(entity, templates);
      best = one.compareTo(best) < 0 ? one : best;
    }
    return best;
  }

  private static Understood understood(Entity entity, Templates templates)
      throws MalformedPayloadException, TemplateException {
    if (!Components.isKnown(entity.component())) {
      throw new MalformedPayloadException("component " + entity.component() + " is not known");
    }
    DeviceDraft draft = new DeviceDraft(new DeviceId("audited"), "audited");
    Assembly device = new Assembly(draft, templates);
    Components.add(entity, device, "detail");
    device.available(entity.availability());
    boolean isMeant = draft.isTyped();
    boolean isSilent = !device.saysAnything() && !device.takesAnything();
    device.draft().type("sensor");
    device.binding();
    if (isSilent && !hasTopic(entity)) {
      throw new MalformedPayloadException(entity.component() + " with nothing to read or to tell");
    }
    return switch (entity.standing()) {
      case Standing.MAIN -> isMeant ? Understood.CAPABILITY : Understood.DETAIL;
      case Standing.CONFIG -> Understood.CONFIG;
      case Standing.DIAGNOSTIC -> Understood.DIAGNOSTIC;
      case Standing.DISABLED -> Understood.DISABLED;
    };
  }

  private static boolean hasTopic(Entity entity) {
    return entity.fields().values().keySet().stream()
        .anyMatch(key -> key.endsWith("topic") && entity.fields().topic(key).isPresent());
  }

  /** How many messages were understood. */
  public int understood() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many there were. */
  public int all() {
    return understood() + notUnderstood.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The part that was understood, 0 to 1; 1 of none. */
  public double share() {
    return all() == 0 ? 1 : (double) understood() / all();
  }
}
