package io.hearth.model.owntype;

import io.hearth.model.device.DeviceType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A device type that somebody described in one file.
 *
 * @param type what such a device is; the same as a type of the catalogue
 * @param file where it is described, for messages to people
 * @param instances which devices are of that type
 * @param states where they say what is true of them
 * @param presence where they say whether they can be reached; any of the places counts
 * @param orders how they are told to do things, by action
 * @param sleepy whether such a device mostly sleeps, so that a command waits until it says
 *     something
 * @param simulation how they behave when they are simulated
 */
public record OwnType(
    DeviceType type,
    String file,
    Instances instances,
    List<Telling> states,
    List<Presence> presence,
    Map<String, Order> orders,
    boolean sleepy,
    Simulation simulation,
    Samples samples) {

  public OwnType {
    states = List.copyOf(states);
    presence = List.copyOf(presence);
    orders = Collections.unmodifiableMap(new LinkedHashMap<>(orders));
  }

  public String id() {
    return type.id();
  }
}
