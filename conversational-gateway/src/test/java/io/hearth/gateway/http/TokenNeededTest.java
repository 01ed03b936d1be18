package io.hearth.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenNeededTest {

  private final Vertx vertx = Vertx.vertx();
  private int port;

  @BeforeEach
  void listen() {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(new TokenNeeded(Optional.of("right"), Set.of("/", "/api/health")))
        .handler(ctx -> ctx.end("in"));
    port =
        vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await().actualPort();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void nobodyGetsInWithoutTheToken() throws Exception {
    assertThat(status("/api/devices", "X-Nothing", "")).isEqualTo(401);
    assertThat(status("/api/devices", "Authorization", "Bearer wrong")).isEqualTo(401);
    assertThat(status("/api/devices", "Cookie", "hearth-token=wrong")).isEqualTo(401);
    assertThat(status("/api//health/../devices", "X-Nothing", "")).isEqualTo(401);
  }

  @Test
  void theTokenLetsInAsHeaderAndAsCookie() throws Exception {
    assertThat(status("/api/devices", "Authorization", "Bearer right")).isEqualTo(200);
    assertThat(status("/api/devices", "Cookie", "hearth-token=right")).isEqualTo(200);
  }

  @Test
  void thePageAndHealthAreForEverybody() throws Exception {
    assertThat(status("/", "X-Nothing", "")).isEqualTo(200);
    assertThat(status("/api/health", "X-Nothing", "")).isEqualTo(200);
  }

  @Test
  void othersThanThisMachineAreNotListenedToWithoutAToken() {
    assertThatThrownBy(() -> new HttpSettings("0.0.0.0", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("http.tokenFile")
        .hasMessageNotContaining("\n");
    assertThat(new HttpSettings("0.0.0.0", 0, Optional.of("right")).toString())
        .doesNotContain("right");
  }

  private int status(String path, String header, String value) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header(header, value.isEmpty() ? "-" : value)
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
