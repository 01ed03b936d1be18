package io.hearth.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestTest {

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.declining();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"text": "a", "area": "cellar"} | no area 'cellar'; known are kitchen, living_room, hallway, garage, bedroom, kids_room, bathroom, garden
          {"text": "a", "user": "eve"} | no user 'eve'; known are ann, ben
          {"text": "a", "area": ""} | no area ''; known are kitchen, living_room, hallway, garage, bedroom, kids_room, bathroom, garden
          {"text": " "} | text must not be blank
          {"text": 5} | text must be text
          {} | either text or nbest must be given
          {"text": "a", "nbest": [{"text": "b"}]} | either text or nbest must be given
          {"nbest": []} | nbest must be a list of 1 to 50
          {"nbest": ["a"]} | an entry of nbest must be a JSON object
          {"nbest": [{"confidence": 1}]} | text is missing in an entry of nbest
          {"nbest": [{"text": "a", "confidence": 2}]} | confidence must be 0 to 1 but is 2.0
          {"nbest": [{"text": "a", "confidence": "x"}]} | confidence in an entry of nbest must be a number from 0 to 1
          {"nbest": [{"text": "a", "score": 1}]} | unknown key 'score' in an entry of nbest
          {"text": "a", "room": "kitchen"} | unknown key 'room'
          {"text": "a", "dialogue": " "} | dialogue must be 1 to 128 characters and not blank
          {"text": "a", "text": "b"} | the body is not JSON: line 1, column 21
          {"text": "a"} {} | the body is not JSON: line 1, column 15
          {"text": | the body is not JSON: line 1, column 9
          [] | the body must be a JSON object
          null | the body must be a JSON object
          """)
  void saysInOneLineWhatIsWrongWithABody(String body, String line) {
    // When
    HttpResponse<String> response = gateway.post(body);

    // Then
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(gateway.error(response)).isEqualTo(line);
  }

  @Test
  void takesAnEmptyBodyForNoJson() {
    // When
    HttpResponse<String> response = gateway.post("");

    // Then
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(gateway.error(response)).isEqualTo("the body is missing");
  }

  @Test
  void namesSomeKnownDevicesWhenThereAreMany() {
    // When
    String line = gateway.error(gateway.post("{\"text\": \"a\", \"device\": \"x\"}"));

    // Then
    assertThat(line)
        .startsWith("no device 'x'; known are oven.kitchen, light.kitchen")
        .containsPattern("and \\d+ more$");
  }

  @Test
  void refusesBodiesThatAreTooLarge() {
    // When
    HttpResponse<String> response = gateway.post("{\"text\": \"" + "a".repeat(70_000) + "\"}");

    // Then
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(gateway.error(response)).isEqualTo("the body is larger than 64 KB");
  }

  @Test
  void refusesTextThatNobodySpeaks() {
    // When
    HttpResponse<String> response = gateway.post("{\"text\": \"" + "a".repeat(1001) + "\"}");

    // Then
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(gateway.error(response)).isEqualTo("text has 1001 characters, more than 1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "x", "99999999999", ""})
  void refusesALimitOutOfRange(String limit) {
    // When
    HttpResponse<String> response = gateway.get("/api/turns?limit=" + limit);

    // Then
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(gateway.error(response)).isEqualTo("limit must be a number from 1 to 200");
  }

  @Test
  void saysWhatIsNotThereAndWhichMethodsThereAre() {
    // When
    HttpResponse<String> missing = gateway.get("/api/nothing/here");
    HttpResponse<String> method =
        gateway.send(HttpRequest.newBuilder(gateway.uri("/api/turns")).DELETE());

    // Then
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(gateway.error(missing)).isEqualTo("nothing is at /api/nothing/here");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(gateway.error(method)).isEqualTo("/api/turns does not take DELETE");
    assertThat(method.headers().firstValue("Allow")).contains("GET, POST");
  }

  @Test
  void takesOnlyJson() {
    // When
    HttpResponse<String> form =
        gateway.send(
            HttpRequest.newBuilder(gateway.uri("/api/turns"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"a\"}")));

    // Then
    assertThat(form.statusCode()).isEqualTo(415);
    assertThat(gateway.error(form)).isEqualTo("Content-Type must be application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example,, 403",
    "localhost.evil.example,, 403",
    "127.0.0.1.evil.example,, 403",
    "localhost,, 200",
    "[::1]:%d,, 200",
    "127.0.0.1:%d,, 200",
    "127.0.0.1:%d, http://127.0.0.1:%d, 200",
    "127.0.0.1:%d, http://evil.example, 403",
    "127.0.0.1:%d, http://127.0.0.1:1, 403",
    "127.0.0.1:%d, null, 403",
  })
  void answersOnlyLocalNamesAndItsOwnPage(String host, String origin, int status) throws Exception {
    // When
    String answer = raw(host.formatted(gateway.port()), origin);

    // Then
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
  }

  /** A browser sets these headers, Java's client does not let us. */
  private static String raw(String host, String origin) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
      String request =
          "GET /api/home HTTP/1.1\r\nHost: "
              + host
              + "\r\nConnection: close\r\n"
              + (origin == null ? "" : "Origin: " + origin.formatted(gateway.port()) + "\r\n")
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
