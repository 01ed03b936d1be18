package io.hearth.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Answers to requests; an error is JSON with one line, whatever went wrong. */
final class Answers {

  private static final String JSON = "application/json; charset=utf-8";

  private Answers() {}

  static void json(RoutingContext ctx, int status, byte[] document) {
    if (ctx.response().ended() || ctx.response().closed()) {
      return;
    }
    var unused =
        ctx.response()
            .setStatusCode(status)
            .putHeader("Content-Type", JSON)
            .putHeader("Cache-Control", "no-store")
            .end(Buffer.buffer(document));
  }

  static void error(RoutingContext ctx, int status, String line) {
    if (ctx.response().headWritten()) {
      var unused = ctx.response().reset();
      return;
    }
    json(ctx, status, Json.bytes(Map.of("error", line)));
  }
}
