package io.hearth.language.learned;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tribuo.Feature;

/**
 * What the classifier and the labeller see of words: the sentence's vector, its words, pairs of
 * words and stretches of letters; for one word its neighbourhood.
 */
final class Features {

  private static final double VECTOR = 4.0;
  private static final double WORDS = 1.0;
  private static final double LETTERS = 2.0;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 4;
  private static final String[] VECTOR_NAMES = vectorNames();

  private Features() {}

  private static String[] vectorNames() {
    String[] names = new String[Encoder.SIZE];
    for (int i = 0; i < names.length; i++) {
      names[i] = "e" + i;
    }
    return names;
  }

  /** The features of a sentence, each once. */
  static List<Feature> ofSentence(List<String> words, float[] vector) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < vector.length; i++) {
      features.add(new Feature(VECTOR_NAMES[i], VECTOR * vector[i]));
    }
    List<String> plain = words.stream().map(Features::plain).toList();
    Set<String> said = new LinkedHashSet<>();
    String before = "^";
    for (String word : plain) {
      said.add("w:" + word);
      said.add("b:" + before + "_" + word);
      before = word;
    }
    said.add("b:" + before + "_$");
    double each = WORDS / Math.sqrt(Math.max(3, words.size()));
    said.forEach(name -> features.add(new Feature(name, each)));
    Set<String> letters = letters(plain);
    double less = LETTERS / Math.sqrt(Math.max(12, letters.size()));
    letters.forEach(name -> features.add(new Feature(name, less)));
    return features;
  }

  /** Stretches of letters over word ends, so that words heard apart or together are still alike. */
  private static Set<String> letters(List<String> words) {
    String text = "_" + String.join("_", words) + "_";
    Set<String> found = new LinkedHashSet<>();
    for (int length = SHORTEST; length <= LONGEST; length++) {
      for (int i = 0; i + length <= text.length(); i++) {
        found.add("c:" + text.substring(i, i + length));
      }
    }
    return found;
  }

  /** The features of one word among its neighbours. */
  static List<Feature> ofWord(List<String> words, int at) {
    Set<String> names = new LinkedHashSet<>();
    String word = word(words, at);
    names.add("w=" + word);
    names.add("start=" + word.substring(0, Math.min(3, word.length())));
    names.add("end=" + word.substring(Math.max(0, word.length() - 3)));
    for (int away = 1; away <= 2; away++) {
      names.add("-" + away + "=" + word(words, at - away));
      names.add("+" + away + "=" + word(words, at + away));
    }
    names.add("-1w=" + word(words, at - 1) + "_" + word);
    names.add("+1w=" + word + "_" + word(words, at + 1));
    return names.stream().map(name -> new Feature(name, 1)).toList();
  }

  private static String word(List<String> words, int at) {
    return at < 0 ? "^" : at >= words.size() ? "$" : plain(words.get(at));
  }

  private static String plain(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0)) ? "#" : word;
  }
}
