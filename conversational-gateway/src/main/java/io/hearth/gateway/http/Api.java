package io.hearth.gateway.http;

import io.hearth.model.decision.TurnRecord;
import io.hearth.model.device.Device;
import io.hearth.model.device.Home;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What each request of the API does. */
final class Api {

  private static final String DEFAULT_TURNS = "20";
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final HomeView view;
  private final Supplier<Health> health;
  private final PrometheusMeterRegistry registry;
  private final RecentTurns recent;

  Api(
      HomeView view,
      Supplier<Health> health,
      PrometheusMeterRegistry registry,
      RecentTurns recent) {
    this.view = view;
    this.health = health;
    this.registry = registry;
    this.recent = recent;
  }

  void health(RoutingContext ctx) {
    Health now = health.get();
    answer(ctx, now.status() == Health.Status.STARTING ? 503 : 200, HealthDocument.of(now));
  }

  void home(RoutingContext ctx) {
    answer(ctx, HomeDocuments.home(view.home()));
  }

  void devices(RoutingContext ctx) {
    answer(ctx, HomeDocuments.devices(view));
  }

  void device(RoutingContext ctx) {
    ifKnown(ctx, device -> HomeDocuments.device(view.home(), device, view));
  }

  /** Forgets a device that came by itself. */
  void forget(RoutingContext ctx) {
    ifKnown(
        ctx,
        device -> {
          try {
            view.forget(device.id());
          } catch (IllegalArgumentException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()));
          }
          return Map.of("forgotten", device.id().value());
        });
  }

  void problems(RoutingContext ctx) {
    answer(ctx, ProblemDocuments.of(view.problems()));
  }

  void states(RoutingContext ctx) {
    answer(ctx, HomeDocuments.states(view));
  }

  void state(RoutingContext ctx) {
    ifKnown(ctx, device -> HomeDocuments.state(view.home(), view.state(device.id())));
  }

  void turns(RoutingContext ctx) {
    answer(ctx, Map.of("turns", recent.latest(limit(ctx))));
  }

  void turn(RoutingContext ctx) {
    String id = ctx.pathParam("id");
    recent
        .find(id)
        .ifPresentOrElse(
            turn -> answer(ctx, turn),
            () -> Answers.error(ctx, 404, "no turn '" + Known.shortened(id) + "' is remembered"));
  }

  /** Takes a turn; the answer comes when it has ended. */
  void say(RoutingContext ctx, ConcurrentTurns turns, GatewayMetrics metrics) {
    Buffer body = ctx.body().buffer();
    if (body == null || body.length() == 0) {
      throw new BadRequestException("the body is missing");
    }
    Said said = SaidReader.read(Json.read(body.getBytes()), view.home());
    Optional<Future<TurnRecord>> started = turns.take(said);
    if (started.isEmpty()) {
      metrics.countRefusedTurn();
      Answers.error(ctx, 503, "too many turns are being taken; try again in a moment");
      return;
    }
    var unused = started.get().onSuccess(turn -> answer(ctx, turn)).onFailure(ctx::fail);
  }

  private void answer(RoutingContext ctx, TurnRecord turn) {
    var document = TurnDocument.of(turn, view.home());
    recent.add(document);
    answer(ctx, document);
  }

  void metrics(RoutingContext ctx) {
    var unused =
        ctx.response()
            .putHeader("Content-Type", METRICS_TYPE)
            .putHeader("Cache-Control", "no-store")
            .end(registry.scrape(METRICS_TYPE));
  }

  private void ifKnown(RoutingContext ctx, Function<Device, Object> document) {
    String id = ctx.pathParam("id");
    Home home = view.home();
    home.devices().stream()
        .filter(device -> device.id().value().equals(id))
        .findFirst()
        .ifPresentOrElse(
            device -> answer(ctx, document.apply(device)),
            () -> Answers.error(ctx, 404, "no device '" + Known.shortened(id) + "'"));
  }

  private static int limit(RoutingContext ctx) {
    String text = ctx.request().getParam("limit", DEFAULT_TURNS);
    int limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > RecentTurns.CAPACITY) {
      throw new BadRequestException("limit must be a number from 1 to " + RecentTurns.CAPACITY);
    }
    return limit;
  }

  private void answer(RoutingContext ctx, Object document) {
    answer(ctx, 200, document);
  }

  private void answer(RoutingContext ctx, int status, Object document) {
    Answers.json(ctx, status, Json.bytes(document));
  }
}
