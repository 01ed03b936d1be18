package io.hearth.app.interpret;

import io.hearth.gateway.BatchTurns;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.hearth.model.speech.Dialogue;
import io.hearth.model.speech.Transcript;
import io.hearth.model.speech.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Speaks to a home before anybody else does, so that classes are loaded and the compiler has seen
 * the way of a turn when the first real line comes.
 */
final class WarmUp {

  private static final int MOST_DEVICES = 40;

  private final Home home;
  private final BatchTurns turns;

  WarmUp(Home home, BatchTurns turns) {
    this.home = home;
    this.turns = turns;
  }

  /** Goes on for that long at most, in rounds over the home's own names. */
  void run(Duration atMost) {
    List<String> sentences = sentences();
    long end = System.nanoTime() + atMost.toNanos();
    for (int i = 0; System.nanoTime() < end && i < sentences.size() * 20; i++) {
      turns.take(
          utterance(sentences.get(i % sentences.size())),
          BatchTurns.Facts.none(),
          Optional.empty());
    }
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add("what is the temperature");
    sentences.add("turn off the lights");
    sentences.add("is any window open");
    home.devices().stream()
        .limit(MOST_DEVICES)
        .map(Device::name)
        .forEach(name -> {
          sentences.add("turn on the " + name);
          sentences.add("is the " + name + " on");
        });
    return sentences;
  }

  private static Utterance utterance(String text) {
    return new Utterance(
        "warm-up",
        Transcript.of(text),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH.plus(Duration.ofDays(20_000)),
        Dialogue.fresh("warm-up"));
  }
}
