package io.hearth.language;

import io.hearth.language.grammar.Grammar;
import io.hearth.language.reference.HomeLexicon;
import io.hearth.language.words.Lexicon;
import io.hearth.model.device.Home;
import io.hearth.model.device.HomeId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the words of the homes spoken to last, so that a sentence finds them ready; thread-safe.
 */
final class HomeWords {

  private static final int MOST = 64;

  private final Grammar grammar;
  private final Lexicon lexicon;
  private final Map<HomeId, Words> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<HomeId, Words> eldest) {
          return size() > MOST;
        }
      };

  /** The words of a home, and those that are like them once they were asked for. */
  static final class Words {
    private final Grammar grammar;
    private final HomeLexicon lexicon;
    private @Nullable Similar similar;

    Words(Grammar grammar, HomeLexicon lexicon) {
      this.grammar = grammar;
      this.lexicon = lexicon;
    }

    HomeLexicon lexicon() {
      return lexicon;
    }

    synchronized Similar similar() {
      Similar known = similar;
      if (known == null) {
        known = new Similar(grammar, lexicon);
        similar = known;
      }
      return known;
    }
  }

  HomeWords(Grammar grammar, Lexicon lexicon) {
    this.grammar = grammar;
    this.lexicon = lexicon;
  }

  synchronized Words of(Home home) {
    Words known = entries.get(home.id());
    if (known != null && known.lexicon().home() == home) {
      return known;
    }
    HomeLexicon words =
        known == null ? HomeLexicon.of(home, lexicon) : known.lexicon().updatedTo(home);
    Words entry = new Words(grammar, words);
    entries.put(home.id(), entry);
    return entry;
  }
}
