package io.hearth.language.words;

import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Brings what was typed or recognised into normal words: case, punctuation, short forms, noises.
 */
public final class Normalizer {

  private static final int LONGEST_REPEAT = 3;

  private final Map<String, List<String>> contractions;
  private final Map<String, String> spellings;
  private final Map<String, Integer> numbers;
  private final Set<String> noise;
  private final Set<String> twice;
  private final Splitter.Signs signs;
  private final CompoundNumbers compoundNumbers;
  private final Compounds compounds;

  /** What a language changes in the words it hears. */
  record Changes(
      Map<String, List<String>> contractions,
      Map<String, String> spellings,
      Map<String, Integer> numbers,
      Set<String> noise,
      Set<String> twice) {}

  Normalizer(
      Changes changes, Splitter.Signs signs, CompoundNumbers compoundNumbers, Compounds compounds) {
    this.contractions = Map.copyOf(changes.contractions());
    this.spellings = Map.copyOf(changes.spellings());
    this.numbers = Map.copyOf(changes.numbers());
    this.noise = Set.copyOf(changes.noise());
    this.twice = Set.copyOf(changes.twice());
    this.signs = signs;
    this.compoundNumbers = compoundNumbers;
    this.compounds = compounds;
  }

  /** The words of an utterance. */
  public Sentence sentence(String text) {
    return new Sentence(withoutRepeats(tokens(text)));
  }

  /** The normal words of a name or of a phrase of the lexicon; nothing is left out as repeated. */
  public List<String> words(String text) {
    return tokens(text).stream().filter(t -> !t.isPause()).map(Token::word).toList();
  }

  private List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    for (String piece : new Splitter(plain(text), signs).pieces()) {
      if (piece.equals(Token.PAUSE)) {
        addPause(tokens);
      } else {
        add(piece, tokens);
      }
    }
    if (!tokens.isEmpty() && tokens.getLast().isPause()) {
      tokens.removeLast();
    }
    return tokens;
  }

  private static void addPause(List<Token> tokens) {
    if (!tokens.isEmpty() && !tokens.getLast().isPause()) {
      tokens.add(new Token(Token.PAUSE, Token.PAUSE));
    }
  }

  private void add(String piece, List<Token> tokens) {
    List<String> expansion = contractions.get(piece);
    if (expansion != null) {
      expansion.forEach(word -> tokens.add(new Token(word, normal(word))));
      return;
    }
    String heard = piece.replace("'", "");
    if (!heard.isEmpty() && !noise.contains(heard)) {
      List<String> apart = contractions.get(heard);
      if (apart != null) {
        apart.forEach(word -> tokens.add(new Token(word, normal(word))));
      } else {
        compounds
            .apart(heard)
            .ifPresentOrElse(
                parts -> addParts(heard, parts, tokens),
                () -> tokens.add(new Token(heard, normal(heard))));
      }
    }
  }

  /** The parts of a compound; it was heard as one word, with the first. */
  private void addParts(String heard, List<String> parts, List<Token> tokens) {
    tokens.add(new Token(heard, normal(parts.getFirst())));
    parts.subList(1, parts.size()).forEach(part -> tokens.add(new Token("", normal(part))));
  }

  private String normal(String heard) {
    String spelled = spellings.getOrDefault(heard, heard);
    Integer number = numbers.get(spelled);
    if (number != null) {
      return number.toString();
    }
    OptionalInt compound = compoundNumbers.of(spelled);
    return compound.isPresent() ? String.valueOf(compound.getAsInt()) : spelled;
  }

  /** In lower case, without accents. */
  static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) > 127) {
        return java.text.Normalizer.normalize(lower, Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replace("ß", "ss")
            .replace('’', '\'')
            .replace('‘', '\'');
      }
    }
    return lower;
  }

  /** "turn on turn on the light" is said once; numbers may well be said twice. */
  private List<Token> withoutRepeats(List<Token> tokens) {
    List<Token> kept = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      kept.add(token);
      for (int length = 1; length <= LONGEST_REPEAT; length++) {
        if (endsInRepeat(kept, length)) {
          kept.subList(kept.size() - length, kept.size()).clear();
          break;
        }
      }
    }
    return kept;
  }

  private boolean endsInRepeat(List<Token> tokens, int length) {
    int size = tokens.size();
    if (size < 2 * length) {
      return false;
    }
    for (int i = 1; i <= length; i++) {
      Token last = tokens.get(size - i);
      if (last.isNumber()
          || (length == 1 && twice.contains(last.word()))
          || !last.word().equals(tokens.get(size - length - i).word())) {
        return false;
      }
    }
    return true;
  }
}
