package io.hearth.language.learned;

import java.util.List;

/**
 * One sentence to learn from.
 *
 * @param sense its class
 * @param template the number of the template it was made of; all of one template are held out
 *     together
 */
record Sample(String sense, int template, List<String> words, List<Guess.Mark> marks) {

  Sample {
    words = List.copyOf(words);
    marks = List.copyOf(marks);
  }
}
