package io.hearth.language;

import io.hearth.language.words.Sentence;
import io.hearth.language.words.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Names of several words of which one was misheard: "wreck room" for "rec room", "smart blur" for
 * "smart bulb". The other words of the name must be there, and the misheard one must mean nothing
 * here, so that no room, number or polarity is taken for another.
 */
final class SimilarNames {

  private static final int SHORTEST_GUESS = 4;
  private static final int FARTHEST = 2;

  private final Map<String, List<List<String>>> byWord = new HashMap<>();
  private final Predicate<String> known;
  private final DoubleMetaphone metaphone = new DoubleMetaphone();

  /**
   * What is compared with.
   *
   * @param names in normal words
   * @param known whether a word means something and so is not misheard
   */
  SimilarNames(Iterable<List<String>> names, Predicate<String> known) {
    this.known = known;
    for (List<String> name : names) {
      if (name.size() > 1) {
        name.forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(name));
      }
    }
  }

  /** The sentence with the misheard words of names mended; empty where there is none. */
  Optional<Sentence> mended(Sentence sentence) {
    List<Token> tokens = new ArrayList<>(sentence.tokens());
    boolean changed = false;
    for (int at = 0; at < tokens.size(); at++) {
      Optional<String> meant = meant(tokens, at);
      if (meant.isPresent()) {
        tokens.set(at, new Token(tokens.get(at).heard(), meant.get()));
        changed = true;
      }
    }
    return changed ? Optional.of(new Sentence(tokens)) : Optional.empty();
  }

  /** The one word of a name that fits a misheard word between its neighbours. */
  private Optional<String> meant(List<Token> tokens, int at) {
    String heard = tokens.get(at).word();
    if (heard.length() < 2 || tokens.get(at).isNumber() || known.test(heard)) {
      return Optional.empty();
    }
    Set<String> meant = new LinkedHashSet<>();
    for (int beside : new int[] {at - 1, at + 1}) {
      if (beside >= 0 && beside < tokens.size()) {
        for (List<String> name : byWord.getOrDefault(tokens.get(beside).word(), List.of())) {
          wordAt(name, tokens, at).filter(word -> isLike(heard, word)).ifPresent(meant::add);
        }
      }
    }
    return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
  }

  /** The word of a name in the place of the misheard one, where all its other words were heard. */
  private static Optional<String> wordAt(List<String> name, List<Token> tokens, int at) {
    for (int place = 0; place < name.size(); place++) {
      int start = at - place;
      if (start < 0 || start + name.size() > tokens.size()) {
        continue;
      }
      boolean others = true;
      for (int i = 0; i < name.size(); i++) {
        others &= i == place || tokens.get(start + i).word().equals(name.get(i));
      }
      if (others) {
        return Optional.of(name.get(place));
      }
    }
    return Optional.empty();
  }

  private boolean isLike(String heard, String word) {
    boolean sounds = metaphone.isDoubleMetaphoneEqual(heard, word);
    boolean written =
        word.length() >= SHORTEST_GUESS
            && heard.charAt(0) == word.charAt(0)
            && Distance.between(heard, word, FARTHEST) <= FARTHEST;
    boolean number = word.chars().anyMatch(Character::isDigit);
    return (sounds || written) && !number;
  }
}
