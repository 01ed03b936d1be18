package io.hearth.adapter.broker;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.Message;
import org.jspecify.annotations.Nullable;

/**
 * What is retained, by topic: packed in memory and, where there is a journal, on disk. Artemis
 * itself makes a queue of each retained topic, which takes 31 KB. Thread-safe.
 */
final class RetainedMessages {

  /** Memory that a topic takes beyond its message: entries in the map and in the journal. */
  private static final int OVERHEAD = 400;

  private static final int LOCKS = 64;

  private final ConcurrentNavigableMap<String, Kept> byTopic = new ConcurrentSkipListMap<>();
  private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong lastId = new AtomicLong();
  private final long limit;
  private volatile Optional<RetainedJournal> journal = Optional.empty();

  /**
   * @param limit bytes that all of it may take together
   */
  RetainedMessages(long limit) {
    this.limit = limit;
  }

  /** What one topic retains; equal to nothing else. */
  static final class Kept {

    private final long id;
    private final byte[] packed;

    private Kept(long id, byte[] packed) {
      this.id = id;
      this.packed = packed;
    }

    int size() {
      return packed.length;
    }

    /** A copy to send; it needs an id of its own. */
    Message message() {
      return PackedMessage.unpack(packed);
    }
  }

  /** Takes what a journal holds, and keeps in it from then on. */
  void open(RetainedJournal kept) {
    kept.takeFound()
        .forEach(record -> {
          lastId.accumulateAndGet(record.id, Math::max);
          Message message = PackedMessage.unpack(record.data);
          Kept old = replace(message.getAddress(), new Kept(record.id, record.data));
          if (old != null) {
            kept.delete(old.id);
          }
        });
    journal = Optional.of(kept);
  }

  void close() throws Exception {
    Optional<RetainedJournal> open = journal;
    journal = Optional.empty();
    if (open.isPresent()) {
      open.get().close();
    }
  }

  /**
   * Retains a message in place of the topic's last one.
   *
   * @return false when it would take more memory than is allowed; then the topic retains nothing,
   *     because what it had is not true any more
   */
  boolean put(String topic, Message message) {
    byte[] packed = PackedMessage.pack(message);
    synchronized (lock(topic)) {
      Kept kept = new Kept(lastId.incrementAndGet(), packed);
      Kept before = byTopic.get(topic);
      long more = size(topic, kept) - (before == null ? 0 : size(topic, before));
      if (more > 0 && bytes.get() + more > limit) {
        remove(topic);
        return false;
      }
      journal.ifPresent(open -> open.add(kept.id, packed));
      Kept old = replace(topic, kept);
      if (old != null) {
        journal.ifPresent(open -> open.delete(old.id));
      }
      return true;
    }
  }

  /** Retains a message unless the topic has one. */
  void putIfAbsent(String topic, Message message) {
    synchronized (lock(topic)) {
      if (!byTopic.containsKey(topic)) {
        put(topic, message);
      }
    }
  }

  void remove(String topic) {
    synchronized (lock(topic)) {
      Kept old = byTopic.remove(topic);
      if (old != null) {
        bytes.addAndGet(-size(topic, old));
        journal.ifPresent(open -> open.delete(old.id));
      }
    }
  }

  /** What a topic retains now. */
  Optional<Kept> get(String topic) {
    return Optional.ofNullable(byTopic.get(topic));
  }

  /** The topics that a filter matches and that retain something. */
  List<String> matching(String filter) {
    if (filter.indexOf('+') < 0 && filter.indexOf('#') < 0) {
      return byTopic.containsKey(filter) ? List.of(filter) : List.of();
    }
    String stem = filter.replaceFirst("/?[+#].*$", "");
    return byTopic.tailMap(stem, true).keySet().stream()
        .takeWhile(topic -> topic.startsWith(stem))
        .filter(topic -> Topics.covers(filter, topic))
        .toList();
  }

  /** Bytes it takes, about. */
  long bytes() {
    return bytes.get();
  }

  long limit() {
    return limit;
  }

  private @Nullable Kept replace(String topic, Kept kept) {
    Kept old = byTopic.put(topic, kept);
    bytes.addAndGet(size(topic, kept) - (old == null ? 0 : size(topic, old)));
    return old;
  }

  private Object lock(String topic) {
    return locks[Math.floorMod(topic.hashCode(), LOCKS)];
  }

  private static long size(String topic, Kept kept) {
    return (long) OVERHEAD + topic.length() + kept.size();
  }
}
