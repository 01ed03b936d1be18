package io.hearth.adapter.coap;

import static io.hearth.adapter.LampHome.LAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.model.device.Value;
import java.util.List;
import java.util.Optional;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is larger than a datagram (RFC 7959). */
@Execution(ExecutionMode.CONCURRENT)
class BlockwiseTest {

  private static final int RESOURCES = 600;
  private static final int LETTERS = 20_000;
  private static final String STATE = "/devices/" + LAMP + "/state";

  private final ScriptedCoapPeer lamp = new ScriptedCoapPeer(LAMP, 30).start();
  private CoapHouse house;

  @BeforeEach
  void start() {
    for (int i = 0; i < RESOURCES; i++) {
      CoapResource other = new CoapResource("sensor-of-something-else-" + i);
      other.getAttributes().addResourceType("example.other");
      lamp.with(other);
    }
    house =
        new CoapHouse(
            CoapConfig.onLoopback(0).withPeers(List.of(lamp.uri())), new CoapHouse.Facts());
  }

  @AfterEach
  void close() {
    house.close();
    lamp.close();
  }

  @Test
  void aDeviceIsFoundAmongManyResourcesAndItsLargeStateIsObserved() {
    // Given
    await().until(() -> lamp.observers() == 1);
    await().until(() -> house.says(LAMP, "on", false));
    for (String letter : List.of("a", "b", "c")) {
      // When
      lamp.state(large(letter));
      // Then
      await().until(() -> house.says(LAMP, "note", letter.repeat(LETTERS)));
    }
  }

  @Test
  void aLargeStateIsPushed() throws Exception {
    // When
    CoapResponse response = push(large("d"));
    // Then
    assertThat(response.getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(house.reports.value(LAMP, "note"))
        .isEqualTo(Optional.of(Value.of("d".repeat(LETTERS))));
  }

  @Test
  void oneThatIsTooLargeIsRefusedAndTheNextIsTaken() throws Exception {
    // Given
    String tooLarge = "x".repeat(257 * 1024);
    String farTooLarge = "x".repeat(700 * 1024);
    // When Then
    assertThat(push(tooLarge).getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(push(farTooLarge).getCode()).isEqualTo(ResponseCode.REQUEST_ENTITY_TOO_LARGE);
    assertThat(push("{\"on\":true}").getCode()).isEqualTo(ResponseCode.CHANGED);
  }

  private CoapResponse push(String payload) throws Exception {
    Request request = Request.newPost();
    request.setURI("coap://127.0.0.1:" + house.link.port() + STATE);
    request.setPayload(payload);
    return lamp.asks(request);
  }

  private static String large(String letter) {
    return "{\"on\":true,\"note\":\"" + letter.repeat(LETTERS) + "\"}";
  }
}
