package io.hearth.adapter.owntype;

import io.hearth.model.device.Action;
import io.hearth.model.device.Capability;
import io.hearth.model.device.DeviceType;
import io.hearth.model.device.Effect;
import io.hearth.model.device.Property;
import io.hearth.model.device.RiskClass;
import io.hearth.model.device.Value;
import io.hearth.model.owntype.Extract;
import io.hearth.model.owntype.Format;
import io.hearth.model.owntype.Instances;
import io.hearth.model.owntype.Order;
import io.hearth.model.owntype.OwnType;
import io.hearth.model.owntype.Place;
import io.hearth.model.owntype.Reading;
import io.hearth.model.owntype.Resource;
import io.hearth.model.owntype.Samples;
import io.hearth.model.owntype.Simulation;
import io.hearth.model.owntype.Telling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types of pumps that CoAP servers have: {@code 1} when it runs, {@code 0} when it does not. */
public final class Pumps {

  private Pumps() {}

  /** One pump for each server: the resource of type {@code acme.pump}. */
  public static OwnType byResourceType() {
    return pump(new Resource(Optional.of("acme.pump"), Optional.empty()), "pump.{endpoint}");
  }

  /** As many as a server has resources like {@code /acme/1}. */
  public static OwnType byPath() {
    return pump(new Resource(Optional.empty(), Optional.of("/acme/{n}")), "pump.{endpoint}.{n}");
  }

  private static OwnType pump(Resource found, String id) {
    DeviceType type =
        new DeviceType(
            "pump",
            Map.of("en", List.of("pump")),
            Map.of(),
            List.of(
                new Capability(
                    "OnOff",
                    List.of(Property.bool("on")),
                    List.of(action("turnOn", true), action("turnOff", false)))),
            RiskClass.LOW,
            Set.of(),
            Set.of(),
            Map.of(),
            5,
            5);
    Place resource = new Place(Place.Way.COAP, "{path}");
    Reading on =
        new Reading(
            new Extract.Whole(),
            Optional.empty(),
            Map.of("1", Value.of(true), "0", Value.of(false)),
            Optional.empty(),
            false);
    return new OwnType(
        type,
        "pump.yaml",
        new Instances(
            Optional.empty(),
            Optional.of(found),
            List.of(),
            id,
            "Pump",
            List.of(),
            Optional.empty(),
            Optional.empty()),
        List.of(
            new Telling(
                resource,
                Format.TEXT,
                Map.of("on", on),
                Optional.empty(),
                Optional.empty(),
                Map.of())),
        List.of(),
        Map.of("turnOn", order(resource, "1"), "turnOff", order(resource, "0")),
        false,
        Simulation.PLAIN,
        new Samples(List.of(), List.of(), List.of()));
  }

  /** The same that mostly sleeps. */
  static OwnType sleepy() {
    OwnType awake = byResourceType();
    return new OwnType(
        awake.type(),
        awake.file(),
        awake.instances(),
        awake.states(),
        awake.presence(),
        awake.orders(),
        true,
        awake.simulation(),
        awake.samples());
  }

  private static Action action(String name, boolean on) {
    return new Action(
        name, List.of(), List.of(new Effect.SetTo("on", Value.of(on))), List.of(), true);
  }

  private static Order order(Place at, String payload) {
    return new Order(
        at,
        "PUT",
        payload,
        false,
        Map.of(),
        Optional.of("text/plain"),
        1,
        new Order.Confirmed.ByReply(Optional.empty()));
  }
}
