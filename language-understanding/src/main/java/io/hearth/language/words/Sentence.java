package io.hearth.language.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something said, as normal words; immutable to its users. */
public final class Sentence {

  private final List<Token> tokens;
  private final @Nullable String[] joined;

  public Sentence(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
    this.joined = new String[tokens.size()];
  }

  public int size() {
    return tokens.size();
  }

  public Token token(int at) {
    return tokens.get(at);
  }

  public String word(int at) {
    return tokens.get(at).word();
  }

  public List<Token> tokens() {
    return tokens;
  }

  /** The normal words, pauses included. */
  public List<String> words() {
    return tokens.stream().map(Token::word).toList();
  }

  /** Whether the word is there and is this one. */
  public boolean is(int at, String word) {
    return at >= 0 && at < tokens.size() && tokens.get(at).word().equals(word);
  }

  /** Two words written as one, as recognisers split "bedroom"; the last word alone at the end. */
  String joinedWithNext(int at) {
    String known = joined[at];
    if (known == null) {
      known = at + 1 < tokens.size() ? word(at) + word(at + 1) : word(at);
      joined[at] = known;
    }
    return known;
  }

  /** The words from one place up to, not including, another, as they were said. */
  public String heard(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (!tokens.get(i).isPause()) {
        if (!text.isEmpty()) {
          text.append(' ');
        }
        text.append(tokens.get(i).heard());
      }
    }
    return text.toString();
  }

  /** The words as they were said, with a comma for each pause between them. */
  public String said(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (tokens.get(i).isPause()) {
        text.append(i > from && i + 1 < to ? "," : "");
      } else {
        text.append(text.isEmpty() ? "" : " ").append(tokens.get(i).heard());
      }
    }
    return text.toString();
  }

  public String heard() {
    return heard(0, size());
  }
}
