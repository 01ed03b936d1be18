package io.hearth.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of other sites out: a request that says it comes from elsewhere is refused, and while
 * only this machine may connect also one that calls this machine by a name that is not local (DNS
 * rebinding).
 */
final class SameOrigin implements Handler<RoutingContext> {

  private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  private final HttpSettings settings;
  private final boolean loopback;

  SameOrigin(HttpSettings settings) {
    this.settings = settings;
    this.loopback = settings.isLoopback();
  }

  @Override
  public void handle(RoutingContext ctx) {
    HostAndPort host = ctx.request().authority();
    if (host == null) {
      Answers.error(ctx, 400, "the Host header is missing");
    } else if (loopback && !isLocal(host.host())) {
      Answers.error(ctx, 403, "only requests to this machine by a local name are answered");
    } else if (!isSame(ctx.request().getHeader("Origin"), ctx.request().getHeader("Host"))) {
      Answers.error(ctx, 403, "requests from other sites are not answered");
    } else {
      ctx.next();
    }
  }

  private boolean isLocal(String name) {
    String host = name.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("::1")
        || host.equals(settings.host().toLowerCase(Locale.ROOT))
        || LOOPBACK.matcher(host).matches();
  }

  /** Whether there is no origin, as outside browsers, or it is the very host that is asked. */
  private static boolean isSame(@Nullable String origin, @Nullable String host) {
    return origin == null
        || origin.equalsIgnoreCase("http://" + host)
        || origin.equalsIgnoreCase("https://" + host);
  }
}
