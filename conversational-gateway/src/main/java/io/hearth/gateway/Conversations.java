package io.hearth.gateway;

import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.AreaId;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.PersonId;
import io.hearth.model.speech.Dialogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The conversations that go on: keeps the dialogue of each, lets one turn at a time into it, and
 * forgets it after silence. Thread-safe and bounded.
 */
public final class Conversations {

  /** After so long without a word nothing refers back any more. */
  public static final Duration SILENCE = Duration.ofMinutes(2);

  private static final int MOST = 4096;

  private final Duration silence;
  private final Duration keep;
  private final Map<String, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);

  /** Conversations as people have them. */
  public Conversations() {
    this(SILENCE, Memory.UNDOABLE);
  }

  private Conversations(Duration silence, Duration keep) {
    this.silence = silence;
    this.keep = keep;
  }

  /** Conversations of a recording, which end with it. */
  static Conversations withoutSilence() {
    Duration forever = Duration.ofDays(36_500);
    return new Conversations(forever, forever);
  }

  /** The conversation that somebody takes part in by speaking somewhere. */
  public static String idOf(
      Optional<AreaId> area, Optional<DeviceId> satellite, Optional<PersonId> speaker) {
    String place = satellite.map(DeviceId::value).or(() -> area.map(AreaId::value)).orElse("home");
    return place + speaker.map(person -> "+" + person.value()).orElse("");
  }

  /** Waits for the turn before and comes in; whoever enters must leave. */
  Floor enter(String id, Instant now) {
    Slot slot = claim(id, now);
    slot.lock.lock();
    if (slot.memory.isEmpty()) {
      slot.memory = Optional.of(Memory.fresh(id));
    }
    Memory memory = slot.memory.get();
    if (isOver(slot, silence, now)) {
      memory = memory.with(Dialogue.fresh(id));
    }
    slot.touched = now;
    return new Floor(slot, memory);
  }

  /** How many are remembered. */
  int count() {
    synchronized (slots) {
      return slots.size();
    }
  }

  /** Notes how the last turn of a conversation ended. */
  void remember(String id, TurnRecord turn) {
    Slot slot;
    synchronized (slots) {
      slot = slots.get(id);
    }
    if (slot != null) {
      slot.lock.lock();
      try {
        slot.memory = slot.memory.map(memory -> memory.after(turn));
      } finally {
        slot.lock.unlock();
      }
    }
  }

  private Slot claim(String id, Instant now) {
    synchronized (slots) {
      Slot slot = slots.computeIfAbsent(id, key -> new Slot(now));
      slot.inside++;
      Iterator<Slot> oldest = slots.values().iterator();
      while (oldest.hasNext()) {
        Slot old = oldest.next();
        boolean tooMany = slots.size() > MOST;
        if (old.inside == 0 && (tooMany || isOver(old, keep, now))) {
          oldest.remove();
        } else if (!tooMany) {
          break;
        }
      }
      return slot;
    }
  }

  private static boolean isOver(Slot slot, Duration after, Instant now) {
    return slot.touched.plus(after).isBefore(now);
  }

  /** One conversation; its memory is guarded by its lock, the rest by the map. */
  private static final class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Memory> memory = Optional.empty();
    private volatile Instant touched;
    private int inside;

    Slot(Instant touched) {
      this.touched = touched;
    }
  }

  /** The right to speak in a conversation until it is closed. */
  final class Floor implements AutoCloseable {
    private final Slot slot;
    private final Memory memory;

    private Floor(Slot slot, Memory memory) {
      this.slot = slot;
      this.memory = memory;
    }

    Memory memory() {
      return memory;
    }

    /** What the next turn will find. */
    void leave(Memory next) {
      slot.memory = Optional.of(next);
    }

    @Override
    public void close() {
      slot.lock.unlock();
      synchronized (slots) {
        slot.inside--;
      }
    }
  }
}
