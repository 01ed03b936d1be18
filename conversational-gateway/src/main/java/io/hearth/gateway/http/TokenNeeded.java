package io.hearth.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets only those in who bring the token: as {@code Authorization: Bearer}, or as the cookie that
 * the page makes of what it was told. Whoever has none can see the page itself and whether Hearth
 * is well.
 */
final class TokenNeeded implements Handler<RoutingContext> {

  static final String COOKIE = "hearth-token";
  private static final String BEARER = "Bearer ";

  private final Optional<String> token;
  private final Set<String> open;

  /**
   * @param token empty where none is needed
   * @param open paths that are for everybody
   */
  TokenNeeded(Optional<String> token, Set<String> open) {
    this.token = token;
    this.open = Set.copyOf(open);
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (token.isEmpty()
        || open.contains(ctx.normalizedPath())
        || brought(ctx).filter(this::fits).isPresent()) {
      ctx.next();
    } else {
      ctx.response().putHeader("WWW-Authenticate", "Bearer");
      Answers.error(ctx, 401, "the token of http.tokenFile is needed");
    }
  }

  private static Optional<String> brought(RoutingContext ctx) {
    @Nullable String header = ctx.request().getHeader("Authorization");
    if (header != null && header.startsWith(BEARER)) {
      return Optional.of(header.substring(BEARER.length()).strip());
    }
    return Optional.ofNullable(ctx.request().getCookie(COOKIE)).map(Cookie::getValue);
  }

  private boolean fits(String brought) {
    return MessageDigest.isEqual(
        brought.getBytes(StandardCharsets.UTF_8),
        token.orElse("").getBytes(StandardCharsets.UTF_8));
  }
}
