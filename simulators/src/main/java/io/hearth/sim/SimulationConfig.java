package io.hearth.sim;

import io.hearth.model.device.Device;
import io.hearth.model.owntype.OwnType;
import io.hearth.sim.physics.PhysicsConfig;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where and how a home is simulated.
 *
 * @param broker {@code mqtt://host:port} or {@code mqtts://host:port}
 * @param login for a broker that asks for it
 * @param topicPrefix first level of all topics
 * @param resourceDirectory {@code coap://host:port} of where CoAP devices register; empty when they
 *     are to be found otherwise
 * @param registrationLifetime for how long a registration is asked for; it is renewed three times
 *     in that time
 * @param coapHost address of this machine that CoAP devices listen on
 * @param clock the real time
 * @param speed how many simulated seconds pass in a real one, above 0
 * @param seed everything accidental follows from it
 * @param physics how slow and lively things are
 * @param protocols what a device speaks
 * @param deviceTypes types of one's own, whose devices speak as their type says
 */
public record SimulationConfig(
    URI broker,
    Optional<Login> login,
    String topicPrefix,
    Optional<URI> resourceDirectory,
    Duration registrationLifetime,
    String coapHost,
    InstantSource clock,
    double speed,
    long seed,
    PhysicsConfig physics,
    Function<Device, Protocol> protocols,
    List<OwnType> deviceTypes) {

  private static final Set<String> SCHEMES = Set.of("mqtt", "mqtts", "tcp", "ssl");

  public SimulationConfig {
    deviceTypes = List.copyOf(deviceTypes);
    if (broker.getScheme() == null
        || broker.getHost() == null
        || !SCHEMES.contains(broker.getScheme())) {
      throw new IllegalArgumentException("broker must be like mqtt://host:port but is " + broker);
    }
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed must be above 0 but is " + speed);
    }
    if (registrationLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "registrationLifetime must be at least 1 s but is " + registrationLifetime);
    }
  }

  /** A simulation in real time at a broker, with nobody to register CoAP devices at. */
  public static SimulationConfig of(URI broker) {
    return new SimulationConfig(
        broker,
        Optional.empty(),
        "hearth",
        Optional.empty(),
        Duration.ofMinutes(5),
        "127.0.0.1",
        InstantSource.system(),
        1,
        1,
        PhysicsConfig.demo(),
        Protocol::ofOption,
        List.of());
  }

  /** Collects what differs from {@link #of}. */
  public static Builder at(URI broker) {
    return new Builder(of(broker));
  }

  /** Collects the optional parts of a configuration. */
  public static final class Builder {
    private final URI broker;
    private Optional<Login> login;
    private String topicPrefix;
    private Optional<URI> resourceDirectory;
    private Duration registrationLifetime;
    private String coapHost;
    private InstantSource clock;
    private double speed;
    private long seed;
    private PhysicsConfig physics;
    private Function<Device, Protocol> protocols;
    private List<OwnType> deviceTypes;

    private Builder(SimulationConfig usual) {
      broker = usual.broker;
      login = usual.login;
      topicPrefix = usual.topicPrefix;
      resourceDirectory = usual.resourceDirectory;
      registrationLifetime = usual.registrationLifetime;
      coapHost = usual.coapHost;
      clock = usual.clock;
      speed = usual.speed;
      seed = usual.seed;
      physics = usual.physics;
      protocols = usual.protocols;
      deviceTypes = usual.deviceTypes;
    }

    public Builder login(Login newLogin) {
      login = Optional.of(newLogin);
      return this;
    }

    public Builder topicPrefix(String newPrefix) {
      topicPrefix = newPrefix;
      return this;
    }

    /** Where CoAP devices register, e.g. {@code coap://127.0.0.1:5683}. */
    public Builder resourceDirectory(URI directory) {
      resourceDirectory = Optional.of(directory);
      return this;
    }

    public Builder registrationLifetime(Duration lifetime) {
      registrationLifetime = lifetime;
      return this;
    }

    public Builder coapHost(String newHost) {
      coapHost = newHost;
      return this;
    }

    public Builder clock(InstantSource newClock) {
      clock = newClock;
      return this;
    }

    /** How many simulated seconds pass in a real one. */
    public Builder speed(double newSpeed) {
      speed = newSpeed;
      return this;
    }

    public Builder seed(long newSeed) {
      seed = newSeed;
      return this;
    }

    public Builder physics(PhysicsConfig newPhysics) {
      physics = newPhysics;
      return this;
    }

    public Builder protocols(Function<Device, Protocol> rule) {
      protocols = rule;
      return this;
    }

    public Builder deviceTypes(List<OwnType> types) {
      deviceTypes = types;
      return this;
    }

    public SimulationConfig build() {
      return new SimulationConfig(
          broker,
          login,
          topicPrefix,
          resourceDirectory,
          registrationLifetime,
          coapHost,
          clock,
          speed,
          seed,
          physics,
          protocols,
          deviceTypes);
    }
  }
}
