package io.hearth.adapter.coap;

import io.hearth.adapter.RecordedReports;
import io.hearth.adapter.binding.BoundDevices;
import io.hearth.adapter.binding.Convention;
import io.hearth.adapter.owntype.OwnTypes;
import io.hearth.adapter.wire.Answer;
import io.hearth.adapter.wire.DeviceFacts;
import io.hearth.adapter.wire.Inbox;
import io.hearth.adapter.wire.LinkMetrics;
import io.hearth.adapter.wire.Problems;
import io.hearth.adapter.wire.Routes;
import io.hearth.model.device.Action;
import io.hearth.model.device.DeviceId;
import io.hearth.model.device.Effect;
import io.hearth.model.device.HomeId;
import io.hearth.model.device.Value;
import io.hearth.model.state.Availability;
import io.hearth.model.state.Command;
import io.hearth.model.state.DeviceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A house with a CoAP link and nothing else, that takes every device that is found. */
final class CoapHouse implements AutoCloseable {

  static final Duration WITHIN = Duration.ofSeconds(2);

  final RecordedReports reports = new RecordedReports();
  final LinkMetrics metrics = new LinkMetrics(new SimpleMeterRegistry(), CoapLink.NAME);
  final Problems problems = new Problems(InstantSource.system());
  final CoapLink link;
  private final BoundDevices devices;

  CoapHouse(CoapConfig config) {
    this(config, new Facts());
  }

  CoapHouse(CoapConfig config, DeviceFacts facts) {
    this(config, facts, List.of());
  }

  CoapHouse(CoapConfig config, DeviceFacts facts, List<Convention> conventions) {
    Inbox inbox = new Inbox(CoapLink.NAME, reports, new Routes(), InstantSource.system(), metrics);
    devices =
        new BoundDevices(
            conventions,
            List.of("hearth", OwnTypes.NAME, "coap"),
            "reply",
            facts,
            problems,
            metrics);
    link = CoapLink.start(config, facts, devices, inbox, metrics, problems, InstantSource.system());
  }

  Answer send(DeviceId device, String action) {
    return send(new Command(device, action, Map.of()));
  }

  Answer send(Command command) {
    return link.send(command, "c1", WITHIN).join();
  }

  boolean isOnline(DeviceId device) {
    return reports.availability(device) == Availability.ONLINE;
  }

  boolean says(DeviceId device, String property, Object value) {
    return reports.value(device, property).equals(Optional.of(Value.ofRaw(value)));
  }

  @Override
  public void close() {
    link.close();
    devices.close();
  }

  /** Everything is known, harmless and done again. */
  static class Facts implements DeviceFacts {

    @Override
    public HomeId home() {
      return new HomeId("home");
    }

    @Override
    public boolean isKnown(DeviceId device) {
      return true;
    }

    @Override
    public DeviceState state(DeviceId device) {
      return DeviceState.unknown(device);
    }

    @Override
    public Optional<Action> action(DeviceId device, String action) {
      List<Effect> effects =
          switch (action) {
            case "turnOn" -> List.of(new Effect.SetTo("on", Value.of(true)));
            case "turnOff" -> List.of(new Effect.SetTo("on", Value.of(false)));
            case "setBrightness" -> List.of(new Effect.SetFromArgument("brightness", "brightness"));
            default -> List.of();
          };
      return Optional.of(new Action(action, List.of(), effects, List.of(), true));
    }

    @Override
    public Duration commandTimeout(DeviceId device) {
      return WITHIN;
    }

    @Override
    public boolean isIdempotent(DeviceId device, String action) {
      return true;
    }

    @Override
    public boolean mayWait(DeviceId device, String action) {
      return !action.equals("open");
    }
  }
}
