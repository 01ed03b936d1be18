package io.hearth.adapter.broker;

import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.apache.activemq.artemis.core.paging.PagingStore;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;

/**
 * Tells of messages that Artemis drops, because too many wait for clients that do not take them.
 */
final class Overflow implements ActiveMQServerMessagePlugin {

  private static final int MEGABYTE = 1024 * 1024;

  private final ActiveMQServer server;
  private final Refusals refusals;

  Overflow(ActiveMQServer server, Refusals refusals) {
    this.server = server;
    this.refusals = refusals;
  }

  @Override
  public void afterMessageRoute(
      Message message,
      RoutingContext context,
      boolean direct,
      boolean rejectDuplicates,
      RoutingStatus result) {
    PagingManager paging = server.getPagingManager();
    for (SimpleString filter : context.getContexListing().keySet()) {
      PagingStore waiting = store(paging, filter);
      if (waiting != null && waiting.isFull()) {
        long bytes = paging.isGlobalFull() ? paging.getMaxSize() : waiting.getMaxSize();
        refusals.add(
            BrokerProblem.full(
                message.getAddress(),
                "dropped for those that subscribed to "
                    + filter
                    + ", because "
                    + bytes / MEGABYTE
                    + " MB wait for clients that do not take them; end their sessions or let them"
                    + " read"));
      }
    }
  }

  private static PagingStore store(PagingManager paging, SimpleString filter) {
    try {
      return paging.getPageStore(filter);
    } catch (Exception failure) { // Artemis declares no less
      throw new IllegalStateException("no memory is counted for " + filter, failure);
    }
  }
}
