package io.hearth.app.cli;

import io.hearth.app.config.AppConfig;
import io.hearth.app.home.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Talks to a running Hearth over its HTTP API. */
final class RunningHearth {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofMinutes(2);

  @Mixin private ConfigOptions config = new ConfigOptions();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where Hearth is; default: the address that the configuration says.")
  private @Nullable String url;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  JsonNode get(String path) {
    return json(request(path).timeout(ANSWER).GET().build());
  }

  JsonNode post(String path, Object document) {
    return json(
        request(path)
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.line(document)))
            .build());
  }

  JsonNode delete(String path) {
    return json(request(path).timeout(ANSWER).DELETE().build());
  }

  /** The lines of a stream that goes on until it is closed. */
  Stream<String> lines(String path) {
    HttpResponse<Stream<String>> response =
        send(
            request(path).header("Accept", "text/event-stream").GET().build(),
            HttpResponse.BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new FailedRunException("Hearth answered with status " + response.statusCode());
    }
    return response.body();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base().resolve(path));
    try {
      Secrets.httpToken(config.load(Map.of()).config().http())
          .ifPresent(token -> request.header("Authorization", "Bearer " + token));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
    return request;
  }

  private URI base() {
    if (url != null) {
      try {
        return URI.create(url.endsWith("/") ? url : url + "/");
      } catch (IllegalArgumentException e) {
        throw new BadInputException("--url is not an address: " + url);
      }
    }
    AppConfig.Http http = config.load(Map.of()).config().http();
    String host = http.host().equals("0.0.0.0") ? "127.0.0.1" : http.host();
    return URI.create("http://" + host + ":" + http.port() + "/");
  }

  private JsonNode json(HttpRequest request) {
    HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
    JsonNode body;
    try {
      body = Json.parse(response.body());
    } catch (tools.jackson.core.JacksonException e) {
      throw new FailedRunException(
          "what answers at " + base() + " is not Hearth (status " + response.statusCode() + ")");
    }
    if (response.statusCode() >= 400 && response.statusCode() < 500) {
      throw new BadInputException(body.path("error").asString("status " + response.statusCode()));
    }
    if (response.statusCode() >= 500) {
      throw new FailedRunException(body.path("error").asString("status " + response.statusCode()));
    }
    return body;
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (java.net.http.HttpTimeoutException e) {
      throw new FailedRunException("Hearth at " + base() + " did not answer in time");
    } catch (IOException e) {
      throw new FailedRunException(
          "Hearth is not running at " + base() + "; start it with ./hearth run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedRunException("interrupted");
    }
  }
}
