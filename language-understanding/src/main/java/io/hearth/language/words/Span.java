package io.hearth.language.words;

import java.time.Duration;

/** A length of time that was said. */
public record Span(Duration duration) implements Meaning {
  @Override
  public boolean isDefinite() {
    return true;
  }
}
