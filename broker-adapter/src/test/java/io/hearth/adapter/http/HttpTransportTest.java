package io.hearth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Message;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.Routes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that is a web server, as the transport alone sees it. */
class HttpTransportTest {

  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final List<Message> arrived = new CopyOnWriteArrayList<>();
  private final List<Integer> statuses = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private volatile String state = "off";
  private volatile int obeys = 204;
  private HttpServer server;
  private HttpTransport transport;
  private Address.Http resource;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/state", this::state);
    server.createContext("/do", this::command);
    server.start();
    resource = new Address.Http(uri("/state"));
    transport =
        new HttpTransport(
            new HttpConfig(Duration.ofMillis(100), Duration.ofSeconds(2), false, Map.of()),
            new Inbox(
                "things",
                new RecordedReports(),
                new Routes(),
                InstantSource.system(),
                new LinkMetrics(new SimpleMeterRegistry(), "things")),
            arrived::add);
  }

  @AfterEach
  void stop() {
    transport.close();
    server.stop(0);
  }

  @Test
  void whatIsWatchedIsReadAgainAndToldOnlyWhenItChanged() {
    // When
    transport.watch(Set.of(resource));
    // Then
    await().until(() -> statuses.contains(304));
    assertThat(arrived).extracting(message -> message.payload().text()).containsExactly("off");
    // When
    state = "on";
    // Then
    await().until(() -> arrived.size() == 2);
    assertThat(arrived.getLast().payload().text()).isEqualTo("on");
    assertThat(arrived.getLast().retained()).isFalse();
  }

  @Test
  void whatIsWatchedNoMoreIsNotRead() {
    // Given
    transport.watch(Set.of(resource));
    await().until(() -> !arrived.isEmpty());
    // When
    transport.unwatch(Set.of(resource));
    // Then
    assertThat(transport.size()).isZero();
  }

  @Test
  void aServerThatIsGoneIsToldAndItsReturnToo() throws IOException {
    // Given
    Address.Http reached = HttpTransport.reached(resource);
    transport.watch(Set.of(resource, reached));
    await().until(() -> said(reached, "online"));
    // When
    server.stop(0);
    // Then
    await().until(() -> said(reached, "offline"));
    // When
    arrived.clear();
    InetSocketAddress at = server.getAddress();
    server = HttpServer.create(at, 0);
    server.createContext("/state", this::state);
    server.start();
    // Then: also its state, though it is what it was
    await().until(() -> said(reached, "online") && said(resource, "off"));
  }

  @Test
  void aCommandIsAnsweredByTheDevicesOwnStatus() {
    assertThat(tell(uri("/do"))).isEqualTo(new Answer.Accepted());
    assertThat(told).containsExactly("PUT {\"on\":true}");
    // When
    obeys = 409;
    // Then
    assertThat(tell(uri("/do"))).isEqualTo(new Answer.Rejected("it answered with status 409"));
    // When nobody is there
    server.stop(0);
    // Then
    assertThat(tell(uri("/do"))).isInstanceOf(Answer.Undeliverable.class);
  }

  @Test
  void addressesOutsideOfTheLocalNetworkAreNotAsked() {
    assertThat(tell(URI.create("http://192.0.2.7/do"))).isInstanceOf(Answer.Undeliverable.class);
  }

  private Answer tell(URI uri) {
    return transport
        .send(
            Outgoing.http(
                uri, "PUT", "{\"on\":true}".getBytes(StandardCharsets.UTF_8), "application/json"),
            "c1",
            WITHIN)
        .join();
  }

  private boolean said(Address.Http at, String text) {
    return arrived.stream()
        .anyMatch(message -> message.from().equals(at) && message.payload().text().equals(text));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void state(HttpExchange exchange) throws IOException {
    String tag = '"' + state + '"';
    boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    exchange.getResponseHeaders().set("ETag", tag);
    byte[] body = state.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(same ? 304 : 200, same ? -1 : body.length);
    if (!same) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
    statuses.add(same ? 304 : 200);
  }

  private void command(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    told.add(exchange.getRequestMethod() + " " + body);
    exchange.sendResponseHeaders(obeys, -1);
    exchange.close();
  }
}
