package io.hearth.language.reference;

import io.hearth.language.reference.TargetPhrase.Referent;
import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Reading;
import io.hearth.language.words.Sentence;
import io.hearth.language.words.SlotReader;
import java.util.ArrayList;
import java.util.List;

/** A device said beside a request: "on the TV turn the volume up", "TV, pause". */
final class DeviceAdjunctReader implements SlotReader {

  /** Without preposition a device may be part of something else. */
  private static final double LOOSE = 0.7;

  private static final double PREPOSED = 0.95;

  private final Lexicon lexicon;
  private final TargetReader targets;
  private final PlaceReader places;

  DeviceAdjunctReader(Lexicon lexicon, TargetReader targets, PlaceReader places) {
    this.lexicon = lexicon;
    this.targets = targets;
    this.places = places;
  }

  @Override
  public List<Reading> read(Sentence sentence, int at) {
    List<Reading> found = new ArrayList<>();
    int start = lexicon.set("device_prepositions").longestEnd(sentence, at);
    if (start > at && start < sentence.size()) {
      add(found, targets.read(sentence, start), PREPOSED);
    }
    if (!places.endsRoom(sentence, at)) {
      add(found, targets.read(sentence, at), LOOSE);
    }
    return found;
  }

  private static void add(List<Reading> found, List<Reading> readings, double factor) {
    for (Reading reading : readings) {
      if (reading.meaning() instanceof Target target && isDevice(target)) {
        found.add(new Reading(reading.end(), target, reading.quality() * factor));
      }
    }
  }

  private static boolean isDevice(Target target) {
    TargetPhrase phrase = target.choices().getFirst().phrase();
    if (phrase.units().size() > 1) {
      return false;
    }
    Referent referent = phrase.units().getFirst().referent();
    return referent instanceof Referent.Named
        || (referent instanceof Referent.Sort(var word) && !word.weak());
  }
}
