package io.hearth.adapter.coap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.Handshaker;
import org.eclipse.californium.scandium.dtls.SessionAdapter;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;

/** A device with a key of its own, or none. */
final class KeyedDevice implements AutoCloseable {

  private final CoapEndpoint endpoint;
  private final AtomicInteger handshakes = new AtomicInteger();

  KeyedDevice() throws IOException {
    endpoint =
        CoapEndpoint.builder()
            .setConfiguration(Configuration.createStandardWithoutFile())
            .setInetSocketAddress(new InetSocketAddress("127.0.0.1", 0))
            .build();
    endpoint.start();
  }

  KeyedDevice(String identity, String key) throws IOException {
    DtlsConfig.register();
    Configuration configuration =
        Configuration.createStandardWithoutFile()
            .set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.CLIENT_ONLY)
            .set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, 0);
    DTLSConnector connector =
        new DTLSConnector(
            DtlsConnectorConfig.builder(configuration)
                .setAddress(new InetSocketAddress("127.0.0.1", 0))
                .setAdvancedPskStore(
                    new AdvancedSinglePskStore(identity, key.getBytes(StandardCharsets.UTF_8)))
                .setSessionListener(
                    new SessionAdapter() {
                      @Override
                      public void handshakeStarted(Handshaker handshaker) {
                        handshakes.incrementAndGet();
                      }
                    })
                .build());
    endpoint =
        CoapEndpoint.builder().setConfiguration(configuration).setConnector(connector).build();
    endpoint.start();
  }

  int handshakes() {
    return handshakes.get();
  }

  Response post(String uri) throws InterruptedException {
    return post(uri, "{\"on\":true}");
  }

  Response post(String uri, String payload) throws InterruptedException {
    Response response = ask(uri, payload, 6000);
    assertThat(response).as("answer of " + uri).isNotNull();
    return response;
  }

  boolean isHeard(String uri) throws InterruptedException {
    return ask(uri, "{\"on\":true}", 1000) != null;
  }

  private Response ask(String uri, String payload, int millis) throws InterruptedException {
    Request request = Request.newPost();
    request.setURI(uri);
    request.setPayload(payload);
    request.send(endpoint);
    return request.waitForResponse(millis);
  }

  @Override
  public void close() {
    endpoint.destroy();
  }
}
