package io.hearth.language.words;

import java.util.List;

/**
 * Properties that a word such as "brightness" or "hot" asks for.
 *
 * @param properties the first that a device has is meant; an empty name stands for what the device
 *     mainly tells
 */
public record Asked(String word, List<String> properties) implements Meaning {
  public Asked {
    properties = List.copyOf(properties);
  }
}
