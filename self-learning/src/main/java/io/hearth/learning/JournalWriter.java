package io.hearth.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Appends to the journal on one thread, in groups: what was asked for while a group was being
 * written forms the next one.
 */
final class JournalWriter implements AutoCloseable {

  private record Append(Consumer<Handle> statements, CompletableFuture<Void> done) {}

  private static final Append LAST = new Append(handle -> {}, new CompletableFuture<>());

  private final JournalDatabase database;
  private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "journal-writer");
  private boolean closed;

  JournalWriter(JournalDatabase database) {
    this.database = database;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Completes, on the writer's thread, when the statements' rows are on disk. */
  synchronized CompletionStage<Void> append(Consumer<Handle> statements) {
    if (closed) {
      return CompletableFuture.failedFuture(
          new JournalUnavailableException("the journal is closed"));
    }
    Append append = new Append(statements, new CompletableFuture<>());
    queue.add(append);
    return append.done();
  }

  private void run() {
    boolean last = false;
    List<Append> group = new ArrayList<>();
    while (!last) {
      try {
        group.add(queue.take());
      } catch (InterruptedException e) {
        continue; // only the last append ends this thread: nothing accepted may be lost
      }
      queue.drainTo(group);
      last = group.remove(LAST);
      write(group);
      group.clear();
    }
  }

  private void write(List<Append> group) {
    try {
      database.write(handle -> group.forEach(append -> append.statements().accept(handle)));
      group.forEach(append -> append.done().complete(null));
    } catch (RuntimeException e) {
      if (group.size() == 1) {
        group.getFirst().done().completeExceptionally(e);
      } else {
        group.forEach(append -> write(List.of(append))); // one bad append must not fail the others
      }
    }
  }

  /** Writes what is left and ends. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      queue.add(LAST);
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
