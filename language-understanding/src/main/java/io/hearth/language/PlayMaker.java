package io.hearth.language;

import io.hearth.language.grammar.Parse;
import io.hearth.language.reference.Grounded;
import io.hearth.language.reference.Situation;
import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Sentence;
import io.hearth.model.device.Device;
import io.hearth.model.device.Trait;
import io.hearth.model.device.Value;
import io.hearth.model.speech.Intent;
import io.hearth.model.speech.Request;
import io.hearth.model.speech.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes requests to play something: one for each device and sort of media that may be meant. */
final class PlayMaker {

  /** A sort of media with how likely a mere title is one on such a device. */
  private record Guess(String type, double weight) {}

  private static final List<Guess> ON_SCREEN =
      List.of(
          new Guess("movie", 1),
          new Guess("show", 0.8),
          new Guess("video", 0.5),
          new Guess("song", 0.4));
  private static final List<Guess> ON_SPEAKER =
      List.of(
          new Guess("song", 0.9),
          new Guess("audiobook", 0.85),
          new Guess("album", 0.85),
          new Guess("artist", 0.8),
          new Guess("playlist", 0.7),
          new Guess("podcast", 0.6));
  private static final Set<String> SEEN = Set.of("movie", "show", "video", "game");
  private static final double UNSEEN = 0.3;

  private final Situation situation;
  private final TargetFinder targets;

  PlayMaker(Situation situation) {
    this.situation = situation;
    this.targets = new TargetFinder(situation);
  }

  List<Draft> drafts(Parse parse) {
    Map<String, Value> heard = heard(parse);
    List<Draft> drafts = new ArrayList<>();
    if (heard.get(Slots.MEDIA) instanceof Value.Text(String title) && isNoTitle(title)) {
      return drafts;
    }
    for (Grounded grounded :
        targets.find(parse, new CommandNeed(situation.lexicon(), Intent.PLAY))) {
      Map<String, Value> slots = new LinkedHashMap<>(grounded.slots());
      slots.putAll(heard);
      double weight = grounded.weight();
      if (grounded.devices().isEmpty()) {
        drafts.add(draft(parse, slots, grounded, weight));
      } else if (heard.containsKey(Slots.MEDIA) && !heard.containsKey(Slots.MEDIA_TYPE)) {
        for (Guess guess : guesses(grounded.devices().getFirst())) {
          Map<String, Value> guessed = new LinkedHashMap<>(slots);
          guessed.put(Slots.MEDIA_TYPE, Value.of(guess.type()));
          drafts.add(draft(parse, guessed, grounded, weight * guess.weight()));
        }
      } else {
        double seen = isUnseen(heard, grounded.devices().getFirst()) ? UNSEEN : 1;
        drafts.add(draft(parse, slots, grounded, weight * seen));
      }
    }
    return drafts;
  }

  /** The title, or the artist where there is no title. */
  private static Map<String, Value> heard(Parse parse) {
    Map<String, Value> heard = Values.of(parse);
    Optional<Value> artist = Optional.ofNullable(heard.get("artist"));
    if (artist.isPresent() && !heard.containsKey(Slots.MEDIA)) {
      heard.put(Slots.MEDIA, artist.get());
      heard.put(Slots.MEDIA_TYPE, Value.of("artist"));
    } else if (artist.isPresent() && !heard.containsKey(Slots.MEDIA_TYPE)) {
      heard.put(Slots.MEDIA_TYPE, Value.of("song"));
    }
    return heard;
  }

  /** Whether it is only a word for a sort of media, such as "a movie". */
  private boolean isNoTitle(String title) {
    Lexicon lexicon = situation.lexicon().lexicon();
    Sentence words = lexicon.normalizer().sentence(title);
    int start = lexicon.set("determiners").longestEnd(words, 0);
    boolean mere =
        words.tokens().stream().skip(start).allMatch(t -> lexicon.isIn("no_titles", t.word()));
    return start >= words.size()
        || mere
        || lexicon.readings("media_type", words, start).stream()
            .anyMatch(reading -> reading.end() == words.size());
  }

  private static List<Guess> guesses(Device device) {
    return device.hasTrait(Trait.SCREEN) ? ON_SCREEN : ON_SPEAKER;
  }

  private static boolean isUnseen(Map<String, Value> heard, Device device) {
    return heard.get(Slots.MEDIA_TYPE) instanceof Value.Text(String type)
        && SEEN.contains(type)
        && !device.hasTrait(Trait.SCREEN);
  }

  private Draft draft(Parse parse, Map<String, Value> slots, Grounded grounded, double weight) {
    Request request =
        new Request(
            Intent.PLAY,
            slots,
            grounded.ids(),
            grounded.grounding(),
            new Schedules(situation.snapshot().localTime(), situation.home()).of(parse),
            grounded.problems());
    return new Draft(
        List.of(request), parse.fit(), parse.form().weight(), weight, parse.explanation());
  }
}
