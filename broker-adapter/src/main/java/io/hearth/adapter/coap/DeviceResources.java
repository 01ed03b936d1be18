package io.hearth.adapter.coap;

import io.hearth.adapter.wire.MalformedPayloadException;
import io.hearth.model.device.DeviceId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.californium.core.WebLink;
import org.eclipse.californium.core.coap.LinkFormat;

/**
 * Where the resources of one device are.
 *
 * @param description answers GET with what the device is
 * @param state answers GET with what is true of it, and can be observed
 * @param command takes POST, where the device can be commanded
 */
record DeviceResources(DeviceId device, URI description, URI state, Optional<URI> command) {

  private static final String DEVICE = "hearth.device";
  private static final String STATE = "hearth.state";
  private static final String COMMAND = "hearth.command";

  /**
   * Finds the devices of a peer in its {@code /.well-known/core}: resources of the type {@code
   * hearth.device}, with their state and command below them.
   *
   * @throws MalformedPayloadException when a link or a device id is none
   */
  static List<DeviceResources> of(URI base, String linkFormat) throws MalformedPayloadException {
    Map<String, URI> devices = new LinkedHashMap<>();
    Map<String, URI> states = new LinkedHashMap<>();
    Map<String, URI> commands = new LinkedHashMap<>();
    try {
      for (WebLink link : LinkFormat.parse(linkFormat)) {
        URI uri = base.resolve(link.getURI());
        List<String> types = link.getAttributes().getResourceTypes();
        if (types.contains(DEVICE)) {
          devices.put(uri.getPath(), uri);
        } else if (types.contains(STATE)) {
          states.put(parent(uri), uri);
        } else if (types.contains(COMMAND)) {
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

  private static DeviceResources of(
      String path, URI description, Map<String, URI> states, Map<String, URI> commands) {
    return new DeviceResources(
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
