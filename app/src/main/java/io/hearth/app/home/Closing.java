package io.hearth.app.home;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened, to be closed in reverse order; one that fails to close stops no other. */
final class Closing implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Closing.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T opening) {
    opened.push(opening);
    return opening;
  }

  <T extends AutoCloseable> Optional<T> addAll(Optional<T> opening) {
    opening.ifPresent(this::add);
    return opening;
  }

  <T> T add(T opening, Consumer<T> close) {
    opened.push(() -> close.accept(opening));
    return opening;
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) { // whatever it is, the others must be closed too
        LOGGER.atWarn().setCause(e).log("a part failed to close");
      }
    }
  }
}
