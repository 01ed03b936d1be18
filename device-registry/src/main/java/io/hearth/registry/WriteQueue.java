package io.hearth.registry;

import io.hearth.model.device.DeviceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings changed devices to disk on one thread, in groups: whatever changed while a group was being
 * written forms the next one. A group that could not be written is tried again with the next.
 */
final class WriteQueue implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(WriteQueue.class);

  private final RegistryDatabase database;
  private final Function<DeviceId, Row> truth;
  private final Thread writer;
  private final AtomicLong commits = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Set<DeviceId> dirty = new LinkedHashSet<>();
  private List<CompletableFuture<Void>> waiting = new ArrayList<>();
  private boolean closing;
  private boolean failing;

  /**
   * @param truth what is to be kept of a device now
   */
  WriteQueue(RegistryDatabase database, Function<DeviceId, Row> truth) {
    this.database = database;
    this.truth = truth;
    writer = new Thread(this::run, "registry-writer");
    writer.setDaemon(true);
  }

  void start() {
    writer.start();
  }

  /** Completes, on the writer's thread, when what is true of the device now is on disk. */
  CompletionStage<Void> changed(DeviceId device) {
    return changed(List.of(device));
  }

  /** Completes, on the writer's thread, when what is true of the devices now is on disk. */
  CompletionStage<Void> changed(Collection<DeviceId> devices) {
    CompletableFuture<Void> kept = new CompletableFuture<>();
    lock.lock();
    try {
      if (closing) {
        kept.completeExceptionally(new RegistryUnavailableException("the registry is closed"));
      } else {
        dirty.addAll(devices);
        waiting.add(kept);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
    return kept;
  }

  long commits() {
    return commits.get();
  }

  private void run() {
    while (awaitChange()) {
      writeGroup();
    }
    if (hasUnwritten()) {
      writeGroup();
    }
  }

  /** Waits until somebody waits for a write; false when there is nothing left to do. */
  private boolean awaitChange() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closing) {
        changed.awaitUninterruptibly();
      }
      return !waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** After a failure something may be left although nobody waits for it. */
  private boolean hasUnwritten() {
    lock.lock();
    try {
      return !dirty.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private void writeGroup() {
    Set<DeviceId> devices;
    List<CompletableFuture<Void>> callers;
    lock.lock();
    try {
      devices = dirty;
      callers = waiting;
      dirty = new LinkedHashSet<>();
      waiting = new ArrayList<>();
    } finally {
      lock.unlock();
    }
    try {
      database.save(devices.stream().map(truth).toList());
      commits.incrementAndGet();
      recovered();
      callers.forEach(caller -> caller.complete(null));
    } catch (RuntimeException e) {
      failed(devices, e);
      callers.forEach(caller -> caller.completeExceptionally(e));
    }
  }

  private void recovered() {
    if (failing) {
      failing = false;
      LOGGER.atInfo().log("the registry can be written again");
    }
  }

  private void failed(Set<DeviceId> devices, RuntimeException e) {
    if (!failing) {
      failing = true;
      LOGGER.atError().setCause(e).log("the registry cannot be written");
    }
    lock.lock();
    try {
      dirty.addAll(devices);
    } finally {
      lock.unlock();
    }
  }

  /** Writes what is left and ends. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
