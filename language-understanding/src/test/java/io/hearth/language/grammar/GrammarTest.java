package io.hearth.language.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearth.language.reference.HomeLexicon;
import io.hearth.language.words.Lexicon;
import io.hearth.model.device.Action;
import io.hearth.model.device.Capability;
import io.hearth.model.speech.Intent;
import io.hearth.registry.Catalogues;
import io.hearth.registry.HomeFiles;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GrammarTest {

  private final Lexicon lexicon = Lexicon.of("en");
  private final Grammar grammar = Grammar.of("en", lexicon.normalizer());

  @Test
  void everySlotHasAReader() {
    Set<String> slots = new HashSet<>();
    grammar.forms().forEach(form -> slots.addAll(form.automaton().slotTypes()));
    HomeLexicon home = HomeLexicon.of(new HomeFiles(Catalogues.builtIn()).demo().home(), lexicon);

    slots.remove(Chart.TEXT);
    assertThat(home.readers().keySet()).containsAll(slots);
  }

  @Test
  void everyIntentThatADeviceCanServeIsSaidSomehow() {
    Set<String> said =
        grammar.forms().stream()
            .flatMap(form -> form.intent().stream())
            .map(Intent::word)
            .collect(Collectors.toSet());

    for (Capability capability : Catalogues.builtIn().capabilities()) {
      for (Action action : capability.actions()) {
        assertThat(said).as(capability.name() + "." + action.name()).containsAll(action.intents());
      }
    }
  }

  @Test
  void everyImpliedThingIsInTheLexicon() {
    assertThat(grammar.forms())
        .allSatisfy(form ->
            assertThat(form.implied()).allSatisfy(id -> assertThat(lexicon.thing(id)).isPresent()));
  }
}
