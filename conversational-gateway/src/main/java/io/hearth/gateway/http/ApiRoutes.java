package io.hearth.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which request goes where, and what becomes of those that go nowhere or fail. */
final class ApiRoutes {

  private static final Logger LOGGER = LoggerFactory.getLogger(ApiRoutes.class);
  private static final long MOST_BODY_BYTES = 64 * 1024;
  private static final String ROUTE = "route";

  private final Router router;
  private final Map<String, List<HttpMethod>> methods = new LinkedHashMap<>();

  /** A request that is served, its path as the API's description writes it. */
  record Served(HttpMethod method, String path) {}

  ApiRoutes(Vertx vertx, HttpSettings settings, GatewayMetrics metrics) {
    router = Router.router(vertx);
    router.route().handler(ctx -> counted(ctx, metrics));
    router.route().handler(new SecurityHeaders());
    router.route().handler(new SameOrigin(settings));
    Set<String> open = new HashSet<>(PageFiles.PATHS);
    open.add("/api/health");
    router.route().handler(new TokenNeeded(settings.token(), open));
    for (int status : new int[] {400, 404, 405, 413, 500}) {
      router.errorHandler(status, ApiRoutes::failed);
    }
  }

  ApiRoutes get(String path, Handler<RoutingContext> handler) {
    return add(HttpMethod.GET, path, handler);
  }

  ApiRoutes delete(String path, Handler<RoutingContext> handler) {
    return add(HttpMethod.DELETE, path, handler);
  }

  /** A request with a JSON body. */
  ApiRoutes post(String path, Handler<RoutingContext> handler) {
    router.post(pattern(path)).handler(ApiRoutes::requireJson);
    router.post(pattern(path)).handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES));
    return add(HttpMethod.POST, path, handler);
  }

  private ApiRoutes add(HttpMethod method, String path, Handler<RoutingContext> handler) {
    methods.computeIfAbsent(path, added -> new ArrayList<>()).add(method);
    Route route =
        router
            .route(method, pattern(path))
            .handler(ctx -> {
              ctx.put(ROUTE, path);
              handler.handle(ctx);
            });
    if (method.equals(HttpMethod.GET)) {
      route.method(HttpMethod.HEAD);
    }
    return this;
  }

  /** Everything the API serves. */
  List<Served> served() {
    return methods.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(m -> new Served(m, entry.getKey())))
        .toList();
  }

  /** Ends the list: what has none of these methods is told which there are. */
  Router router() {
    methods.forEach((path, allowed) -> {
      String names = String.join(", ", allowed.stream().map(HttpMethod::name).sorted().toList());
      router
          .route(pattern(path))
          .handler(ctx -> {
            ctx.response().putHeader("Allow", names);
            ctx.fail(405);
          });
    });
    return router;
  }

  /** "/api/devices/{id}" as Vert.x writes it. */
  private static String pattern(String path) {
    return path.replaceAll("\\{(\\w+)}", ":$1");
  }

  private static void requireJson(RoutingContext ctx) {
    String type = ctx.request().getHeader("Content-Type");
    if (type == null && hasNoBody(ctx)) {
      ctx.next();
    } else if (type == null
        || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      Answers.error(ctx, 415, "Content-Type must be application/json");
    } else {
      ctx.next();
    }
  }

  /** A request that only asks for something to be done, without arguments. */
  private static boolean hasNoBody(RoutingContext ctx) {
    String length = ctx.request().getHeader("Content-Length");
    return !ctx.request().headers().contains("Transfer-Encoding")
        && (length == null || length.equals("0"));
  }

  private static void counted(RoutingContext ctx, GatewayMetrics metrics) {
    ctx.addEndHandler(ended -> {
      String route = ctx.get(ROUTE, "other");
      metrics.countRequest(ctx.request().method().name(), route, ctx.response().getStatusCode());
    });
    ctx.next();
  }

  private static void failed(RoutingContext ctx) {
    Throwable failure = ctx.failure();
    switch (ctx.statusCode()) {
      case 404 -> Answers.error(ctx, 404, "nothing is at " + Known.shortened(path(ctx)));
      case 405 ->
          Answers.error(ctx, 405, path(ctx) + " does not take " + ctx.request().method().name());
      case 413 ->
          Answers.error(ctx, 413, "the body is larger than " + MOST_BODY_BYTES / 1024 + " KB");
      case 400 -> Answers.error(ctx, 400, "the request cannot be understood");
      default -> {
        if (failure instanceof BadRequestException bad) {
          Answers.error(ctx, 400, String.valueOf(bad.getMessage()));
        } else {
          LOGGER.atError().setCause(failure).addKeyValue("path", path(ctx)).log("request failed");
          Answers.error(ctx, 500, "Hearth failed at this; its log says why");
        }
      }
    }
  }

  private static String path(RoutingContext ctx) {
    return ctx.normalizedPath();
  }
}
