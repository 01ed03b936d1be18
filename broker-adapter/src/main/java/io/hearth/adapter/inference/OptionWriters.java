package io.hearth.adapter.inference;

import static io.hearth.adapter.inference.OptionWords.written;

import io.hearth.adapter.binding.CannotCommandException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to set a choice to for each action of the catalogue that one of its options serves. */
final class OptionWriters {

  private final List<String> options;
  private final Map<String, String> byMeaning;
  private final Map<String, Meaning.Writer> writers = new LinkedHashMap<>();

  private OptionWriters(String property, List<String> options) {
    this.options = options;
    this.byMeaning = OptionWords.byMeaning(property, options);
  }

  static Map<String, Meaning.Writer> of(String property, List<String> options) {
    OptionWriters made = new OptionWriters(property, options);
    switch (property) {
      case "mode" -> made.modes();
      case "playback" -> made.playback();
      case "operation" -> made.operation();
      case "cleaning" -> made.cleaning();
      case "armed" -> made.armed();
      case "moving" -> made.moving();
      case "source" -> made.chosen("selectSource", "source");
      default -> {
        // nothing in the catalogue sets it
      }
    }
    return made.writers;
  }

  private void modes() {
    chosen("setMode", "mode");
    chosen("activate", "mode");
    fixed("turnOff", meaning("off"));
    Optional<String> on =
        meaning("heat")
            .or(() -> meaning("auto"))
            .or(() -> options.stream().filter(o -> !o.equals(byMeaning.get("off"))).findFirst());
    if (byMeaning.containsKey("off")) {
      fixed("turnOn", on);
    }
  }

  private void playback() {
    fixed("play", written(options, "play").or(() -> meaning("playing")));
    fixed("resume", written(options, "resume", "play").or(() -> meaning("playing")));
    fixed("pause", meaning("paused"));
    fixed("stop", meaning("stopped").or(() -> meaning("idle")));
    fixed("next", written(options, "next", "skip", "forward"));
    fixed("previous", written(options, "previous", "prev", "back"));
  }

  private void operation() {
    fixed("start", meaning("running"));
    fixed("stop", written(options, "stop").or(() -> meaning("idle")));
    fixed("pause", meaning("paused"));
    fixed("resume", written(options, "resume").or(() -> meaning("running")));
  }

  private void cleaning() {
    fixed("start", meaning("cleaning"));
    fixed("stop", written(options, "stop").or(() -> meaning("paused")));
    fixed("pause", written(options, "pause").or(() -> meaning("paused")));
    fixed("resume", written(options, "resume").or(() -> meaning("cleaning")));
    fixed("dock", written(options, "dock", "return", "home").or(() -> meaning("docked")));
  }

  private void armed() {
    chosen("arm", "armed");
    fixed("disarm", meaning("disarmed"));
  }

  private void moving() {
    fixed("open", meaning("open").or(() -> meaning("opening")));
    fixed("close", meaning("closed").or(() -> meaning("closing")));
    fixed("stop", meaning("stopped"));
  }

  private Optional<String> meaning(String word) {
    return Optional.ofNullable(byMeaning.get(word));
  }

  private void fixed(String action, Optional<String> option) {
    option.ifPresent(said -> writers.put(action, call -> OptionWords.text(said)));
  }

  private void chosen(String action, String argument) {
    writers.put(
        action,
        call -> {
          String word = call.word(argument);
          return OptionWords.text(
              meaning(word)
                  .or(() -> written(options, Words.key(word)))
                  .orElseThrow(() ->
                      new CannotCommandException(
                          "it has no " + argument + " " + word + "; it has " + options)));
        });
  }
}
