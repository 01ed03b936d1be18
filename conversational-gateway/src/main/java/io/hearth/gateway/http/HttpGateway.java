package io.hearth.gateway.http;

import io.hearth.model.CommandDispatcher;
import io.hearth.model.HomeEvent;
import io.hearth.model.HomeEvents;
import io.hearth.model.decision.TurnRecord;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP API and the web page of one home: deploy it to listen, undeploy it to stop. Turns run on
 * virtual threads, everything else on the event loop it is deployed on.
 */
public final class HttpGateway extends VerticleBase {

  private static final Logger LOGGER = LoggerFactory.getLogger(HttpGateway.class);
  static final int MOST_TURNS = 64;
  private static final int IDLE_SECONDS = 180;

  private final HttpSettings settings;
  private final HomeView view;
  private final HomeEvents events;
  private final PrometheusMeterRegistry registry;
  private final Supplier<Health> health;
  private final CommandDispatcher commands;
  private final ConcurrentTurns turns;
  private final GatewayMetrics metrics;
  private final RecentTurns recent = new RecentTurns();
  private final PageFiles files = PageFiles.load();
  private @Nullable EventStreams streams;
  private HomeEvents.@Nullable Subscription subscription;
  private @Nullable HttpServer server;
  private List<ApiRoutes.Served> served = List.of();

  /**
   * @param turns takes a turn and returns when it has ended; called on a virtual thread and may
   *     block as long as a door takes to open
   * @param events what followers are told; its {@link HomeEvent.TurnTaken} are also what is
   *     remembered of turns
   * @param health answers at once, from memory
   * @param commands what is commanded by programs and not by speech
   */
  public HttpGateway(
      HttpSettings settings,
      HomeView view,
      Function<Said, TurnRecord> turns,
      HomeEvents events,
      PrometheusMeterRegistry registry,
      Supplier<Health> health,
      CommandDispatcher commands) {
    this.settings = settings;
    this.view = view;
    this.events = events;
    this.registry = registry;
    this.health = health;
    this.commands = commands;
    this.turns = new ConcurrentTurns(turns, MOST_TURNS);
    this.metrics = new GatewayMetrics(registry, view);
  }

  /**
   * Listens.
   *
   * @return fails with a {@link HttpUnavailableException} where it cannot
   */
  @Override
  public Future<?> start() {
    EventStreams followers = new EventStreams(vertx, context, metrics);
    streams = followers;
    followers.start();
    metrics.show("hearth.turns.under.way", "Turns being taken now", turns::underWay);
    subscription = events.subscribe(event -> accept(event, followers));
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    ApiRoutes routes = routes(followers);
    served = routes.served();
    files.paths().forEach(path -> routes.get(path, ctx -> files.serve(ctx, path)));
    return vertx
        .createHttpServer(options)
        .requestHandler(routes.router())
        .listen()
        .onSuccess(this::listening)
        .recover(cause -> {
          release();
          return Future.failedFuture(unavailable(cause));
        });
  }

  /** The port listened on, once deployed. */
  public int actualPort() {
    if (server == null) {
      throw new IllegalStateException("the HTTP API does not listen yet");
    }
    return server.actualPort();
  }

  /** What the API serves, the page's own files left out; empty until started. */
  List<ApiRoutes.Served> served() {
    return served;
  }

  private ApiRoutes routes(EventStreams followers) {
    Api api = new Api(view, health, registry, recent);
    Things things = new Things(view, commands, vertx);
    return new ApiRoutes(vertx, settings, metrics)
        .get("/api/health", api::health)
        .get("/api/home", api::home)
        .get("/api/devices", api::devices)
        .get("/api/devices/{id}", api::device)
        .delete("/api/devices/{id}", api::forget)
        .get("/api/problems", api::problems)
        .get("/api/state", api::states)
        .get("/api/state/{id}", api::state)
        .get("/api/turns", api::turns)
        .get("/api/turns/{id}", api::turn)
        .post("/api/turns", ctx -> api.say(ctx, turns, metrics))
        .get("/api/events", followers::follow)
        .get("/.well-known/wot", things::wellKnown)
        .get("/things", things::all)
        .get("/things/{id}", things::thing)
        .get("/things/{id}/properties/{name}", things::property)
        .post("/things/{id}/actions/{name}", things::action)
        .get("/things/{id}/events/changed", ctx -> things.follow(ctx, followers::follow))
        .get("/metrics", api::metrics)
        .get("/" + PageFiles.OPENAPI, ctx -> files.serve(ctx, "/" + PageFiles.OPENAPI));
  }

  private void accept(HomeEvent event, EventStreams followers) {
    metrics.count(event);
    if (event instanceof HomeEvent.TurnTaken taken) {
      recent.add(TurnDocument.of(taken.turn(), view.home()));
    }
    if (followers.hasFollowers()) {
      followers.publish(EventDocument.of(event, view.home()), ThingEvents.device(event));
    }
  }

  private void listening(HttpServer listening) {
    server = listening;
    LOGGER
        .atInfo()
        .addKeyValue("host", settings.host())
        .addKeyValue("port", listening.actualPort())
        .log("http api is listening");
  }

  private Throwable unavailable(Throwable cause) {
    String where = settings.host() + ":" + settings.port();
    String reason =
        cause instanceof BindException
            ? "another program uses it; end that one or choose another port with HEARTH_HTTP_PORT"
            : String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
    return new HttpUnavailableException("cannot listen on " + where + ": " + reason, cause);
  }

  @Override
  public Future<?> stop() {
    release();
    return server == null ? Future.succeededFuture() : server.close();
  }

  private void release() {
    if (subscription != null) {
      subscription.close();
    }
    if (streams != null) {
      streams.stop();
    }
    turns.close();
    metrics.close();
  }
}
