package io.hearth.app.home;

import io.hearth.model.HomeEvent;
import io.hearth.model.HomeEvents;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bus of facts over Vert.x; the only file that knows its address. */
final class VertxHomeEvents implements HomeEvents {

  private static final Logger LOGGER = LoggerFactory.getLogger(VertxHomeEvents.class);
  private static final String ADDRESS = "hearth.events";

  private final Vertx vertx;
  private final DeliveryOptions delivery =
      new DeliveryOptions().setLocalOnly(true).setCodecName(ByReferenceCodec.NAME);

  VertxHomeEvents(Vertx vertx) {
    this.vertx = vertx;
    vertx.eventBus().registerCodec(new ByReferenceCodec());
  }

  @Override
  public void publish(HomeEvent event) {
    vertx.eventBus().publish(ADDRESS, event, delivery);
  }

  @Override
  public Subscription subscribe(Consumer<HomeEvent> subscriber) {
    MessageConsumer<HomeEvent> consumer =
        vertx
            .eventBus()
            .localConsumer(
                ADDRESS,
                message -> {
                  try {
                    subscriber.accept(message.body());
                  } catch (RuntimeException e) {
                    LOGGER
                        .atError()
                        .setCause(e)
                        .addKeyValue("event", message.body().getClass().getSimpleName())
                        .log("a subscriber failed on an event");
                  }
                });
    return consumer::unregister;
  }
}
