package io.hearth.context;

import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.speech.Dialogue.Said;
import io.hearth.model.speech.Utterance;
import io.hearth.model.state.Mention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Which devices were spoken about lately, in which conversation and where; immutable, bounded. */
final class Mentions {

  static final Duration WINDOW = Duration.ofMinutes(10);
  static final int MAX_SIZE = 64;
  static final int MAX_SEEN = 16;

  static final Mentions NONE = new Mentions(TreePVector.empty());

  private final PVector<Spoken> spoken;

  private Mentions(PVector<Spoken> spoken) {
    this.spoken = spoken;
  }

  /** A device was spoken about where it is not known who could hear it: everybody. */
  Mentions plus(DeviceId device, Instant at) {
    return plus(new Spoken(device, at, Optional.empty(), Optional.empty()));
  }

  /** A device was spoken about in the conversation and place of an utterance. */
  Mentions plus(DeviceId device, Utterance utterance, Instant at) {
    return plus(new Spoken(device, at, Optional.of(utterance.dialogue().id()), utterance.area()));
  }

  private Mentions plus(Spoken next) {
    PVector<Spoken> kept = spoken.size() < MAX_SIZE ? spoken : spoken.minus(0);
    return new Mentions(kept.plus(next));
  }

  /** What the speaker of an utterance may refer to, newest first, each device once. */
  List<Mention> heardBy(Utterance utterance) {
    List<Mention> all = new ArrayList<>();
    for (Said said : utterance.dialogue().history()) {
      said.request().targets().forEach(device -> all.add(new Mention(device, said.at())));
    }
    for (Spoken one : spoken) {
      if (one.isHeardBy(utterance)) {
        all.add(new Mention(one.device(), one.at()));
      }
    }
    if (all.isEmpty()) {
      return List.of();
    }
    all.sort(Comparator.comparing(Mention::at).reversed());
    Map<DeviceId, Mention> newest = new LinkedHashMap<>();
    all.forEach(mention -> newest.putIfAbsent(mention.device(), mention));
    return newest.values().stream().limit(MAX_SEEN).toList();
  }

  private record Spoken(
      DeviceId device, Instant at, Optional<String> dialogue, Optional<AreaId> area) {

    boolean isHeardBy(Utterance utterance) {
      if (dialogue.filter(utterance.dialogue().id()::equals).isPresent()) {
        return true;
      }
      boolean near = area.isEmpty() ? dialogue.isEmpty() : area.equals(utterance.area());
      return near && Duration.between(at, utterance.at()).abs().compareTo(WINDOW) <= 0;
    }
  }
}
