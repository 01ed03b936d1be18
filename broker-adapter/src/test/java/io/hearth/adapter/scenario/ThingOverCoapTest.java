package io.hearth.adapter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.LampHome;
import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.http.HttpConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.wot.ThingsConfig;
import io.hearth.model.RecordedEvents;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Value;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.config.Configuration;
import org.junit.jupiter.api.Test;

/** A thing whose description is at a CoAP server, too. */
class ThingOverCoapTest {

  private static final DeviceId LAMP = new DeviceId("urn:coap:lamp");

  private final RecordedReports reports = new RecordedReports();

  @Test
  void aDescriptionAtACoapServerIsReadAndTheThingIsHeard() {
    CoapServer server = new CoapServer(Configuration.createStandardWithoutFile());
    CoapEndpoint endpoint =
        CoapEndpoint.builder()
            .setConfiguration(Configuration.createStandardWithoutFile())
            .setInetSocketAddress(new InetSocketAddress("127.0.0.1", 0))
            .build();
    server.addEndpoint(endpoint);
    server.start();
    String base = "coap://127.0.0.1:" + endpoint.getAddress().getPort();
    server.add(
        new Fixed("td", description(base), MediaTypeRegistry.APPLICATION_TD_JSON),
        new Fixed("power", "true", MediaTypeRegistry.APPLICATION_JSON));
    // Given
    ThingsConfig things =
        new ThingsConfig(
            Optional.empty(), List.of(URI.create(base + "/td")), List.of(), HttpConfig.usual());
    try (ScenarioBroker broker = ScenarioBroker.start("embedded");
        // When
        BrokerAdapter adapter = adapter(broker.uri(), things)) {
      // Then
      await()
          .untilAsserted(() ->
              assertThat(reports.value(LAMP, "on"))
                  .as("%s", adapter.problems())
                  .contains(Value.of(true)));
      assertThat(reports.announcements()).anyMatch(said -> said.name().equals("Coap lamp"));
    } finally {
      server.destroy();
    }
  }

  private static String description(String base) {
    return """
    {"@context":"https://www.w3.org/2022/wot/td/v1.1","id":"urn:coap:lamp","title":"Coap lamp",
     "@type":"Light","security":"n","securityDefinitions":{"n":{"scheme":"nosec"}},
     "properties":{"power":{"type":"boolean","@type":"OnOffProperty","observable":true,"forms":[
      {"href":"%s/power","op":["readproperty","writeproperty","observeproperty"],
       "contentType":"application/json"}]}}}
    """
        .formatted(base);
  }

  /** A resource that says one thing. */
  private static final class Fixed extends CoapResource {

    private final String said;
    private final int format;

    Fixed(String name, String said, int format) {
      super(name);
      this.said = said;
      this.format = format;
      setObservable(true);
    }

    @Override
    public void handleGET(CoapExchange exchange) {
      exchange.respond(ResponseCode.CONTENT, said, format);
    }
  }

  private BrokerAdapter adapter(URI broker, ThingsConfig things) {
    return BrokerAdapter.start(
        new AdapterConfig(
            MqttConfig.at(broker), CoapConfig.onLoopback(0), things, Duration.ofSeconds(2)),
        LampHome::home,
        DeviceState::unknown,
        reports,
        new RecordedEvents(),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }
}
