package io.hearth.app.bench.language;

import io.hearth.registry.DescribedHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The row of Home Assistant's English tests: intent and slots right. */
final class HaRow {

  private static final String MICROPHONE = "living_room";

  private HaRow() {}

  static Row measure(Row.Aim aim, Path data, Failures failures, double reach) {
    if (!Files.isDirectory(data.resolve(HaTests.FOLDER))) {
      return aim.notPresent(HaTests.FOLDER);
    }
    HaTests tests = new HaTests(data);
    DescribedHome home = tests.home().build("union");
    Listener listener = new Listener(home, MICROPHONE);
    HaSlots slots = new HaSlots(home.home());
    Tally both = new Tally(aim.name(), failures);
    Tally intents = new Tally(aim.name(), Failures.unwritten());
    for (HaTests.Case one : tests.cases()) {
      Understood understood = listener.hear(one.sentence());
      boolean intent = HaMeaning.isIntentRight(one, understood);
      Asked asked =
          new Asked("home-assistant", one.file(), one.sentence(), one.intent(), entities(one));
      intents.add(asked, understood, intent);
      both.add(asked, understood, intent && slots.areRight(one, understood));
    }
    List<String> details = new ArrayList<>(both.confusions());
    details.addFirst("intent alone: " + intents.text());
    details.addFirst(home.home().devices().size() + " devices");
    return aim.with(both.text(), both.share() >= reach, details);
  }

  private static Map<String, List<String>> entities(HaTests.Case one) {
    return Map.of("slots", List.of(one.slots().toString()));
  }
}
