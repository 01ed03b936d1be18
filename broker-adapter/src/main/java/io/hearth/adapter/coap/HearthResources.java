package io.hearth.adapter.coap;

import io.hearth.adapter.binding.Address;
import io.hearth.adapter.binding.Call;
import io.hearth.adapter.binding.CommandBinding;
import io.hearth.adapter.binding.Confirmation;
import io.hearth.adapter.binding.DeviceBinding;
import io.hearth.adapter.binding.Outgoing;
import io.hearth.adapter.binding.StateSource;
import io.hearth.adapter.coap.thing.Link;
import io.hearth.adapter.wire.HearthJson;
import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import io.hearth.model.state.Announcement;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the resources of one device are that speaks Hearth's own convention.
 *
 * @param description answers GET with what the device is
 * @param state answers GET with what is true of it, and can be observed
 * @param command takes POST, where the device can be commanded
 */
record HearthResources(DeviceId device, URI description, URI state, Optional<URI> command) {

  private static final String DEVICE = "hearth.device";
  private static final String STATE = "hearth.state";
  private static final String COMMAND = "hearth.command";

  /**
   * Finds the devices of a server among its links: resources of the type {@code hearth.device},
   * with their state and command below them.
   *
   * @throws MalformedPayloadException when a device id is none
   */
  static List<HearthResources> of(URI base, List<Link> links) throws MalformedPayloadException {
    Map<String, URI> devices = new LinkedHashMap<>();
    Map<String, URI> states = new LinkedHashMap<>();
    Map<String, URI> commands = new LinkedHashMap<>();
    try {
      for (Link link : links) {
        URI uri = base.resolve(link.path());
        if (link.types().contains(DEVICE)) {
          devices.put(uri.getPath(), uri);
        } else if (link.types().contains(STATE)) {
          states.put(parent(uri), uri);
        } else if (link.types().contains(COMMAND)) {
          commands.put(parent(uri), uri);
        }
      }
      return devices.entrySet().stream()
          .filter(entry -> states.containsKey(entry.getKey()))
          .map(entry -> of(entry.getKey(), entry.getValue(), states, commands))
          .toList();
    } catch (RuntimeException failure) {
      throw new MalformedPayloadException(
          "a link that cannot be: " + failure.getMessage(), failure);
    }
  }

  /** Whether a link belongs to this convention. */
  static boolean isOne(Link link) {
    return link.types().stream().anyMatch(type -> type.startsWith("hearth."));
  }

  /**
   * The device, once its description was read.
   *
   * @throws MalformedPayloadException when that is none
   */
  DeviceBinding binding(byte[] said) throws MalformedPayloadException {
    return binding(Optional.of(HearthJson.announcement(device, said)));
  }

  /** The device, when its description cannot be read. */
  DeviceBinding undescribed() {
    return binding(Optional.empty());
  }

  private DeviceBinding binding(Optional<Announcement> announcement) {
    return new DeviceBinding(
        device,
        announcement,
        Set.of("hearth:" + device),
        List.of(
            StateSource.of(
                new Address.Coap(state), Set.of(), payload -> HearthJson.state(payload.bytes()))),
        List.of(),
        command
            .map(uri ->
                Map.of(
                    DeviceBinding.ANY_ACTION,
                    new CommandBinding(
                        call -> List.of(post(uri, call)), new Confirmation.ByReply())))
            .orElseGet(Map::of));
  }

  private static Outgoing post(URI uri, Call call) {
    return Outgoing.coap(
        uri, "POST", HearthJson.command(call.command(), call.correlation()), "application/json");
  }

  private static HearthResources of(
      String path, URI description, Map<String, URI> states, Map<String, URI> commands) {
    return new HearthResources(
        new DeviceId(path.substring(path.lastIndexOf('/') + 1)),
        description,
        states.getOrDefault(path, description),
        Optional.ofNullable(commands.get(path)));
  }

  private static String parent(URI uri) {
    String path = uri.getPath();
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
