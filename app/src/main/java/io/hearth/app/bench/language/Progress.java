package io.hearth.app.bench.language;

/** Is told how far long work has come. */
@FunctionalInterface
public interface Progress {

  void tell(String message);
}
