package io.hearth.gateway.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Tells browsers to load nothing from elsewhere, guess no types and show the page in no frame. */
final class SecurityHeaders implements Handler<RoutingContext> {

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'";

  @Override
  public void handle(RoutingContext ctx) {
    ctx.response()
        .headers()
        .set("Content-Security-Policy", CONTENT_POLICY)
        .set("X-Content-Type-Options", "nosniff")
        .set("X-Frame-Options", "DENY")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("Cross-Origin-Opener-Policy", "same-origin");
    ctx.next();
  }
}
