package io.hearth.app.home;

import io.hearth.adapter.AdapterConfig;
import io.hearth.adapter.BrokerAdapter;
import io.hearth.adapter.ConventionsConfig;
import io.hearth.adapter.broker.BrokerUser;
import io.hearth.adapter.broker.EmbeddedBroker;
import io.hearth.adapter.coap.CoapConfig;
import io.hearth.adapter.coap.CoapSecurity;
import io.hearth.adapter.http.HttpConfig;
import io.hearth.adapter.mqtt.BridgeConfig;
import io.hearth.adapter.mqtt.MqttConfig;
import io.hearth.adapter.mqtt.MqttLogin;
import io.hearth.adapter.mqtt.MqttTls;
import io.hearth.adapter.wot.ThingsConfig;
import io.hearth.app.config.AppConfig;
import io.hearth.model.DeviceReports;
import io.hearth.model.HomeEvents;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Home;
import io.hearth.model.state.DeviceState;
import io.hearth.sim.Login;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way to the devices: the embedded broker, if there is one, and the adapter. */
final class Wire implements AutoCloseable {

  private final Optional<EmbeddedBroker> broker;
  private final URI brokerUri;
  private final BrokerAdapter adapter;

  private Wire(Optional<EmbeddedBroker> broker, URI brokerUri, BrokerAdapter adapter) {
    this.broker = broker;
    this.brokerUri = brokerUri;
    this.adapter = adapter;
  }

  /** Starts the embedded broker, unless another is configured; it gets ready by itself. */
  static Optional<EmbeddedBroker> broker(
      AppConfig config, DataFolder data, MeterRegistry meters, BrokerRefusals refusals) {
    return config.mqtt().external().isPresent()
        ? Optional.empty()
        : Optional.of(
            EmbeddedBroker.start(BrokerSettings.of(config, data.path()), meters, refusals));
  }

  /** What Hearth and its simulated devices log in with; empty for none. */
  static Optional<Login> login(AppConfig config, DataFolder data) {
    if (config.mqtt().external().isEmpty()) {
      return Optional.of(new Login(BrokerUser.HEARTH, BrokerSettings.secret(data.path())));
    }
    return Optional.ofNullable(config.mqtt().user())
        .map(user -> new Login(user, Secrets.mqttPassword(config.mqtt())));
  }

  static Wire start(
      AppConfig config,
      DataFolder data,
      Optional<EmbeddedBroker> broker,
      BrokerRefusals refusals,
      Optional<Login> login,
      Supplier<Home> home,
      Function<DeviceId, DeviceState> states,
      DeviceReports reports,
      HomeEvents events,
      InstantSource clock,
      MeterRegistry meters) {
    URI uri = brokerUri(config, broker);
    BrokerAdapter adapter =
        BrokerAdapter.start(
            new AdapterConfig(
                mqtt(config, uri, login),
                coap(config.coap(), data),
                things(config),
                seconds(config.commands().timeoutSeconds()),
                conventions(config.conventions()),
                bridge(config.broker().bridge()),
                seconds(config.commands().queueSeconds())),
            home,
            states,
            reports,
            events,
            clock,
            meters);
    refusals.tell(adapter);
    return new Wire(broker, uri, adapter);
  }

  private static URI brokerUri(AppConfig config, Optional<EmbeddedBroker> broker) {
    return broker
        .map(EmbeddedBroker::uri)
        .orElseGet(() -> uri(config.mqtt().external().orElseThrow()));
  }

  private static URI uri(String broker) {
    return URI.create(broker.replaceFirst("^tcp:", "mqtt:").replaceFirst("^ssl:", "mqtts:"));
  }

  private static ConventionsConfig conventions(AppConfig.Conventions given) {
    return new ConventionsConfig(
        given.homeAssistantPrefix(), given.zigbee2mqttBases(), given.homieDomains());
  }

  private static ThingsConfig things(AppConfig config) {
    AppConfig.Things things = config.things();
    Map<String, Path> secrets = new LinkedHashMap<>();
    things.secretFiles().forEach((host, file) -> secrets.put(host, Path.of(file)));
    return new ThingsConfig(
        Optional.of(
            things.folder() == null
                ? Path.of(config.data()).resolve("things")
                : Path.of(things.folder())),
        things.urls().stream().map(URI::create).toList(),
        things.topics(),
        new HttpConfig(
            Duration.ofMillis(Math.round(things.intervalSeconds() * 1000)),
            HttpConfig.usual().timeout(),
            things.anywhere(),
            secrets));
  }

  private static MqttConfig mqtt(AppConfig config, URI uri, Optional<Login> login) {
    AppConfig.Mqtt mqtt = config.mqtt();
    MqttConfig made =
        MqttConfig.to(uri)
            .login(config.mqtt().external().isPresent() ? login(mqtt) : own(login))
            .tls(tls(mqtt.tls()))
            .clientId(mqtt.clientId())
            .sessionExpiry(Duration.ofSeconds(mqtt.sessionExpirySeconds()))
            .receiveMaximum(mqtt.receiveMaximum())
            .build();
    made.verifyFiles();
    return made;
  }

  private static MqttTls tls(AppConfig.Mqtt.Tls tls) {
    return new MqttTls(file(tls.caFile()), file(tls.certificateFile()), file(tls.keyFile()));
  }

  private static Optional<BridgeConfig> bridge(AppConfig.Broker.Bridge bridge) {
    String url = bridge.url();
    if (url == null || url.isBlank()) {
      return Optional.empty();
    }
    MqttConfig other =
        MqttConfig.to(uri(url))
            .keys(BridgeConfig.KEYS)
            .login(
                new MqttLogin(
                    Optional.ofNullable(bridge.user()),
                    Optional.ofNullable(bridge.password()),
                    file(bridge.passwordFile())))
            .tls(tls(bridge.tls()))
            .clientId(bridge.clientId())
            .reconnect(Duration.ofMillis(200), Duration.ofSeconds(15))
            .build();
    other.verifyFiles();
    return Optional.of(
        new BridgeConfig(
            other,
            bridge.out(),
            bridge.in(),
            Objects.requireNonNullElse(bridge.homePrefix(), ""),
            Objects.requireNonNullElse(bridge.otherPrefix(), ""),
            bridge.qos(),
            bridge.queue(),
            seconds(bridge.queueSeconds())));
  }

  private static CoapConfig coap(AppConfig.Coap coap, DataFolder data) {
    CoapConfig made =
        CoapConfig.onLoopback(coap.port())
            .withHost(coap.host())
            .withPeers(coap.peers().stream().map(URI::create).toList())
            .withDirectories(coap.directories().stream().map(URI::create).toList())
            .withData(data.folder("coap"))
            .withSilence(seconds(coap.silenceSeconds()))
            .withPatience(seconds(coap.patienceSeconds()))
            .withSleep(Duration.ofSeconds(10), seconds(coap.queueSeconds()));
    AppConfig.Coap.Dtls dtls = coap.dtls();
    Optional<Path> keys = file(dtls.keysFile());
    Optional<Path> certificate = file(dtls.certificateFile());
    if (keys.isPresent() || certificate.isPresent()) {
      made =
          made.withSecurity(
              new CoapSecurity(dtls.port(), keys, certificate, file(dtls.authoritiesFile())));
    }
    return coap.multicast() == null || coap.multicast().isBlank()
        ? made
        : made.withMulticast(coap.multicast());
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static MqttLogin login(AppConfig.Mqtt mqtt) {
    return new MqttLogin(
        Optional.ofNullable(mqtt.user()),
        Optional.ofNullable(mqtt.password()),
        file(mqtt.passwordFile()));
  }

  /** Hearth's own, at the embedded broker. */
  private static MqttLogin own(Optional<Login> login) {
    return new MqttLogin(login.map(Login::username), login.map(Login::password), Optional.empty());
  }

  private static Optional<Path> file(@Nullable String name) {
    return Optional.ofNullable(name).filter(text -> !text.isBlank()).map(Path::of);
  }

  BrokerAdapter adapter() {
    return adapter;
  }

  Optional<EmbeddedBroker> embeddedBroker() {
    return broker;
  }

  /** Where devices connect. */
  URI brokerUri() {
    return brokerUri;
  }

  @Override
  public void close() {
    adapter.close();
    broker.ifPresent(EmbeddedBroker::close);
  }
}
