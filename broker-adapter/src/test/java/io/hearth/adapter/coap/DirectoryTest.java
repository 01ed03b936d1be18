package io.hearth.adapter.coap;

import static io.hearth.adapter.LampHome.LAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.model.device.DeviceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.CoAP.Type;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Hearth's resource directory (RFC 9176), asked by those who mean well and by those who do not. */
@Execution(ExecutionMode.CONCURRENT)
class DirectoryTest {

  private static final int HOSTILE = 10_000;
  private static final int AT_ONCE = 50;

  private final ScriptedCoapPeer lamp = new ScriptedCoapPeer(LAMP, 30).start();
  private final CoapHouse house = new CoapHouse(CoapConfig.onLoopback(0), new CoapHouse.Facts());

  @AfterEach
  void close() {
    house.close();
    lamp.close();
  }

  @Test
  void aLookupIsAnsweredPageByPage() throws Exception {
    // Given
    for (int i = 0; i < 25; i++) {
      String sector = i % 2 == 0 ? "even" : "odd";
      assertThat(
              register("ep=node-" + i + "&d=" + sector, "</a/" + i + ">;rt=\"x\",</b>").getCode())
          .isEqualTo(ResponseCode.CREATED);
    }
    // When Then
    List<String> all = new ArrayList<>();
    for (int page = 0; page < 3; page++) {
      all.addAll(lookUp("ep?count=10&page=" + page));
    }
    assertThat(all).hasSize(25).doesNotHaveDuplicates().isEqualTo(lookUp("ep"));
    assertThat(lookUp("ep?count=10&page=2")).hasSize(5);
    assertThat(lookUp("ep?count=10&page=3")).isEmpty();
    assertThat(lookUp("ep?count=0")).isEmpty();
    assertThat(lookUp("ep?count=5&page=2&d=odd")).hasSize(2).allMatch(link -> link.contains("odd"));
    assertThat(lookUp("res?count=7&page=7")).hasSize(1);
    assertThat(lookUp("res?rt=x&ep=node-1*")).hasSize(11);
    assertThat(get("/rd-lookup/ep?page=-1").getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(get("/rd-lookup/ep?count=many").getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
  }

  @Test
  void aServerThatOnlySaysThatItIsThereIsAskedForTheRest() throws Exception {
    // When
    CoapResponse response = post("/.well-known/rd?ep=hall&lt=60&d=hall", "");
    // Then
    assertThat(response.getCode()).isEqualTo(ResponseCode.CHANGED);
    await().until(() -> house.says(LAMP, "on", false));
    assertThat(lookUp("ep?ep=hall"))
        .singleElement()
        .asString()
        .contains("base=\"" + lamp.uri() + "\"");
    assertThat(lookUp("res?ep=hall&rt=hearth.state"))
        .singleElement()
        .asString()
        .contains("<" + lamp.uri() + "/devices/" + LAMP + "/state>");
    // When
    lamp.state("{\"on\":true}");
    // Then
    await().until(() -> house.says(LAMP, "on", true));
    assertThat(post("/.well-known/rd?ep=hall", "</a>").getCode())
        .isEqualTo(ResponseCode.BAD_REQUEST);
  }

  @Test
  void aLinkThatIsNoAddressHidesNobodyElsesResources() throws Exception {
    // Given
    register("ep=odd", "</a b>;rt=\"bad\",<:>,<http://[>,</%zz>;rt=\"bad\",</good>;rt=\"good\"");
    register("ep=other", "</other>;rt=\"good\"");
    // When Then
    assertThat(lookUp("res?rt=good")).hasSize(2);
    assertThat(lookUp("res")).isNotEmpty();
  }

  @Test
  void aNameAsBaseIsNotLookedUp() throws Exception {
    // When
    CoapResponse response = register("ep=x&base=coap://a.name.example:5683", "");
    // Then
    assertThat(response.getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(response.getResponseText()).isEqualTo("base is not an address but a name");
  }

  @Test
  void tenThousandHostileRequestsAreAnsweredAndAGoodOneAfterThem() throws Exception {
    // Given
    Hostile hostile = new Hostile(new Random(5), lamp.uri().toString());
    for (int i = 0; i < HOSTILE / AT_ONCE; i++) {
      // When
      List<Request> asked = new ArrayList<>();
      for (int j = 0; j < AT_ONCE; j++) {
        Request request = hostile.next(house.link.port());
        lamp.sends(request);
        asked.add(request);
      }
      // Then
      for (Request request : asked) {
        Response response = request.waitForResponse(5000);
        assertThat(response).as(request.toString()).isNotNull();
        assertThat(response.getCode())
            .as(request.toString())
            .isNotEqualTo(ResponseCode.INTERNAL_SERVER_ERROR);
      }
    }
    // Then
    assertThat(lookUp("res")).isNotNull();
    assertThat(register("ep=good&d=g", "</3303/0/5700>").getCode())
        .isIn(ResponseCode.CREATED, ResponseCode.SERVICE_UNAVAILABLE);
    Request push = Request.newPost();
    push.setURI(uri("/devices/porch/state"));
    push.setPayload("{\"on\":true}");
    assertThat(lamp.asks(push).getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(house.says(new DeviceId("porch"), "on", true)).isTrue();
  }

  /** Requests that nobody who means well sends. */
  private record Hostile(Random random, String base) {

    private static final String[] PATHS = {
      "rd",
      "rd",
      "rd/1",
      "rd/2",
      "rd/999999999",
      "rd/-1",
      "rd/x",
      ".well-known/rd",
      "rd-lookup/ep",
      "rd-lookup/res",
      "rd-lookup",
      "rd/1/2",
      "rd//"
    };
    private static final String[] NAMES = {
      "ep", "ep", "d", "lt", "base", "page", "count", "rt", "href", "et", "Q", "b", "", "=", "\0"
    };
    private static final String[] VALUES = {
      "a",
      "b",
      "",
      "-1",
      "0",
      "1",
      "4294967296",
      "1e9",
      "99999999999999999999",
      "*",
      "**",
      "\"",
      "\\",
      "%",
      "%zz",
      "coap://",
      "coap://[",
      "coap://127.0.0.1:99999999",
      "coap:127.0.0.1",
      "coaps://127.0.0.1",
      "coap://127.0.0.1@evil",
      "file:///etc/passwd",
      "coap://[::1%25lo]",
      "\u0000\u0007",
      "é".repeat(60),
      "x".repeat(200),
      "../../..",
      "<a>",
      "${x}",
      "\ud800"
    };
    private static final String[] PIECES = {
      "<",
      ">",
      ";",
      ",",
      "\"",
      "\\",
      "=",
      "/",
      "//",
      "</a>",
      "rt=",
      "rt=\"x y\"",
      "ct=0",
      "ct=x",
      "obs",
      "</3303/0/5700>",
      "<coap://h/x>",
      "</a b>",
      "</%>",
      ";;",
      ",,",
      "\u0000",
      "é",
      " ",
      "anchor=\"",
      "if",
      "title*=UTF-8''%e2",
      "</rd/1>;rt=core.rd",
      "[",
      ":"
    };

    Request next(int port) {
      Code code =
          List.of(Code.POST, Code.POST, Code.GET, Code.DELETE, Code.PUT).get(random.nextInt(5));
      Request request = new Request(code, Type.CON);
      request.setURI("coap://127.0.0.1:" + port);
      request.getOptions().setUriPath(any(PATHS));
      for (int i = random.nextInt(6); i > 0; i--) {
        String value = random.nextInt(8) == 0 ? base : any(VALUES);
        String query = any(NAMES) + (random.nextInt(9) == 0 ? "" : "=") + value;
        if (query.getBytes(StandardCharsets.UTF_8).length <= 255) {
          request.getOptions().addUriQuery(query);
        }
      }
      if (code != Code.GET && code != Code.DELETE) {
        request.setPayload(payload());
      }
      if (random.nextBoolean()) {
        request.getOptions().setContentFormat(random.nextInt(65_536));
      }
      return request;
    }

    private byte[] payload() {
      if (random.nextInt(4) == 0) {
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        return noise;
      }
      StringBuilder links = new StringBuilder();
      for (int i = random.nextInt(25); i > 0; i--) {
        links.append(any(PIECES));
      }
      return links.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String any(String[] of) {
      return of[random.nextInt(of.length)];
    }
  }

  private CoapResponse register(String query, String links) throws Exception {
    return post("/rd?" + query, links);
  }

  private CoapResponse post(String path, String payload) throws Exception {
    Request request = Request.newPost();
    request.setURI(uri(path));
    request.setPayload(payload);
    return lamp.asks(request);
  }

  private CoapResponse get(String path) throws Exception {
    Request request = Request.newGet();
    request.setURI(uri(path));
    return lamp.asks(request);
  }

  private List<String> lookUp(String path) throws Exception {
    CoapResponse response = get("/rd-lookup/" + path);
    assertThat(response).as("answer").isNotNull();
    assertThat(response.getCode()).isEqualTo(ResponseCode.CONTENT);
    String text = response.getResponseText();
    return text.isEmpty() ? List.of() : List.of(text.split(",(?=<)", -1));
  }

  private String uri(String path) {
    return "coap://127.0.0.1:" + house.link.port() + path;
  }
}
