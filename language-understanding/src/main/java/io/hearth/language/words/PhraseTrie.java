package io.hearth.language.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases by their words; finds all that begin at a word of a sentence without scanning the rest.
 */
public final class PhraseTrie<T> {

  /**
   * A phrase found.
   *
   * @param end the place after its last word
   */
  public record Match<T>(int end, T value) {}

  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>(4);
    private final List<T> values = new ArrayList<>(1);
  }

  private final Node<T> root = new Node<>();

  /** Adds a phrase; the same phrase may have several values. */
  public void add(List<String> words, T value) {
    if (words.isEmpty()) {
      return;
    }
    Node<T> node = root;
    for (String word : words) {
      node = node.next.computeIfAbsent(word, w -> new Node<>());
    }
    if (!node.values.contains(value)) {
      node.values.add(value);
    }
  }

  /** All phrases that begin at a word, shortest first; words that were split are joined again. */
  public List<Match<T>> at(Sentence sentence, int at) {
    if (at >= sentence.size()) {
      return List.of();
    }
    List<Match<T>> found = new ArrayList<>(4);
    walk(root, sentence, at, found);
    return found;
  }

  private void walk(Node<T> node, Sentence sentence, int at, List<Match<T>> found) {
    if (at >= sentence.size()) {
      return;
    }
    Node<T> plain = node.next.get(sentence.word(at));
    if (plain != null) {
      plain.values.forEach(value -> found.add(new Match<>(at + 1, value)));
      walk(plain, sentence, at + 1, found);
    }
    if (at + 1 < sentence.size()) {
      Node<T> joined = node.next.get(sentence.joinedWithNext(at));
      if (joined != null) {
        joined.values.forEach(value -> found.add(new Match<>(at + 2, value)));
        walk(joined, sentence, at + 2, found);
      }
    }
  }

  /** The end of the longest phrase that begins at a word; the word's own place where none does. */
  public int longestEnd(Sentence sentence, int at) {
    int end = at;
    for (Match<T> match : at(sentence, at)) {
      end = Math.max(end, match.end());
    }
    return end;
  }

  /** The longest phrase that begins at a word. */
  public @Nullable Match<T> longest(Sentence sentence, int at) {
    Match<T> best = null;
    for (Match<T> match : at(sentence, at)) {
      if (best == null || match.end() > best.end()) {
        best = match;
      }
    }
    return best;
  }

  /** Whether the phrases have one of exactly these words. */
  public boolean contains(List<String> words) {
    Node<T> node = root;
    for (String word : words) {
      Node<T> next = node.next.get(word);
      if (next == null) {
        return false;
      }
      node = next;
    }
    return !node.values.isEmpty();
  }
}
