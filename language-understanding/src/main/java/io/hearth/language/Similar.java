package io.hearth.language;

import io.hearth.language.grammar.Grammar;
import io.hearth.language.reference.HomeLexicon;
import io.hearth.language.words.Lexicon;
import io.hearth.language.words.Sentence;
import io.hearth.language.words.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Words that sound or are written like unknown ones. Only a word that means nothing here is ever
 * replaced, and never by one that would turn a request round: no polarity, no number.
 */
final class Similar {

  private static final int SHORTEST = 4;
  private static final int LONG = 7;

  private final Lexicon lexicon;
  private final SimilarNames names;
  private final Set<String> known = new HashSet<>();
  private final Map<String, List<String>> bySound = new HashMap<>();
  private final Map<String, List<String>> byRemoval = new HashMap<>();

  Similar(Grammar grammar, HomeLexicon home) {
    lexicon = home.lexicon();
    known.addAll(grammar.vocabulary());
    known.addAll(lexicon.vocabulary());
    known.addAll(home.vocabulary());
    names = new SimilarNames(home.nameWords(), this::isKnown);
    DoubleMetaphone metaphone = new DoubleMetaphone();
    for (String word : known) {
      if (word.length() >= SHORTEST && !lexicon.isIn("polarity", word) && !hasDigit(word)) {
        bySound.computeIfAbsent(metaphone.doubleMetaphone(word), s -> new ArrayList<>()).add(word);
        removals(word).forEach(r -> byRemoval.computeIfAbsent(r, s -> new ArrayList<>()).add(word));
      }
    }
  }

  /** The sentence with unknown words replaced by similar ones; empty when there is none. */
  Optional<Sentence> corrected(Sentence sentence) {
    Optional<Sentence> mended = names.mended(sentence);
    List<Token> tokens = new ArrayList<>();
    boolean changed = mended.isPresent();
    for (Token token : mended.orElse(sentence).tokens()) {
      Optional<String> similar = similar(token.word());
      changed |= similar.isPresent();
      tokens.add(similar.map(word -> new Token(token.heard(), word)).orElse(token));
    }
    return changed ? Optional.of(new Sentence(tokens)) : Optional.empty();
  }

  /** The one word that is most like an unknown word. */
  private Optional<String> similar(String word) {
    if (word.length() < SHORTEST || hasDigit(word) || isKnown(word)) {
      return Optional.empty();
    }
    Set<String> candidates = new HashSet<>();
    removals(word).forEach(r -> candidates.addAll(byRemoval.getOrDefault(r, List.of())));
    String sound = new DoubleMetaphone().doubleMetaphone(word);
    candidates.addAll(bySound.getOrDefault(sound, List.of()));
    String best = null;
    int least = word.length() >= LONG ? 3 : 2;
    boolean tied = false;
    for (String candidate : candidates) {
      int distance = Distance.between(word, candidate, least);
      if (distance < least) {
        best = candidate;
        least = distance;
        tied = false;
      } else if (distance == least && best != null) {
        tied = true;
      }
    }
    return tied ? Optional.empty() : Optional.ofNullable(best);
  }

  private boolean isKnown(String word) {
    return known.contains(word)
        || lexicon.isIn("polarity", word)
        || lexicon.isIn("function_words", word)
        || lexicon.isIn("talk", word);
  }

  /** The word and all words with one letter less. */
  private static List<String> removals(String word) {
    List<String> removals = new ArrayList<>(word.length() + 1);
    removals.add(word);
    for (int i = 0; i < word.length(); i++) {
      removals.add(word.substring(0, i) + word.substring(i + 1));
    }
    return removals;
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }
}
