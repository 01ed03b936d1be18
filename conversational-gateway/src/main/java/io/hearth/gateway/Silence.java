package io.hearth.gateway;

import io.hearth.model.HomeEvent;
import io.hearth.model.HomeEvents;
import java.util.function.Consumer;

/** A bus on which nothing is told, for turns that nobody follows. */
enum Silence implements HomeEvents {
  EVENTS;

  @Override
  public void publish(HomeEvent event) {}

  @Override
  public Subscription subscribe(Consumer<HomeEvent> subscriber) {
    return () -> {};
  }
}
