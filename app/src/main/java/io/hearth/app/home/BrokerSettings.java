package io.hearth.app.home;

import io.hearth.adapter.broker.BrokerLimits;
import io.hearth.adapter.broker.BrokerTls;
import io.hearth.adapter.broker.EmbeddedBrokerConfig;
import io.hearth.app.config.AppConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The embedded broker as the configuration says. */
public final class BrokerSettings {

  private static final String PREFIX = "hearth";

  private BrokerSettings() {}

  static EmbeddedBrokerConfig of(AppConfig config, Path data) {
    AppConfig.Broker broker = config.broker();
    AppConfig.Broker.Limits limits = broker.limits();
    return new EmbeddedBrokerConfig(
        broker.host(),
        config.mqtt().port(),
        Optional.of(data.resolve("broker")),
        Optional.of(usersFile(broker, data)),
        secret(data),
        broker.anonymous(),
        PREFIX,
        tls(broker.tls()),
        new BrokerLimits(
            limits.payload(),
            limits.topicLength(),
            limits.topicLevels(),
            limits.connections(),
            Duration.ofSeconds(limits.willDelaySeconds())));
  }

  /** Where the logins are kept. */
  public static Path usersFile(AppConfig.Broker broker, Path data) {
    @Nullable String file = broker.usersFile();
    return file == null || file.isBlank() ? data.resolve("broker-users.json") : Path.of(file);
  }

  /** The password of Hearth's own login, made at the first start. */
  static String secret(Path data) {
    return Secrets.readOrMake(data.resolve("broker-secret"), "broker-secret");
  }

  private static Optional<BrokerTls> tls(AppConfig.Broker.TlsListener tls) {
    String certificate = tls.certificateFile();
    String key = tls.keyFile();
    return certificate == null || key == null
        ? Optional.empty()
        : Optional.of(
            new BrokerTls(
                tls.host(),
                tls.port(),
                Path.of(certificate),
                Path.of(key),
                Optional.ofNullable(tls.clientCaFile()).map(Path::of)));
  }
}
