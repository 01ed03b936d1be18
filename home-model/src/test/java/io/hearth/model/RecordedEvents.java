package io.hearth.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A bus that calls its subscribers at once and remembers everything. */
public final class RecordedEvents implements HomeEvents {

  private final List<HomeEvent> events = new CopyOnWriteArrayList<>();
  private final List<Consumer<HomeEvent>> subscribers = new CopyOnWriteArrayList<>();

  @Override
  public void publish(HomeEvent event) {
    events.add(event);
    subscribers.forEach(subscriber -> subscriber.accept(event));
  }

  @Override
  public Subscription subscribe(Consumer<HomeEvent> subscriber) {
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }

  public List<HomeEvent> all() {
    return List.copyOf(events);
  }

  public <E extends HomeEvent> List<E> of(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
