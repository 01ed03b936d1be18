package io.hearth.language.words;

import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  Normalizer(
      Map<String, List<String>> contractions,
      Map<String, String> spellings,
      Map<String, Integer> numbers,
      Set<String> noise,
      Set<String> twice) {
    this.contractions = Map.copyOf(contractions);
    this.spellings = Map.copyOf(spellings);
    this.numbers = Map.copyOf(numbers);
    this.noise = Set.copyOf(noise);
    this.twice = Set.copyOf(twice);
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
    for (String piece : new Splitter(plain(text)).pieces()) {
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
        tokens.add(new Token(heard, normal(heard)));
      }
    }
  }

  private String normal(String heard) {
    String spelled = spellings.getOrDefault(heard, heard);
    Integer number = numbers.get(spelled);
    return number == null ? spelled : number.toString();
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) > 127) {
        return java.text.Normalizer.normalize(lower, Form.NFD)
            .replaceAll("\\p{M}+", "")
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
