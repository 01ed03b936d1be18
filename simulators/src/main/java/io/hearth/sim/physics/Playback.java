package io.hearth.sim.physics;

import io.hearth.model.device.Property;
import io.hearth.model.device.Trait;
import io.hearth.model.device.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A player plays what it is told the title and type of; one without a screen shows no films. */
final class Playback implements Behaviour {

  private static final String PLAYBACK = "playback";
  private static final String MEDIA = "media";
  private static final Set<String> SEEN = Set.of("movie", "show", "video", "game");
  private static final List<String> ABOUT = List.of("title", "type", "artist", "genre");

  @Override
  public void begin(Body body) {
    body.begin(PLAYBACK, Value.of("idle"));
    body.begin("volume", Value.of(30));
    body.begin("muted", Value.of(false));
    body.device()
        .property("source")
        .map(Property::options)
        .filter(sources -> !sources.isEmpty())
        .ifPresent(sources -> body.begin("source", Value.of(sources.getFirst())));
  }

  @Override
  public Optional<Answer> act(Body body, String action, Map<String, Value> arguments) {
    return switch (action) {
      case "play" -> Optional.of(play(body, arguments));
      case "pause" ->
          body.is(PLAYBACK, "playing") || body.is(PLAYBACK, "paused")
              ? Optional.empty()
              : Optional.of(Answer.notNow("nothing is playing"));
      case "resume" ->
          body.has(MEDIA) || body.is(PLAYBACK, "playing")
              ? Optional.empty()
              : Optional.of(Answer.notNow("nothing to go on with"));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Answer> wish(Body body, String property, Value value) {
    if (property.equals("on") && !value.isTrue()) {
      body.set(PLAYBACK, "idle");
    }
    return Optional.empty();
  }

  private static Answer play(Body body, Map<String, Value> arguments) {
    Optional<String> type = Arguments.text(arguments, "type");
    boolean hasScreen = body.device().hasTrait(Trait.SCREEN);
    if (!hasScreen && type.filter(SEEN::contains).isPresent()) {
      return Answer.badCommand("no screen to show a " + type.get());
    }
    Map<String, Value> media = new LinkedHashMap<>();
    for (String about : ABOUT) {
      Arguments.text(arguments, about).ifPresent(text -> media.put(about, Value.of(text)));
    }
    if (!media.isEmpty()) {
      body.set(MEDIA, new Value.Fields(media));
    }
    if (body.has("on")) {
      body.set("on", Value.of(true));
    }
    body.set(PLAYBACK, "playing");
    return Answer.accepted();
  }
}
