package io.hearth.adapter.coap;

import static io.hearth.adapter.LampHome.LAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.wire.LinkThread;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.interceptors.MessageInterceptorAdapter;
import org.eclipse.californium.elements.config.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notifications that come late or twice, by their numbers (RFC 7641, section 3.4). */
class NotificationOrderTest {

  private static final int NUMBERS = 1 << 24;

  private final ScriptedCoapPeer lamp = new ScriptedCoapPeer(LAMP, 60).start();
  private final LinkThread thread = new LinkThread("order");
  private final List<Integer> said = new CopyOnWriteArrayList<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CoapEndpoint endpoint =
      CoapEndpoint.builder()
          .setConfiguration(Configuration.createStandardWithoutFile())
          .setInetSocketAddress(new java.net.InetSocketAddress("127.0.0.1", 0))
          .build();
  private Observation observation;
  private int first;

  @BeforeEach
  void observe() throws Exception {
    endpoint.addInterceptor(
        new MessageInterceptorAdapter() {
          @Override
          public void sendRequest(Request request) {
            requests.add(request);
          }
        });
    endpoint.start();
    Calls calls =
        new Calls(endpoint, Optional.empty(), Optional.empty(), new Whereabouts(), thread);
    observation =
        new Observation(
            URI.create(lamp.uri() + "/devices/" + LAMP + "/state"),
            CoapConfig.onLoopback(0),
            calls,
            new Observations(),
            new Observation.Listener() {
              @Override
              public void said(Observation of, Response response) {
                said.add(response.getOptions().getObserve());
              }

              @Override
              public void lost(Observation of, String reason, boolean silent) {
                throw new AssertionError(reason);
              }
            });
    observation.register();
    await().until(() -> said.size() == 1);
    first = said.getFirst();
  }

  @AfterEach
  void close() {
    endpoint.destroy();
    thread.close(() -> {});
    lamp.close();
  }

  @Test
  void inWhateverOrderAndHoweverOftenTheyComeTheNewestWins() {
    Random random = new Random(11);
    int newest = first;
    for (int round = 0; round < 200; round++) {
      // Given
      List<Integer> numbers = new ArrayList<>();
      for (int i = 1; i <= 20; i++) {
        numbers.add(newest + i);
        if (random.nextBoolean()) {
          numbers.add(newest + i);
        }
      }
      newest += 20;
      Collections.shuffle(numbers, random);
      // When
      numbers.forEach(this::arrives);
      // Then
      assertThat(said.getLast()).isEqualTo(newest);
    }
    assertThat(said).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void afterTheLastNumberComesTheFirstAgain() {
    // Given
    arrives(first + NUMBERS / 3);
    arrives(first + NUMBERS / 3 * 2);
    arrives(NUMBERS - 1);
    // When
    arrives(0);
    arrives(NUMBERS - 2); // late
    arrives(1);
    // Then
    assertThat(said).endsWith(NUMBERS - 1, 0, 1);
  }

  @Test
  void whatBelongsToAnEarlierRegistrationIsNoNews() {
    // Given
    Request before = requests.getFirst();
    observation.cancel();
    observation.register();
    await().until(() -> said.size() == 2);
    // When
    observation.arrived(before, response(first + 100));
    // Then
    assertThat(said).hasSize(2);
  }

  private void arrives(int number) {
    observation.arrived(requests.getLast(), response(number));
  }

  private static Response response(int number) {
    Response response = new Response(ResponseCode.CONTENT);
    response.getOptions().setObserve(number);
    return response;
  }
}
