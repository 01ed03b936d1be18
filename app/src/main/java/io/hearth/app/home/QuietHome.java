package io.hearth.app.home;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.BrokerAdapter;
import io.hearth.context.ContextEngine;
import io.hearth.model.HomeEvent;
import io.hearth.model.HomeEvents;
import io.hearth.model.device.Catalogue;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.device.HomeId;
import io.hearth.model.state.DeviceState;
import io.hearth.registry.Catalogues;
import io.hearth.registry.DescribedHome;
import io.hearth.registry.DeviceRegistry;
import io.hearth.registry.RegistryConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A home that nobody speaks with: registry, context and adapter as a running Hearth has them, empty
 * at first; for measuring.
 */
public final class QuietHome implements AutoCloseable {

  private final Closing closing = new Closing();
  private final DeviceRegistry registry;
  private final BrokerAdapter adapter;

  /**
   * Opens it; its devices come by themselves.
   *
   * @param folder where it keeps its registry
   * @param afterContext hears each event when the context knows it
   */
  public QuietHome(Path folder, AdapterConfig config, Consumer<HomeEvent> afterContext) {
    InstantSource clock = InstantSource.system();
    Home empty =
        new Home(
            new HomeId("bench"),
            "Bench",
            ZoneOffset.UTC,
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Vertx vertx =
        closing.add(
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1)), v -> v.close().await());
    HomeEvents events = new VertxHomeEvents(vertx);
    Catalogue catalogue = Catalogues.builtIn();
    registry =
        closing.add(
            DeviceRegistry.open(
                RegistryConfig.inFolder(folder),
                catalogue,
                new DescribedHome(empty, Map.of()),
                events,
                clock));
    ContextEngine context = new ContextEngine(registry.home(), registry.states(), clock);
    closing.add(
        events.subscribe(event -> {
          context.accept(event);
          afterContext.accept(event);
        }));
    adapter =
        closing.add(
            BrokerAdapter.start(
                config,
                registry::home,
                this::state,
                registry,
                events,
                clock,
                new SimpleMeterRegistry()));
  }

  /** What is believed of a device now. */
  public DeviceState state(DeviceId device) {
    return registry.states().getOrDefault(device, DeviceState.unknown(device));
  }

  public Home home() {
    return registry.home();
  }

  public BrokerAdapter adapter() {
    return adapter;
  }

  @Override
  public void close() {
    closing.close();
  }
}
