package io.hearth.gateway.http;

import io.hearth.model.decision.TurnRecord;
import io.hearth.model.state.Command;
import io.hearth.model.state.CommandOutcome;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real gateway of the demo home on a free port, and a client for it. */
final class RunningGateway implements AutoCloseable {

  static final Health WELL =
      Health.of("0.1.0", List.of(new Health.Check("broker", Health.Status.OK, "connected")));

  final DemoHome home;
  final AtomicReference<Health> health = new AtomicReference<>(WELL);
  final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Function<Said, TurnRecord> turns;
  private HttpGateway gateway;
  final List<Command> commanded = new CopyOnWriteArrayList<>();
  Function<Command, CommandOutcome> outcome =
      command -> new CommandOutcome.Acknowledged(command, Duration.ofMillis(1));
  private int port;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();

  RunningGateway(DemoHome home, Function<Said, TurnRecord> turns) {
    this.home = home;
    this.turns = turns;
    start();
  }

  /** Starts, after a stop on the same port again. */
  void start() {
    gateway =
        new HttpGateway(
            new HttpSettings("127.0.0.1", port),
            home,
            turns,
            home.events,
            metrics,
            health::get,
            this::command);
    vertx.deployVerticle(gateway).await();
    port = gateway.actualPort();
  }

  /** Remembers a command and answers it as it is told to; by default it is acknowledged. */
  CompletionStage<CommandOutcome> command(Command command) {
    commanded.add(command);
    return CompletableFuture.completedFuture(outcome.apply(command));
  }

  /** Goes away, as when Hearth ends. */
  void stop() {
    vertx.undeploy(gateway.deploymentID()).await();
  }

  List<ApiRoutes.Served> served() {
    return gateway.served();
  }

  /** A gateway whose turns find nothing for the home. */
  static RunningGateway declining() {
    return new RunningGateway(
        new DemoHome(), said -> Records.declined("t-1", said.transcript().best().text()));
  }

  int port() {
    return port;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  JsonNode json(String path) {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode() + response.body());
    }
    return read(response);
  }

  HttpResponse<String> post(String body) {
    return send(
        HttpRequest.newBuilder(uri("/api/turns"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  JsonNode read(HttpResponse<String> response) {
    return json.readTree(response.body());
  }

  String error(HttpResponse<String> response) {
    return read(response).path("error").asString("");
  }

  @Override
  public void close() {
    client.close();
    vertx.close().await();
  }
}
