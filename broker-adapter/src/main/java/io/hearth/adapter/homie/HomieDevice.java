package io.hearth.adapter.homie;

import io.hearth.adapter.binding.Convention.Learned;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Ids;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One device as far as it has described itself. */
final class HomieDevice {

  private static final Set<String> SERIOUS = Set.of("$log/error", "$log/fatal");
  private static final int LONGEST_TEXT = 200;

  private final DeviceId id;
  private final HomieTopics topics;
  private final boolean version5;
  private final HomieTargets targets;
  private final Homie4Attributes attributes = new Homie4Attributes();
  private Optional<HomieDescription> document = Optional.empty();
  private String state = "";
  private @Nullable Map<DeviceId, DeviceBinding> bindings;

  HomieDevice(DeviceId id, String domain, String raw, boolean version5, HomieTargets targets) {
    this.id = id;
    this.topics = version5 ? HomieTopics.version5(domain, raw) : HomieTopics.version4(domain, raw);
    this.version5 = version5;
    this.targets = targets;
  }

  boolean isVersion5() {
    return version5;
  }

  /** Whether nothing of it is left. */
  boolean isGone() {
    return state.isEmpty() && document.isEmpty() && attributes.isEmpty();
  }

  /**
   * Takes what it says of itself.
   *
   * @param path below its own topic
   * @return whether it may have to be described anew
   */
  boolean take(String path, Message message, Learned learned) throws MalformedPayloadException {
    String text = message.payload().text();
    if (path.equals("$state")) {
      // An empty one takes the device away; what it says otherwise is for those who ask whether it
      // is there.
      boolean came = state.isEmpty() != text.isEmpty();
      state = text;
      return came && forgotten();
    }
    if (path.startsWith("$alert/") || SERIOUS.contains(path)) {
      if (!text.isBlank()) {
        learned.problem(Optional.of(id), "it says: " + shortened(text));
      }
      return false;
    }
    if (version5) {
      return path.equals("$description") && described(message);
    }
    return attributes.put(path, text) && forgotten();
  }

  private boolean described(Message message) throws MalformedPayloadException {
    if (message.payload().isEmpty()) {
      boolean was = document.isPresent();
      document = Optional.empty();
      return was && forgotten();
    }
    Optional<HomieDescription> now = Optional.of(Homie5Json.read(message.payload()));
    boolean changed = !now.equals(document);
    document = now;
    return changed && forgotten();
  }

  private boolean forgotten() {
    bindings = null;
    return true;
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
    return line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) + "…" : line;
  }

  /** The ids under which it or a part of it could be a device. */
  Set<DeviceId> ids() {
    List<String> nodes =
        version5
            ? document
                .map(d -> d.nodes().stream().map(HomieDescription.Node::id).toList())
                .orElse(List.of())
            : attributes.nodes();
    Set<DeviceId> ids = new LinkedHashSet<>();
    ids.add(id);
    nodes.forEach(node -> ids.add(HomieBindings.part(id, node)));
    return ids;
  }

  Optional<DeviceBinding> binding(DeviceId device) {
    Map<DeviceId, DeviceBinding> known = bindings;
    if (known == null) {
      known =
          description()
              .map(d -> new HomieBindings(id, topics, version5, d, targets).bindings(identities()))
              .orElse(Map.of());
      bindings = known;
    }
    return Optional.ofNullable(known.get(device));
  }

  /** It is there as long as it has a state: that is the first that is taken away. */
  private Optional<HomieDescription> description() {
    return state.isEmpty() ? Optional.empty() : version5 ? document : attributes.description();
  }

  private Set<String> identities() {
    String mac = attributes.value("$mac");
    return mac.matches("(?i)([0-9a-f]{2}[:-]?){5}[0-9a-f]{2}") ? Set.of(Ids.mac(mac)) : Set.of();
  }
}
