package io.hearth.model;

import java.util.function.Consumer;

/**
 * The bus of facts of the process. Each subscriber gets every event published after it subscribed,
 * in the order of each publisher; a slow subscriber delays no one else.
 */
public interface HomeEvents {

  void publish(HomeEvent event);

  /**
   * Asks for all further events; they come one at a time.
   *
   * @return ends the subscription when closed
   */
  Subscription subscribe(Consumer<HomeEvent> subscriber);

  /** A wish for events that can be ended. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
