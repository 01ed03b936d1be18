package io.hearth.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration, checked; what each key means stands in {@code defaults.yaml}.
 *
 * @param data folder of everything that is kept
 * @param home path of a home file, null for the demo home
 * @param simulators whether the home's devices are simulated
 */
public record AppConfig(
    String data,
    @Nullable String home,
    boolean simulators,
    Http http,
    Mqtt mqtt,
    Broker broker,
    Coap coap,
    Things things,
    Conventions conventions,
    Commands commands,
    Journal journal,
    Simulation simulation,
    DeviceTypes deviceTypes,
    Language language) {

  /** Whether statistics help where the grammar does not understand. */
  public record Language(boolean statistical) {}

  /** Where device types of one's own are; {@code folder} null for one in the data folder. */
  public record DeviceTypes(@Nullable String folder) {}

  /**
   * Where the web app listens; port 0 takes a free one.
   *
   * @param tokenFile file with the token that every request must bring; null for none
   */
  public record Http(String host, int port, @Nullable String tokenFile) {
    public Http {
      if (host.isBlank()) {
        throw new IllegalArgumentException("http.host must not be blank");
      }
      checkPort("http.port", port);
    }
  }

  /** Which broker; {@code url} null for the embedded one on {@code port}. */
  public record Mqtt(
      @Nullable String url,
      int port,
      @Nullable String user,
      @Nullable String password,
      @Nullable String passwordFile,
      String clientId,
      int sessionExpirySeconds,
      int receiveMaximum,
      Tls tls) {
    public Mqtt {
      checkPort("mqtt.port", port);
      checkBroker("mqtt.url", url);
      if (sessionExpirySeconds < 0) {
        throw new IllegalArgumentException(
            "mqtt.sessionExpirySeconds must be 0 or more but is " + sessionExpirySeconds);
      }
      if (receiveMaximum < 1 || receiveMaximum > 65535) {
        throw new IllegalArgumentException(
            "mqtt.receiveMaximum must be 1 to 65535 but is " + receiveMaximum);
      }
    }

    /** PEM files for {@code mqtts://}. */
    public record Tls(
        @Nullable String caFile, @Nullable String certificateFile, @Nullable String keyFile) {}

    public Optional<String> external() {
      return Optional.ofNullable(url).filter(text -> !text.isBlank());
    }
  }

  /**
   * Who may connect to the embedded broker.
   *
   * @param host address it listens on
   * @param anonymous whether clients on this machine need no login
   * @param usersFile file of the logins; null for {@code broker-users.json} in the data folder
   */
  public record Broker(
      String host,
      boolean anonymous,
      @Nullable String usersFile,
      TlsListener tls,
      Limits limits,
      Bridge bridge) {
    public Broker {
      if (host.isBlank()) {
        throw new IllegalArgumentException("broker.host must not be blank");
      }
    }

    /** A listener with TLS, where {@code certificateFile} is given. */
    public record TlsListener(
        String host,
        int port,
        @Nullable String certificateFile,
        @Nullable String keyFile,
        @Nullable String clientCaFile) {
      public TlsListener {
        checkPort("broker.tls.port", port);
        if ((certificateFile == null) != (keyFile == null)) {
          throw new IllegalArgumentException(
              "broker.tls.certificateFile and broker.tls.keyFile are given together or not at all");
        }
      }
    }

    /** What one client may ask of it. */
    public record Limits(
        int payload, int topicLength, int topicLevels, int connections, long willDelaySeconds) {}

    /**
     * Which messages pass between the home's broker and a second one; {@code url} null for none.
     *
     * @param out topic filters of what goes to the second broker
     * @param in topic filters of what comes from it
     */
    public record Bridge(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String passwordFile,
        String clientId,
        Mqtt.Tls tls,
        List<String> out,
        List<String> in,
        @Nullable String homePrefix,
        @Nullable String otherPrefix,
        int qos,
        int queue,
        double queueSeconds) {
      public Bridge {
        out = List.copyOf(out);
        in = List.copyOf(in);
        checkBroker("broker.bridge.url", url);
        if (url == null && !(out.isEmpty() && in.isEmpty())) {
          throw new IllegalArgumentException(
              "broker.bridge."
                  + (out.isEmpty() ? "in" : "out")
                  + " is given without broker.bridge.url");
        }
        if (!(queueSeconds >= 0 && queueSeconds <= 86_400)) {
          throw new IllegalArgumentException(
              "broker.bridge.queueSeconds must be 0 to 86400 but is " + queueSeconds);
        }
      }
    }
  }

  /** Where CoAP devices register, and whom to look for. */
  public record Coap(
      String host,
      int port,
      List<String> peers,
      List<String> directories,
      @Nullable String multicast,
      double silenceSeconds,
      double patienceSeconds,
      double queueSeconds,
      Dtls dtls) {
    public Coap {
      checkPort("coap.port", port);
      peers = List.copyOf(peers);
      directories = List.copyOf(directories);
    }

    /** Keys and certificates; without any there is no DTLS. */
    public record Dtls(
        int port,
        @Nullable String keysFile,
        @Nullable String certificateFile,
        @Nullable String authoritiesFile) {
      public Dtls {
        checkPort("coap.dtls.port", port);
      }
    }
  }

  /**
   * Where Thing Descriptions come from, and how things over HTTP are asked.
   *
   * @param folder null for {@code things} in the data folder
   * @param secretFiles by authority, e.g. {@code lamp.local:8080}
   */
  public record Things(
      @Nullable String folder,
      List<String> urls,
      List<String> topics,
      double intervalSeconds,
      boolean anywhere,
      Map<String, String> secretFiles) {
    public Things {
      urls = List.copyOf(urls);
      topics = List.copyOf(topics);
      secretFiles = Map.copyOf(secretFiles);
      if (!(intervalSeconds >= 0.1 && intervalSeconds <= 3600)) {
        throw new IllegalArgumentException(
            "things.intervalSeconds must be 0.1 to 3600 but is " + intervalSeconds);
      }
      for (String url : urls) {
        if (!url.matches("(https?|coaps?)://[^\\s]+")) {
          throw new IllegalArgumentException(
              "things.urls must begin with http://, https://, coap:// or coaps:// but one is "
                  + url);
        }
      }
    }
  }

  /** Where at the broker devices of a convention are looked for. */
  public record Conventions(
      String homeAssistantPrefix, List<String> zigbee2mqttBases, List<String> homieDomains) {}

  /** How long a device may take to accept a command, and how long one waits for who sleeps. */
  public record Commands(double timeoutSeconds, double queueSeconds) {
    public Commands {
      if (!(queueSeconds >= 0 && queueSeconds <= 86_400)) {
        throw new IllegalArgumentException(
            "commands.queueSeconds must be 0 to 86400 but is " + queueSeconds);
      }
      if (!(timeoutSeconds > 0 && timeoutSeconds <= 60)) {
        throw new IllegalArgumentException(
            "commands.timeoutSeconds must be above 0, up to 60 but is " + timeoutSeconds);
      }
    }
  }

  /** How long turns are kept. */
  public record Journal(int retentionDays) {
    public Journal {
      if (retentionDays < 1) {
        throw new IllegalArgumentException(
            "journal.retentionDays must be at least 1 but is " + retentionDays);
      }
    }
  }

  /** How simulated devices live. */
  public record Simulation(double speed, long seed) {
    public Simulation {
      if (!(speed > 0 && speed <= 1000)) {
        throw new IllegalArgumentException(
            "simulation.speed must be above 0, up to 1000 but is " + speed);
      }
    }
  }

  public AppConfig {
    if (data.isBlank()) {
      throw new IllegalArgumentException("data must name a folder");
    }
  }

  private static void checkPort(String key, int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(key + " must be 0 to 65535 but is " + port);
    }
  }

  private static void checkBroker(String key, @Nullable String url) {
    if (url != null && !url.matches("(mqtt|mqtts|tcp|ssl)://[^/\\s]*[^/\\s@]/?")) {
      throw new IllegalArgumentException(
          key
              + " must look like mqtt://host:1883 but is "
              + url.replaceFirst("//[^/@]*@", "//***@"));
    }
  }
}
